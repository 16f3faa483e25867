/** The http router and TLS: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const httpDescriptions: Readonly<Record<string, string>> = {
  http: 'Address of the http router: a process in front of the workers that takes HTTP from clients and passes it on by the uwsgi protocol. Without a `socket` of their own the workers get one automatically.',
  https: '`ADDRESS,CERTIFICATE,KEY[,CIPHERS[,CLIENT CA]]`: the http router with TLS.',
  https2:
    'The http router with TLS as `key=value` items: `addr`, `cert`, `key`, `ciphers`, `clientca`, `spdy`.',
  'http-to-https': 'Address at which plain HTTP is answered with a redirect to https.',
  'http-to': 'Address of a backend of the http router, repeatable, used in turn.',
  'http-processes': 'Number of http router processes.',
  'http-subscription-server':
    'Where workers announce themselves to the http router, as with the FastRouter.',
  'http-timeout':
    'Seconds without traffic after which the http router closes a connection, 60 unless set.',
  'http-headers-timeout':
    'Seconds that a client may take to send its request headers; `http-timeout` unless set.',
  'http-connect-timeout':
    'Seconds that a connection to a backend may take; `http-timeout` unless set.',
  'http-keepalive':
    'Keeps client connections open between requests; a number above 1 is the idle time in seconds. `true` is read as 0 and turns it off.',
  'http-auto-chunked':
    'Sends responses without a length in chunks, so that the connection can stay open.',
  'http-auto-gzip':
    'Compresses responses when the app asks for it with the header `uWSGI-Encoding: gzip`.',
  'http-websockets': 'Lets websocket upgrades pass through the http router.',
  'http-raw-body': 'Passes on whatever a client sends behind its headers, as it is.',
  'http-chunked-input': 'Lets chunked request bodies pass as they are; the app has to decode them.',
  'http-manage-expect':
    'Answers `Expect: 100-continue` by itself; a number above 1 is the largest body that it agrees to.',
  'http-modifier1': 'Modifier1 of the requests that the http router passes on.',
  'http-modifier2': 'Modifier2 of the requests that the http router passes on.',
  'http-var': '`NAME=VALUE` that the http router adds to each request.',
  'http-buffer-size':
    "Bytes of the http router's buffer per connection, a page unless set; headers have to fit.",
  'http-use-socket': "Passes requests to the instance's own worker socket of that number.",
  'http-use-cache': "Looks the backend up in a uWSGI cache by the request's host.",
  'http-use-pattern': "Builds the backend's address from the host, which stands for `%%s`.",
  'http-use-base': "Text in front of the host makes the path of the backend's unix socket.",
  'http-fallback': 'Backend for requests whose chosen backend failed.',
  'http-cheap': 'Takes no connection while no worker is subscribed.',
  'http-stats': 'Address of a JSON server with the counters of the http router.',
  'http-gracetime': 'Seconds that a dead backend is left alone, 30 unless set.',
  'http-events': 'Most events that the http router takes from the kernel in one turn.',
  'http-quiet': "Keeps the http router's failed connections to backends out of the log.",
  'http-uid': 'User that the http router runs as: number or name.',
  'http-gid': 'Group that the http router runs as: number or name.',
  'http-resubscribe': "Passes the http router's subscriptions on to another subscription server.",
  'http-stud-prefix':
    "IP address of a TLS terminator that puts the client's address in front of the stream.",
  'http-enable-proxy-protocol':
    'The http router takes the PROXY protocol line that a load balancer sends first.',
  'http-server-name-as-http-host':
    "Sets SERVER_NAME to the Host header instead of the machine's name.",
  'http-manage-source': 'Takes the SOURCE method of streaming clients and goes raw then.',
  'ssl-verify-depth': 'Longest chain of client certificates that is accepted, 1 unless set.',
  'ssl-verbose': 'Logs the errors of the TLS library in detail.',
  'ssl-sessions-use-cache':
    'Keeps TLS sessions in a uWSGI cache (its name is the value), so that processes share them.',
  'ssl-sessions-timeout': 'Seconds that a TLS session can be resumed, 300 unless set.',
  'ssl-enable3': 'Turns SSLv3 on, which is broken and insecure.',
  'ssl-enable-tlsv1': 'Turns TLS 1.0 on, which is outdated and insecure.',
  'ssl-option': 'Number of a raw option of OpenSSL.',
  'ssl-tmp-dir': 'Folder for temporary TLS files.',
  sni: '`NAME CERTIFICATE,KEY[,CIPHERS[,CLIENT CA]]`: a certificate for that server name.',
  'sni-regexp': 'Like `sni`, with a regular expression for the name.',
  'sni-dir':
    'Folder in which certificates are looked for by server name: `NAME.crt`, `NAME.key`, `NAME.ca`.',
};
