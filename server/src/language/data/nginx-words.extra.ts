/**
 * Words that directives know among their arguments, in our own words. Keys of the outer table are directives (several
 * divided by blanks share their words); a word that ends in `=` takes a value.
 */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  listen: {
    default_server:
      'Answers requests on this address whose host no server names. One per address; without it the first server of the files is it.',
    ssl: 'Connections are TLS; the server needs a certificate.',
    http2:
      'Allows HTTP/2 on this address. Since 1.25.1 the directive `http2 on` is to be used instead, and this word draws a warning.',
    quic: 'Takes HTTP/3 over UDP (since 1.25.0).',
    udp: 'Datagrams instead of connections.',
    proxy_protocol:
      'Each connection begins with a PROXY protocol header; anything else is refused.',
    reuseport:
      'Each worker gets a socket of its own, among which the kernel spreads connections. Said once per address.',
    'backlog=': 'Length of the queue of connections that wait to be accepted; 511 on Linux.',
    'rcvbuf=': 'Receive buffer of the kernel.',
    'sndbuf=': 'Send buffer of the kernel.',
    'setfib=': 'Routing table of FreeBSD.',
    'fastopen=': 'Queue for TCP Fast Open.',
    'accept_filter=': 'Filter of FreeBSD that holds connections back: `dataready` or `httpready`.',
    deferred: 'The kernel hands connections over only when data has come.',
    bind: 'Binds this very address although a wildcard of the same port is bound, too.',
    multipath: 'Takes Multipath TCP.',
    'ipv6only=':
      '`on`: the socket on `[::]` takes IPv6 only, so IPv4 needs a `listen` of its own. The default.',
    'so_keepalive=': 'TCP keep-alive of the connections: `on`, `off` or `IDLE:INTERVAL:COUNT`.',
  },
  rewrite: {
    last: 'Ends the rewriting and looks for the location of the new URI. In a location that the new URI comes back to this loops: 500 after ten rounds.',
    break: 'Ends the rewriting and stays in this location.',
    redirect: 'Redirects with code 302.',
    permanent: 'Redirects with code 301, which browsers remember.',
  },
  server: {
    'weight=': 'Share of this server among all; 1 when absent.',
    'max_conns=':
      'Most connections to this server at a time; 0 means no limit. Without `zone` each worker counts for itself.',
    'max_fails=':
      'Failures within `fail_timeout` after which the server is left alone; 0 switches the counting off.',
    'fail_timeout=':
      'Time in which failures are counted, and for which a failed server is left alone.',
    backup:
      'Takes requests only when no other server can. Not with `hash`, `ip_hash` and `random`.',
    down: 'Is never asked.',
    resolve:
      'Watches the addresses of the name at run time (since 1.27.3; before, commercial). Needs `resolver` and `zone`.',
    'service=':
      'Takes addresses and ports from DNS SRV records of this service; together with `resolve`.',
    'route=': 'Name of the server for `sticky`.',
    drain: 'Serves only clients that are bound to it.',
    'slow_start=': 'Time in which the weight of a recovered server grows (commercial).',
  },
  limit_req: {
    'zone=': 'Zone of a `limit_req_zone`.',
    'burst=': 'Requests beyond the rate that wait instead of being refused; 0 when absent.',
    nodelay: 'Requests within the burst are answered at once instead of waiting for their turn.',
    'delay=': 'Requests of the burst that are answered at once; the rest waits.',
  },
  limit_req_zone: {
    'zone=':
      'Name and size of the shared memory, as in `one:10m`; 1m keeps some 8,000 to 16,000 keys.',
    'rate=':
      'Allowed rate, as in `10r/s` or `30r/m`. Counted in milliseconds: 10r/s is one per 100 ms.',
  },
  limit_conn_zone: { 'zone=': 'Name and size of the shared memory, as in `addr:10m`.' },
  'proxy_cache_path fastcgi_cache_path uwsgi_cache_path scgi_cache_path': {
    'keys_zone=':
      'Name and size of the shared memory for keys, as in `pages:10m`; 1m holds some 8,000 keys.',
    'levels=':
      'Depth and width of the subfolders, as in `1:2`. Without it all files lie in one folder.',
    'inactive=':
      'What is not asked for during this time is removed, fresh or not; 10m when absent.',
    'max_size=': 'Most room on disk; what was unused longest goes first.',
    'min_free=': 'Room that must stay free on the disk.',
    'use_temp_path=':
      '`off` writes files right into the cache’s folder, which saves a copy between disks.',
    'manager_files=': 'Files that are removed in one go.',
    'manager_sleep=': 'Pause between two rounds of removing.',
    'manager_threshold=': 'Longest time of one round of removing.',
    'loader_files=': 'Files that are read in one go at start.',
    'loader_sleep=': 'Pause between two rounds of reading at start.',
    'loader_threshold=': 'Longest time of one round of reading at start.',
  },
  access_log: {
    off: 'Ends logging here, also what is inherited.',
    'buffer=': 'Collects lines up to this size before they are written.',
    'gzip=': 'Writes compressed, with this effort.',
    gzip: 'Writes compressed.',
    'flush=': 'Writes the buffer after this time at the latest.',
    'if=': 'Logs only when the value is neither empty nor `0`.',
  },
  error_log: {
    debug: 'Everything; needs a build with `--with-debug`.',
    info: 'Also notes such as a client that closed its connection.',
    notice: 'Also the course of start, reload and stop.',
    warn: 'Also what may be wrong, e.g. an answer that went to a temporary file.',
    error: 'Requests that failed. The level when none is named.',
    crit: 'Grave failures, such as a socket without permission.',
    alert: 'Failures of nginx itself.',
    emerg: 'Only what keeps nginx from running.',
    stderr: 'The error output of nginx, in place of a file.',
    json: 'Writes JSON lines.',
  },
  add_header: { always: 'Adds the header to answers of any code, errors too.' },
  add_trailer: { always: 'Adds the field to answers of any code, errors too.' },
  'uwsgi_param fastcgi_param scgi_param': {
    if_not_empty: 'The variable is sent only when its value is not empty.',
  },
  expires: {
    modified: 'Counts from the time of the file instead of from now.',
    epoch: 'Expired since 1970, and `Cache-Control: no-cache`.',
    max: 'Fresh for ten years.',
    off: 'Leaves both headers alone.',
  },
  log_format: {
    'escape=':
      'How special characters of variables are written: `default` (`\\x22`), `json`, or `none`.',
  },
  resolver: {
    'valid=': 'Keeps answers for this time, whatever their TTL says.',
    'ipv4=': '`off` leaves IPv4 addresses out.',
    'ipv6=': '`off` leaves IPv6 addresses out, for machines without IPv6.',
    'status_zone=': 'Shared memory for statistics (commercial).',
  },
  valid_referers: {
    none: 'Requests without a Referer header count as fine.',
    blocked: 'So do those whose Referer was stripped of its scheme by a proxy.',
    server_names: 'The names of this server count as fine.',
  },
  hash: { consistent: 'Ketama: only few keys move when a server comes or goes.' },
  random: { two: 'Takes two servers at random and then the less busy one.' },
  keepalive: { local: 'Connections are not shared between locations.' },
  satisfy: {
    all: 'Every check must agree.',
    any: 'One check that agrees is enough.',
  },
  ssl_verify_client: {
    on: 'A client without a valid certificate gets 400.',
    off: 'No certificate is asked for.',
    optional: 'A certificate is checked when there is one; `$ssl_client_verify` tells.',
    optional_no_ca: 'A certificate is asked for, but not checked.',
  },
  ssl_protocols: {
    SSLv2: 'Broken since long.',
    SSLv3: 'Broken (POODLE).',
    TLSv1: 'Out of date; browsers refuse it.',
    'TLSv1.1': 'Out of date, as TLSv1 is.',
    'TLSv1.2': 'Still needed by older clients.',
    'TLSv1.3': 'The current one.',
  },
  ssl_session_cache: {
    off: 'No session is resumed, and clients are told so.',
    none: 'Clients are led to believe that sessions can be resumed.',
    builtin: 'A cache for each worker.',
    'shared:': 'A cache common to all workers: `shared:NAME:SIZE`.',
  },
  aio: {
    threads: 'Reads in a pool of threads.',
    on: 'Reads by the kernel’s asynchronous input.',
    off: 'Reads in the worker itself.',
  },
  disable_symlinks: {
    if_not_owner: 'Refuses links whose target has another owner.',
    'from=': 'Part of the path that is not checked.',
  },
  'open_file_cache ssl_certificate_cache': {
    'max=': 'Number of entries; what was unused longest goes first.',
    'inactive=': 'What is not used for this time is dropped.',
    'valid=': 'After this time an entry is checked anew.',
    off: 'No cache.',
  },
  open_log_file_cache: {
    'min_uses=': 'Uses within `inactive` that keep a file open.',
  },
  thread_pool: {
    'threads=': 'Number of threads.',
    'max_queue=': 'Tasks that may wait; more is an error.',
  },
  worker_processes: { auto: 'One for each CPU.' },
  worker_cpu_affinity: { auto: 'Spreads the workers over the CPUs.' },
  proxy_redirect: {
    default: 'Derived from `proxy_pass` and the location’s prefix.',
    off: 'Leaves `Location` and `Refresh` as they are.',
  },
  'proxy_bind uwsgi_bind fastcgi_bind scgi_bind grpc_bind memcached_bind': {
    transparent: 'Takes the client’s own address; needs rights and routes.',
    off: 'The kernel chooses.',
  },
  proxy_cookie_flags: {
    secure: 'Sent over TLS only.',
    httponly: 'Hidden from scripts.',
    'samesite=strict': 'Sent to requests of the same site only.',
    'samesite=lax': 'Sent also when a link leads here.',
    'samesite=none': 'Sent always; needs `secure`.',
    nosecure: 'Takes `secure` away.',
    nohttponly: 'Takes `httponly` away.',
    nosamesite: 'Takes `samesite` away.',
  },
  'proxy_next_upstream uwsgi_next_upstream fastcgi_next_upstream scgi_next_upstream grpc_next_upstream memcached_next_upstream proxy_cache_use_stale uwsgi_cache_use_stale fastcgi_cache_use_stale scgi_cache_use_stale':
    {
      error: 'The connection failed or broke.',
      timeout: 'The server was silent too long.',
      denied: 'The server refused the connection.',
      invalid_header: 'The answer was empty or made no sense.',
      updating: 'The entry is being renewed at the moment.',
      non_idempotent: 'Also repeats POST, LOCK and PATCH, which may then happen twice.',
      http_500: 'The answer had code 500.',
      http_502: 'The answer had code 502.',
      http_503: 'The answer had code 503.',
      http_504: 'The answer had code 504.',
      http_403: 'The answer had code 403.',
      http_404: 'The answer had code 404.',
      http_429: 'The answer had code 429.',
      off: 'Never.',
    },
  gzip_proxied: {
    off: 'Never when a proxy asks.',
    any: 'Always.',
    expired: 'Answers that `Expires` forbids to cache.',
    'no-cache': 'Answers with `Cache-Control: no-cache`.',
    'no-store': 'Answers with `Cache-Control: no-store`.',
    private: 'Answers with `Cache-Control: private`.',
    no_last_modified: 'Answers without `Last-Modified`.',
    no_etag: 'Answers without `ETag`.',
    auth: 'Answers to requests with `Authorization`.',
  },
  'allow deny': { all: 'Every client.', 'unix:': 'Clients of unix sockets.' },
  'auth_basic auth_request mirror charset': { off: 'Lifts what is inherited.' },
  'proxy_cache uwsgi_cache fastcgi_cache scgi_cache': { off: 'Lifts what is inherited.' },
  if_modified_since: {
    off: 'The header is not looked at.',
    exact: 'Only the very same time counts as unchanged.',
    before: 'Unchanged when the file is not newer.',
  },
  server_tokens: {
    off: 'Without the version.',
    on: 'With the version.',
    build: 'With version and the name of the build.',
  },
  use: {
    epoll: 'Linux.',
    kqueue: 'FreeBSD and macOS.',
    poll: 'Where there is nothing better.',
    select: 'Where there is nothing at all.',
  },
  keepalive_disable: {
    none: 'Keep-alive for all.',
    msie6: 'Not for POST of old Internet Explorers.',
    safari: 'Not for Safari on macOS.',
  },
  sticky: {
    cookie: 'nginx sets a cookie that names the server.',
    route: 'Variables tell the route.',
    learn: 'nginx learns from answers and requests.',
  },
};

/** Documents of a directive's words; empty when none is known. */
export function wordsOf(directive: string): Readonly<Record<string, string>> {
  byDirective ??= new Map(
    Object.entries(tables).flatMap(([names, words]) =>
      names.split(' ').map((name) => [name, words] as const),
    ),
  );
  return byDirective.get(directive) ?? {};
}

export function directivesWithWords(): readonly string[] {
  return Object.keys(tables).flatMap((names) => names.split(' '));
}

let byDirective: ReadonlyMap<string, Readonly<Record<string, string>>> | undefined;

/** Codes that `return`, `error_page` and the like speak of. */
export const statusCodes: Readonly<Record<string, string>> = {
  '200': 'OK',
  '201': 'Created',
  '204': 'No Content: an answer without a body',
  '301': 'Moved Permanently: browsers remember it; POST may become GET',
  '302': 'Found: moved for now; POST may become GET',
  '303': 'See Other: go on there with GET',
  '304': 'Not Modified',
  '307': 'Temporary Redirect: the method stays',
  '308': 'Permanent Redirect: the method stays',
  '400': 'Bad Request',
  '401': 'Unauthorized: a password is asked for',
  '403': 'Forbidden',
  '404': 'Not Found',
  '405': 'Method Not Allowed',
  '408': 'Request Timeout',
  '410': 'Gone: it will not come back',
  '413': 'Content Too Large: more than `client_max_body_size`',
  '414': 'URI Too Long',
  '415': 'Unsupported Media Type',
  '416': 'Range Not Satisfiable',
  '418': 'I’m a Teapot: handy as a mark for `error_page`',
  '421': 'Misdirected Request',
  '425': 'Too Early',
  '429': 'Too Many Requests',
  '431': 'Request Header Fields Too Large',
  '444': 'nginx’s own: closes the connection without an answer',
  '451': 'Unavailable For Legal Reasons',
  '494': 'nginx’s own: a header was too large',
  '495': 'nginx’s own: the client’s certificate is not valid',
  '496': 'nginx’s own: the client showed no certificate',
  '497': 'nginx’s own: plain HTTP came to a TLS port',
  '499': 'nginx’s own, in logs only: the client went away before the answer',
  '500': 'Internal Server Error',
  '501': 'Not Implemented',
  '502': 'Bad Gateway: the server behind refused or made no sense',
  '503': 'Service Unavailable',
  '504': 'Gateway Timeout: the server behind was silent too long',
  '507': 'Insufficient Storage',
};

/** Modifiers of `location`. */
export const locationModifiers: Readonly<Record<string, string>> = {
  '=': 'Exact match: this URI and no other. It ends the search at once.',
  '^~': 'Prefix that, when it is the longest, keeps regular expressions from being tried.',
  '~': 'Regular expression, case counts. The first that matches in the order of the file beats a plain prefix.',
  '~*': 'Regular expression, case does not count. The first that matches in the order of the file beats a plain prefix.',
  '@': 'Named location: only `try_files`, `error_page` and the like lead to it. It stands on the level of the server.',
  '': 'Prefix: the longest that fits is remembered, but a regular expression that matches is preferred.',
};

/** Operators of `if`. */
export const ifOperators: Readonly<Record<string, string>> = {
  '=': 'The value equals the text.',
  '!=': 'The value differs from the text.',
  '~': 'The value matches the regular expression, case counts.',
  '~*': 'The value matches the regular expression, case does not count.',
  '!~': 'The value does not match the regular expression, case counts.',
  '!~*': 'The value does not match the regular expression, case does not count.',
  '-f': 'The file exists.',
  '!-f': 'The file does not exist.',
  '-d': 'The folder exists.',
  '!-d': 'The folder does not exist.',
  '-e': 'A file, folder or link exists.',
  '!-e': 'No file, folder or link exists.',
  '-x': 'The file can be executed.',
  '!-x': 'The file can’t be executed.',
};
