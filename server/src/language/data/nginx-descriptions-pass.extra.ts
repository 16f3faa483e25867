/**
 * What the directives do that `proxy_`, `uwsgi_`, `fastcgi_`, `scgi_`, `grpc_`, `memcached_` and `tunnel_` have in common,
 * in our own words: the modules share their code in nginx (src/http/ngx_http_upstream.c). `%` is the prefix, as in
 * `%_buffers`; `@` the protocol's name.
 */
export const passPrefixes: Readonly<Record<string, string>> = {
  proxy: 'HTTP',
  uwsgi: 'uwsgi',
  fastcgi: 'FastCGI',
  scgi: 'SCGI',
  grpc: 'gRPC',
  memcached: 'memcached',
  tunnel: 'tunnel',
};

export const passDescriptions: Readonly<Record<string, string>> = {
  bind: 'Local address for connections to the @ server; `transparent` takes the client’s own. `off` lifts what is inherited.',
  buffer_size:
    'Buffer for the first part of the @ answer, which holds its headers. When they are larger the client gets 502 with “upstream sent too big header”.',
  buffering:
    'Whether nginx reads the @ answer as fast as it can and sends it at the client’s pace. `off` suits streams such as server-sent events; `X-Accel-Buffering: no` does the same for one answer.',
  buffers:
    'Number and size of the buffers for one @ answer; what does not fit goes to a temporary file.',
  busy_buffers_size:
    'How much of the @ answer may be on its way to the client while the rest is still read. It must be smaller than all of `%_buffers` but one.',
  cache:
    'Zone of a `%_cache_path` that @ answers are cached in. `off` lifts what is inherited; with `Set-Cookie` an answer is not cached.',
  cache_background_update:
    'Renews an expired @ answer in the background while the old one is sent; `%_cache_use_stale updating` must allow it.',
  cache_bypass:
    'When one of these values is neither empty nor `0`, the @ answer is not taken **from** the cache. It is still stored, unless `%_no_cache` says so as well.',
  cache_key:
    'Text that a cached @ answer is found by. What makes answers differ, e.g. the host or a cookie, must be in it.',
  cache_lock: 'Lets one request fill an entry of the @ cache while others wait for it.',
  cache_lock_age: 'After this time another request may try to fill the entry of the @ cache, too.',
  cache_lock_timeout:
    'How long others wait for an entry of the @ cache; then they ask for themselves, uncached.',
  cache_max_range_offset: 'Range requests behind this offset go to the @ server, uncached.',
  cache_methods: 'Methods whose @ answers are cached; GET and HEAD always are.',
  cache_min_uses: 'How many requests it takes before a @ answer is cached.',
  cache_path:
    'Folder for cached @ answers, with `keys_zone=NAME:SIZE` for their keys (1m holds some 8,000). `max_size` bounds the disk, `inactive` removes what nobody asks for, fresh or not.',
  cache_revalidate: 'Renews expired @ entries by conditional requests.',
  cache_use_stale: 'In which cases an expired @ entry is sent rather than an error.',
  cache_valid:
    'How long @ answers of these codes are fresh. `Cache-Control` and `Expires` of the answer count more. Without any of them nothing is cached.',
  connect_timeout:
    'How long a connection to the @ server may take to be made. More than 75s is usually not possible.',
  force_ranges: 'Whether nginx answers byte ranges of a @ answer itself, whatever the answer says.',
  hide_header:
    'Header of the @ answer that the client does not get to see. One in a block drops the inherited ones.',
  ignore_client_abort: 'Whether the @ request goes on when the client has gone.',
  ignore_headers:
    'Headers of the @ answer that nginx itself pays no heed to, e.g. `Cache-Control` or `X-Accel-Redirect`. The client still gets them.',
  intercept_errors: 'Whether @ answers with codes of 300 and above are replaced by `error_page`.',
  limit_rate: 'Bytes per second that are read of one @ answer. It works with buffering only.',
  max_temp_file_size: 'How much of a @ answer may go to a temporary file; 0 keeps it off the disk.',
  next_upstream:
    'In which cases a @ request goes to the next server of the upstream. Requests that may have been worked on (POST) are not repeated unless `non_idempotent` is named.',
  next_upstream_timeout: 'How long the search for a @ server that answers may take.',
  next_upstream_tries: 'How many servers are tried for one @ request; 0 means all.',
  no_cache: 'When one of these values is neither empty nor `0`, the @ answer is not **stored**.',
  pass_header: 'Header of the @ answer that the client gets although nginx would hide it.',
  pass_request_body: 'Whether the request’s body is sent to the @ server.',
  pass_request_headers: 'Whether the client’s headers are sent to the @ server.',
  read_timeout:
    'How long the @ server may be silent **between two reads**, not for the whole answer; then 504. Slow pages need more than the default 60s, and so do WebSockets.',
  request_buffering:
    'Whether the whole request body is read before it is sent to the @ server. `off` streams it, and then no other server can be tried.',
  send_lowat: 'Lower mark for sending to the @ server; FreeBSD only.',
  send_timeout: 'How long the @ server may take between two reads of the request.',
  socket_keepalive: 'Whether TCP keep-alive probes watch connections to the @ server.',
  socket_rcvbuf: 'Receive buffer of the kernel for connections to the @ server.',
  socket_sndbuf: 'Send buffer of the kernel for connections to the @ server.',
  store: 'Saves @ answers as files that `root` or `alias` can serve later. It knows no expiry.',
  store_access: 'Rights of the files that `%_store` writes.',
  temp_file_write_size: 'How much is written at once to a temporary file of a @ answer.',
  temp_path:
    'Folder for temporary files of @ answers. nginx creates it at start, used or not, and fails when it may not.',
  ssl_certificate:
    'Certificate that nginx shows to the @ server. A relative path counts from the folder of the main configuration.',
  ssl_certificate_key: 'Private key of the certificate that nginx shows to the @ server.',
  ssl_certificate_cache: 'Keeps certificates for @ servers whose path has variables.',
  ssl_ciphers: 'Cipher suites towards the @ server.',
  ssl_conf_command: 'Sets a command of OpenSSL for connections to the @ server.',
  ssl_crl: 'Revoked certificates that a @ server’s one is checked against.',
  ssl_name:
    'Name that is checked in the @ server’s certificate, and sent to it by `%_ssl_server_name`. By default the host of `%_pass`: with an upstream that is the **upstream’s** name.',
  ssl_password_file: 'Passphrases for the key that nginx shows to the @ server.',
  ssl_protocols: 'TLS versions towards the @ server.',
  ssl_server_name:
    'Whether the name is sent to the @ server in the handshake (SNI). Off by default, which many hosts answer with an error.',
  ssl_session_reuse: 'Whether TLS sessions with the @ server are resumed.',
  ssl_trusted_certificate:
    'Authorities that the @ server’s certificate is checked against; needed by `%_ssl_verify`.',
  ssl_verify:
    'Whether the @ server’s certificate is checked. **Off by default**: the connection is encrypted, but to whomever answers.',
  ssl_verify_depth: 'Length of the @ server’s chain of certificates.',
};

/** What only one of the protocols has. */
export const ownPassDescriptions: Readonly<Record<string, string>> = {
  uwsgi_pass:
    'Hands requests to a uWSGI socket: `127.0.0.1:3031`, `unix:/run/app.sock`, the name of an upstream, or a FastRouter. It speaks the uwsgi protocol (`socket`), not HTTP (`http-socket`), and sends only what `uwsgi_param` names: `include uwsgi_params` is needed. Not inherited by nested locations.',
  uwsgi_param:
    'A variable that is sent to uWSGI, e.g. `PATH_INFO`. **One in a block drops every inherited one**, the whole of an `include uwsgi_params` above it too. With `if_not_empty` an empty value is left out.',
  uwsgi_string:
    'Code that is sent to uWSGI in place of a request, for its eval modifiers. Undocumented.',
  uwsgi_modifier1:
    'First byte of the uwsgi packet: which plugin answers. 0 is Python’s WSGI, 5 Perl, 7 Ruby, 9 CGI, 14 PHP, 30 WSGI with `SCRIPT_NAME`.',
  uwsgi_modifier2: 'Second byte of the uwsgi packet; its meaning depends on the first.',
  proxy_pass:
    'Hands requests to an HTTP server. **With a path behind the host** (even `/`) the location’s prefix is replaced by it; without, the URI is passed on unchanged. In regex and named locations no path is possible. With variables in it the whole URI must be built by hand, and host names need a `resolver`.',
  proxy_redirect:
    'Rewrites `Location` and `Refresh` of answers, so that they lead to the client’s side. `default` derives it from `proxy_pass` and the location.',
  proxy_set_header:
    'Header that is sent to the HTTP server in place of the client’s; an empty value removes it. **One in a block drops every inherited one**, and then also `Host` goes back to `$proxy_host`.',
  proxy_http_version:
    'HTTP version towards the server. Up to 1.29.6 the default is 1.0: keep-alive and WebSockets need `1.1`.',
  proxy_method: 'Method that is sent in place of the client’s.',
  proxy_set_body: 'Body that is sent in place of the client’s.',
  proxy_cookie_domain: 'Changes the domain in `Set-Cookie` of answers.',
  proxy_cookie_path: 'Changes the path in `Set-Cookie` of answers.',
  proxy_cookie_flags: 'Adds or removes flags such as `secure` in `Set-Cookie` of answers.',
  proxy_headers_hash_max_size:
    'Upper size of the tables of `proxy_set_header` and `proxy_hide_header`.',
  proxy_headers_hash_bucket_size: 'Room for one bucket of the tables of `proxy_set_header`.',
  proxy_pass_trailers: 'Whether trailers of the answer reach the client.',
  proxy_cache_convert_head: 'Whether HEAD is asked as GET, so that the answer can be cached.',
  fastcgi_pass:
    'Hands requests to a FastCGI server such as PHP-FPM: `127.0.0.1:9000` or `unix:/run/php.sock`. The script is chosen by `fastcgi_param SCRIPT_FILENAME`. Not inherited by nested locations.',
  fastcgi_param:
    'A variable that is sent to the FastCGI server. **One in a block drops every inherited one**; PHP needs `SCRIPT_FILENAME` at least.',
  fastcgi_index: 'Appended to a URI that ends in `/`, for `$fastcgi_script_name`.',
  fastcgi_split_path_info:
    'Regular expression with two groups that divides the URI into script and `$fastcgi_path_info`.',
  fastcgi_keep_conn:
    'Asks the FastCGI server to keep the connection open; needed for `keepalive` in its upstream.',
  fastcgi_catch_stderr: 'Text in the FastCGI server’s error output that makes its answer invalid.',
  scgi_pass: 'Hands requests to an SCGI server. Not inherited by nested locations.',
  scgi_param:
    'A variable that is sent to the SCGI server. One in a block drops every inherited one.',
  grpc_pass:
    'Hands requests to a gRPC server: `grpc://` plain, `grpcs://` with TLS. The client must speak HTTP/2.',
  grpc_set_header:
    'Header that is sent to the gRPC server. One in a block drops every inherited one.',
  memcached_pass:
    'Answers from a memcached server; the key is in `$memcached_key`, which must be `set`.',
  memcached_gzip_flag: 'Flag of an entry that says it is compressed.',
  tunnel_pass: 'Answers CONNECT by a tunnel to the address.',
};
