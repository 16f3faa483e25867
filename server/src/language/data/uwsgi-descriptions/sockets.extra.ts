/** Sockets: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const socketsDescriptions: Readonly<Record<string, string>> = {
  socket:
    'Address at which the workers listen, with the uwsgi protocol unless `protocol` says otherwise: `IP:PORT`, a path (unix), `127.*:0` (loopback, any free port), `=0` (first `shared-socket`). Repeatable. Whoever can reach it can run code: keep it off public addresses.',
  'uwsgi-socket': 'Like `socket`, always with the uwsgi protocol.',
  'http-socket':
    'Worker socket that speaks HTTP itself, for a proxy with `proxy_pass` or for development. It is no full web server; the `http` router in front of workers is a different thing.',
  'http11-socket': 'Like `http-socket`, with keep-alive of HTTP 1.1.',
  'https-socket': '`ADDRESS,CERTIFICATE,KEY`: a worker socket that speaks HTTPS itself.',
  'suwsgi-socket': '`ADDRESS,CERTIFICATE,KEY`: the uwsgi protocol inside TLS.',
  'fastcgi-socket': 'Worker socket that speaks FastCGI.',
  'fastcgi-nph-socket':
    "Worker socket that speaks FastCGI, with the response's status line written by uWSGI.",
  'scgi-socket': 'Worker socket that speaks SCGI.',
  'scgi-nph-socket':
    "Worker socket that speaks SCGI, with the response's status line written by uWSGI.",
  'raw-socket': 'Worker socket without any protocol; a handler of the app reads the bytes.',
  'puwsgi-socket': 'Worker socket for the uwsgi protocol with connections that stay open.',
  'shared-socket':
    'Binds a socket before privileges are dropped and gives it a number from 0; other options take it as `=N`. A relative unix path counts from the launch directory.',
  'undeferred-shared-socket': 'A shared socket without TCP_DEFER_ACCEPT.',
  protocol:
    'Protocol of `socket`: `uwsgi` (default), `http`, `http11`, `fastcgi`, `scgi`, `raw` and their variants. An unknown name stops the start.',
  'http-socket-modifier1':
    'Modifier1 of all requests that come in by `http-socket`: it chooses the plugin that answers.',
  'http-socket-modifier2': 'Modifier2 of all requests that come in by `http-socket`.',
  'map-socket': '`SOCKET:WORKERS`, as in `0:1,2`: only these workers listen on that socket.',
  listen:
    "Length of the listen queue, 100 unless set. Above the kernel's `net.core.somaxconn` uWSGI does not start. Immediate: takes no placeholder.",
  'chmod-socket':
    'Rights of the unix sockets as three octal digits, e.g. `660`; `1` means 666. Four digits or an empty value stop the start.',
  'chown-socket': 'Owner of the unix sockets, `USER:GROUP`; needs root at start.',
  'abstract-socket': 'Makes all unix sockets abstract ones, without a file; Linux only.',
  umask:
    'File mode mask of the processes, octal. Sockets are created under it: `000` or `chmod-socket` lets nginx in.',
  freebind: 'Allows to bind an address that no interface has yet.',
  'reuse-port':
    'Sets SO_REUSEPORT, so that several instances can bind one port and the kernel divides connections.',
  'so-keepalive': 'Turns TCP keepalive probes on for connections.',
  'tcp-nodelay': "Turns Nagle's algorithm off for each connection.",
  'no-defer-accept': 'Does not ask the kernel to hold connections back until data has come.',
  'so-send-timeout': 'Seconds that a write to a client may block in the kernel.',
  'socket-sndbuf': "Size of the kernel's send buffer of the sockets in bytes.",
  'socket-rcvbuf': "Size of the kernel's receive buffer of the sockets in bytes.",
  'socket-timeout':
    'Seconds that uWSGI waits for a client that neither sends nor takes data, 4 unless set. Slow uploads need more.',
  'tcp-fast-open': 'Length of the queue of TCP Fast Open; turns it on for the sockets.',
  'buffer-size':
    'Largest request header block in bytes, 4096 unless set, 65535 at most. Long cookies or URLs fail with "invalid request block size" above it.',
  'max-vars': 'Most variables of one request that uWSGI can hold.',
  'post-buffering':
    'Reads whole request bodies before the app starts: up to this many bytes in memory, larger ones on disk. Frees the worker from slow clients that no proxy holds back.',
  'post-buffering-bufsize':
    'Size in bytes of one read while a body is put on disk; with `post-buffering` it has to be positive.',
  'body-read-warning': 'Megabytes of body in memory above which a warning is logged, 8 unless set.',
  'enable-proxy-protocol':
    'Takes the PROXY protocol line that a load balancer sends first. HTTP sockets only.',
  'shutdown-sockets': 'Calls shutdown() besides close() on sockets that go away.',
  zerg: 'Attaches to the zerg server at that address, to share its sockets.',
  'zerg-server': "Address of a zerg server that gives this instance's sockets to others.",
  zergpool: '`ADDRESS:SOCKETS`: a zerg server for sockets that this instance only binds.',
  'upload-progress': 'Folder in which a JSON file shows how far each upload is.',
};
