/**
 * What uWSGI 2.0 accepts in silence, observed with the real program. `swallowed-mistakes.ts` says how to read the tables.
 */
export const swallowedSyntax = `
=== form feed is no blank
master\f= true
^^^^^^^ uwsgi/odd-character
---
master\t= true
=== a no-break space is no blank
processes =\u00a04
           ^^ uwsgi/odd-character
---
env = TITLE=a\u00a0b
=== a no-break space in front of a key
\u00a0master = true
^^^^^^^ uwsgi/odd-character
---
 master = true
=== a comment behind a switch
master = false ; off
               ^^^^^ uwsgi/inline-comment
---
; off
master = false
=== a comment behind a number
processes = 2 # two
              ^^^^^ uwsgi/inline-comment
---
# two
processes = 2
=== quotes around a number
processes = "4"
            ^^^ uwsgi/quoted-value
---
processes = 4
=== quotes around a switch
master = "false"
         ^^^^^^^ uwsgi/boolean-value
---
master = false
=== quotes around an environment value
env = MODE="live"
           ^^^^^^ uwsgi/quoted-value
---
env = MODE=live
=== a backslash continues no line
env = MODE=a \\
             ^ uwsgi/line-continuation
---
env = MODE=C:\\x
=== a key without its value
processes
^^^^^^^^^ uwsgi/syntax
---
master
=== an empty number
buffer-size =
^^^^^^^^^^^ uwsgi/number-value
---
vacuum =
=== no key
 = true
 ^ uwsgi/syntax
---
master = true
=== a colon for the equals sign
processes: 4
^^^^^^^^^^^^ uwsgi/syntax
---
processes = 4
=== a blank for the equals sign
harakiri 30
^^^^^^^^^^^ uwsgi/syntax
---
harakiri = 30
=== upper case
Processes = 4
^^^^^^^^^ uwsgi/no-unknown-option
---
processes = 4
=== an underscore
buffer_size = 8192
^^^^^^^^^^^ uwsgi/no-unknown-option
---
buffer-size = 8192
=== the dashes of the command line
--processes = 4
^^^^^^^^^^^ uwsgi/no-unknown-option
---
processes = 4
=== the letter of the command line
-p = 4
^^ uwsgi/no-unknown-option
---
p = 4
socket = 127.0.0.1:303%(p)
=== a slip of the pen
harakri = 30
^^^^^^^ uwsgi/no-unknown-option
---
harakiri = 30
=== an option twice
processes = 4
^^^^^^^^^ uwsgi/duplicate-option
workers = 8
---
env = A=1
env = B=2
=== a variable twice
base = /srv/a
base = /srv/b
^^^^ uwsgi/duplicate-option
procname = %(base)/a
---
base = /srv/a
procname = %(base)/a
=== a NUL byte ends the value
env = A=1\0B=2
         ^ uwsgi/odd-character
---
env = A=1B=2
=== text for a bracket
[uwsgix
^^^^^^^ uwsgi/syntax
master = true
---
[uwsgi]
master = true
=== a key above the first section
master = true
^^^^^^ uwsgi/syntax
[uwsgi]
vacuum = true
---
; a comment above the first section
[uwsgi]
master = true
=== a percent sign and a letter vanish
env = LOAD=50%q
             ^^ uwsgi/percent-sign
---
env = LOAD=50%%q
=== a percent sign takes the line break
env = LOAD=100%
              ^ uwsgi/syntax
master = true
---
env = LOAD=100%%
master = true
=== a percent sign in a comment takes the next line
vacuum = true
; up to 100%
           ^ uwsgi/syntax
master = true
---
vacuum = true
; up to 100%%
master = true
=== a time format
log-date = %Y-%m-%d
           ^^ uwsgi/percent-sign
---
log-date = %%Y-%%m-%%d
=== a variable in an option that is carried out at once
listen = %(queue)
         ^^^^^^^^ uwsgi/unexpanded-placeholder
queue = 64
---
listen = 64
=== a loop over a variable
list = a b
for = %(list)
      ^^^^^^^ uwsgi/unexpanded-placeholder
env = %(_)=1
endfor =
---
for = a b
env = %(_)=1
endfor =
=== a name that nothing defines
procname = uwsgi-%(nmae)
                 ^^^^^^^ uwsgi/undefined-placeholder
name = app
---
procname = uwsgi-%(name)
name = app
=== a name in a name
a = x
bx = 1
env = A=%(b%(a))
        ^^^^^^^^ uwsgi/undefined-placeholder
---
a = x
env = A=b%(a)
=== arithmetic without blanks
base = 3000
env = PORT=%(base+1)
           ^^^^^^^^^ uwsgi/undefined-placeholder
---
base = 3000
env = PORT=%(base + 1)
=== the sum before the product
base = 3000
env = PORT=%(base + 2 * 3)
           ^^^^^^^^^^^^^^^ uwsgi/undefined-placeholder
---
base = 3000
env = PORT=%(base * 2 + 3)
=== a negative number in arithmetic
base = 3000
env = PORT=%(base + -1)
                    ^^ uwsgi/undefined-placeholder
---
base = 3000
env = PORT=%(base - 1)
=== a placeholder in the name of an environment variable
name = HOME
env = DIR=$(%(name))
          ^^^^^^^^^^ uwsgi/undefined-placeholder
---
env = DIR=$(HOME)
=== a variable as the shell writes it
plugins = python3
pythonpath = $HOME/lib
             ^^^^^ uwsgi/shell-variable
---
plugins = python3
pythonpath = $(HOME)/lib
=== braces around a variable
plugins = python3
pythonpath = \${HOME}/lib
             ^^^^^^^ uwsgi/shell-variable
---
route-run = addvar:NAME=\${PATH_INFO}
=== the home folder
plugins = python3
pythonpath = ~/lib
             ^ uwsgi/shell-variable
---
plugins = python3
pythonpath = /srv/~lib
=== a variable at the beginning of a variable
procname = %(name)
           ^^^^^^^ uwsgi/undefined-placeholder
name = %(base)/pid
base = /run
---
base = /run
name = %(base)/pid
procname = %(name)
=== placeholders in an inherited file
inherit = %dbase.ini
name = app
>>> base.ini
procname = %(name)
           ^^^^^^^ uwsgi/inherited-placeholder
---
ini = %dbase.ini
name = app
>>> base.ini
procname = %(name)
=== else
if-env = LIVE
processes = 4
else =
^^^^ uwsgi/logic-blocks
processes = 2
endif =
---
if-env = LIVE
processes = 4
endif =
if-not-env = LIVE
processes = 2
endif =
=== a closer without a block
endif =
^^^^^ uwsgi/logic-blocks
---
if-env = LIVE
processes = 4
endif =
=== a block that is never closed
if-env = LIVE
^^^^^^ uwsgi/logic-blocks
processes = 4
---
if-env = LIVE
processes = 4
endif =
=== blanks around the equals sign of a condition
if-env = MODE = live
         ^^^^^^^^^^^ uwsgi/logic-blocks
processes = 4
endif =
---
if-env = MODE=live
processes = 4
endif =
=== the name of a plugin's file in a condition
plugins = python3
if-plugin = python3
            ^^^^^^^ uwsgi/logic-blocks
processes = 4
endif =
---
plugins = python3
if-plugin = python
processes = 4
endif =
=== a condition on an option that comes later
if-opt = processes
         ^^^^^^^^^ uwsgi/logic-blocks
threads = 2
endif =
processes = 4
---
processes = 4
if-opt = processes
threads = 2
endif =
=== the turn of a loop in a key
for = a b
v%(_) = 1
 ^^^^ uwsgi/logic-blocks
endfor =
---
for = a b
env = %(_)=1
endfor =
`;

export const swallowedValues = `
=== a word that is no switch
master = disabled
         ^^^^^^^^ uwsgi/boolean-value
---
master = off
=== a number with a unit
buffer-size = 32k
              ^^^ uwsgi/number-value
---
buffer-size = 32768
=== a word for a number
processes = auto
            ^^^^ uwsgi/number-value
---
processes = %k
=== a number in base 16
buffer-size = 0x2000
              ^^^^^^ uwsgi/number-value
---
buffer-size = 8192
=== a number above 16 bits
buffer-size = 131072
              ^^^^^^ uwsgi/number-value
---
buffer-size = 65535
=== a negative number where none can be
max-requests = -1
               ^^ uwsgi/number-value
---
max-requests = 1
=== megabytes with a unit
reload-on-rss = 1G
                ^^ uwsgi/number-value
---
reload-on-rss = 1024
=== a word that an option does not know
subscription-algo = wlcr
                    ^^^^ uwsgi/unknown-word
---
subscription-algo = wlrc
=== options of a plugin that no line loads
plugins = python3
fastrouter = 127.0.0.1:3030
^^^^^^^^^^ uwsgi/plugin-missing
master = true
---
plugins = python3,fastrouter
fastrouter = 127.0.0.1:3030
master = true
=== a master that is switched off
subscribe2 = server=127.0.0.1:3131,key=a
socket = 127.0.0.1:3031
master = false
         ^^^^^ uwsgi/master-off
---
subscribe2 = server=127.0.0.1:3131,key=a
socket = 127.0.0.1:3031
master = true
=== an environment variable without a value
env = MODE
      ^^^^ uwsgi/env-order
---
env = MODE=
=== an environment variable that is set in the same file
env = MODE=live
procname = uwsgi-$(MODE)
                 ^^^^^^^ uwsgi/env-order
---
env = MODE=live
procname = uwsgi-live
=== no workers at all
master = true
processes = 0
            ^ uwsgi/worker-count
socket = 127.0.0.1:3031
---
master = true
processes = 1
socket = 127.0.0.1:3031
=== two ways to find a backend
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-subscription-server = 127.0.0.1:3131
fastrouter-to = 127.0.0.1:3031
^^^^^^^^^^^^^ uwsgi/router-backends
---
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-to = 127.0.0.1:3031
fastrouter-to = 127.0.0.1:3032
=== the key in a pattern
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-use-pattern = /run/%s.sock
                              ^^ uwsgi/percent-sign
---
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-use-pattern = /run/%%s.sock
=== a variable in the place of a log variable
status = 77
log-format = %(status) %(uri)
             ^^^^^^^^^ uwsgi/log-variable
---
log-format = %(status) %(uri)
=== a log without line breaks
log-encoder = json {"m":"\${msg}"}
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uwsgi/encoder-newline
---
log-encoder = json {"m":"\${msg}"}
log-encoder = nl
=== a key that a cache does not know
cache2 = name=a,items=10,blocksze=100
                         ^^^^^^^^ uwsgi/keyval-keys
---
cache2 = name=a,items=10,blocksize=100
=== a blank in front of a key
cache2 = name=a, items=10,maxitems=1
                ^^^^^^ uwsgi/keyval-keys
---
cache2 = name=a,items=10
=== a key that a daemon does not know
attach-daemon2 = cmd=sleep 1,stop-signal=2
                             ^^^^^^^^^^^ uwsgi/keyval-keys
---
attach-daemon2 = cmd=sleep 1,stopsignal=2
=== a key that a cron job does not know
cron2 = minut=5 true
        ^^^^^ uwsgi/keyval-keys
---
cron2 = minute=5 true
=== a key that a metric does not know
metric = name=a,tpe=gauge
                ^^^ uwsgi/keyval-keys
---
metric = name=a,type=gauge
=== a key that a shared area does not know
sharedarea = pages=1,name=x
                     ^^^^ uwsgi/keyval-keys
---
sharedarea = pages=1
`;
