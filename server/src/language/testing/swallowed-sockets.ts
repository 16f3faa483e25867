/**
 * What uWSGI 2.0 accepts in silence, observed with the real program. `swallowed-mistakes.ts` says how to read the tables.
 */
export const swallowedAddresses = `
=== a scheme
socket = tcp://127.0.0.1:3031
         ^^^^^^^^^^^^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
=== a scheme of unix sockets
socket = unix:/run/app.sock
         ^^^^^^^^^^^^^^^^^^ uwsgi/address
---
socket = /run/app.sock
=== quotes
socket = "127.0.0.1:3031"
         ^^^^^^^^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
=== a list
socket = 127.0.0.1:3031,127.0.0.1:3032
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
socket = 127.0.0.1:3032
=== too large an octet
socket = 256.1.1.1:3031
         ^^^^^^^^^^^^^^ uwsgi/address
---
socket = 255.1.1.1:3031
=== text for a port
socket = 127.0.0.1:http
         ^^^^^^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
=== a port beyond 65535
socket = 127.0.0.1:99999
         ^^^^^^^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:65535
=== a negative port
socket = 127.0.0.1:-5
         ^^^^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:0
=== a blank in an address
socket = 127.0.0.1 :3031
         ^^^^^^^^^^^^^^^ uwsgi/address
---
socket =  127.0.0.1:3031
=== a port alone
socket = 3031
         ^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
=== a host alone
socket = 127.0.0.1
         ^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:0
=== a star
socket = *:3031
         ^^^^^^ uwsgi/address
---
socket = 127.*:3031
=== a prefix for a router
plugins = fastrouter
master = true
fastrouter = 127.*:3030
             ^^^^^^^^^^ uwsgi/address
---
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
=== a port that nobody knows
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:0
             ^^^^^^^^^^^ uwsgi/address
---
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
=== a host name for the subscription server
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-subscription-server = localhost:3131
                                 ^^^^^^^^^^^^^^ uwsgi/address
---
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-subscription-server = 127.0.0.1:3131
=== IPv6 for the subscription server
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-subscription-server = [::1]:3131
                                 ^^^^^^^^^^ uwsgi/address
---
plugins = fastrouter
master = true
fastrouter = [::1]:3030
fastrouter-subscription-server = 127.0.0.1:3131
=== a shared socket for the subscription server
plugins = fastrouter
master = true
shared-socket = 127.0.0.1:3030
fastrouter = =0
fastrouter-subscription-server = =0
                                 ^^ uwsgi/address
---
plugins = fastrouter
master = true
fastrouter = =0
shared-socket = 127.0.0.1:3030
fastrouter-subscription-server = 127.0.0.1:3131
=== an abstract name for the subscription server
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-subscription-server = @router
                                 ^^^^^^^ uwsgi/address
---
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-subscription-server = /run/router.sock
=== a path with a colon
socket = /run/a:b.sock
         ^^^^^^^^^^^^^ uwsgi/address
---
socket = /run/a-b.sock
=== a host name of a fixed backend
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-to = backend:3031
                ^^^^^^^^^^^^ uwsgi/address
---
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-to = 127.0.0.1:3031
`;

export const swallowedSubscriptions = `
=== a blank in front of a key
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131, key=a
                                   ^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
=== blanks around the equals sign
socket = 127.0.0.1:3031
subscribe2 = server = 127.0.0.1:3131,key=a
             ^^^^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
=== quotes
socket = 127.0.0.1:3031
subscribe2 = "server=127.0.0.1:3131,key=a"
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
=== a blank behind a value
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a ,weight=2
                                       ^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,weight=2
=== upper case
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,Key=a
                                   ^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
=== a key of uWSGI 2.1
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,algo=lrc
                                         ^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,weight=3
=== an unknown key
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,colour=red
                                         ^^^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,modifier1=5
=== no key
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131
             ^^^^^^^^^^^^^^^^^^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
=== no server
socket = 127.0.0.1:3031
subscribe2 = key=a
             ^^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = key=a,server=127.0.0.1:3131
=== an empty key
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=
                                      ^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
=== a server without its port
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1,key=a
                    ^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
subscribe2 = server=/run/router.sock,key=a
=== a host name
socket = 127.0.0.1:3031
subscribe2 = server=localhost:3131,key=a
                    ^^^^^^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
resolve = router=localhost
subscribe2 = server=%(router):3131,key=a
=== a resolved host without its port
socket = 127.0.0.1:3031
resolve = router=localhost
subscribe2 = server=%(router),key=a
                    ^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
resolve = router=localhost
subscribe2 = server=%(router):3131,key=a
=== all interfaces
socket = 127.0.0.1:3031
subscribe2 = server=:3131,key=a
                    ^^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
=== IPv6
socket = 127.0.0.1:3031
subscribe2 = server=[::1]:3131,key=a
                    ^^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
=== a socket that is not there
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,socket=7
                                                ^ uwsgi/announced-socket
---
socket = 127.0.0.1:3031
socket = 127.0.0.1:3032
subscribe2 = server=127.0.0.1:3131,key=a,socket=1
=== an announced address that is none
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,addr=999.1.1.1:5
                                              ^^^^^^^^^^^ uwsgi/address
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,addr=10.1.1.1:5
=== a weight below 0
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,weight=-3
                                                ^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,weight=3
=== a modifier beyond 255
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,modifier2=300
                                                   ^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,modifier2=30
=== check the other way round
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,check=/run/live
                                               ^^^^^^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,sni_key=/run/key.pem
=== an http socket is announced
http-socket = 127.0.0.1:8080
              ^^^^^^^^^^^^^^ stack/unreachable-worker
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
---
http-socket = 127.0.0.1:8080
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a,socket=1
=== all interfaces are announced to another machine
socket = :3031
         ^^^^^ stack/unreachable-worker
subscribe2 = server=10.1.1.1:3131,key=a
---
socket = 10.0.0.5:3031
subscribe2 = server=10.1.1.1:3131,key=a
=== a host name is announced
socket = localhost:3031
         ^^^^^^^^^^^^^^ stack/unreachable-worker
subscribe2 = server=127.0.0.1:3131,key=a
---
socket = localhost:3031
=== IPv6 is announced
socket = [::1]:3031
         ^^^^^^^^^^ stack/unreachable-worker
subscribe2 = server=127.0.0.1:3131,key=a
---
socket = [::1]:3031
=== no socket to announce
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
subscribe2 = server=127.0.0.1:3131,key=a
^^^^^^^^^^ uwsgi/announced-socket
---
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
socket = 127.0.0.1:0
subscribe2 = server=127.0.0.1:3131,key=a
=== a star in a key
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=*.example.com
                                       ^^^^^^^^^^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=.example.com
=== a scheme in a key
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=http://example.com
                                       ^^^^^^^^^^^^^^^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=example.com
=== the short form without its port
socket = 127.0.0.1:3031
subscribe-to = 127.0.0.1:example.com
               ^^^^^^^^^^^^^^^^^^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe-to = 127.0.0.1:3131:example.com
=== the short form without its key
socket = 127.0.0.1:3031
subscribe-to = 127.0.0.1:3131
               ^^^^^^^^^^^^^^ uwsgi/subscription-keys
---
socket = 127.0.0.1:3031
subscribe-to = 127.0.0.1:3131:example.com
=== announcements that crash uWSGI
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
subscribe-freq = 0
                 ^ uwsgi/announcement-frequency
---
socket = 127.0.0.1:3031
subscribe2 = server=127.0.0.1:3131,key=a
subscribe-freq = 5
`;
