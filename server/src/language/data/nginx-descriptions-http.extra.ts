/**
 * What directives do, in our own words: the http modules beside the core, upstream blocks, TLS, HTTP/2 and /3, stream and
 * mail. The same form as in nginx-descriptions-core.extra.ts.
 */
export const httpDescriptions: Readonly<Record<string, string>> = {
  // Rewrite
  return:
    'Ends the request with this code, a text or a redirect. It runs **before** `allow`, `deny`, `auth_basic` and the limits, so none of them protects it. A single argument is a code or an address that begins with `http://`, `https://` or `$scheme`.',
  'return@stream server': 'Sends this text to the client and closes the connection.',
  rewrite:
    'Changes the URI when the regular expression matches it (without scheme, host and query). The old query is appended unless the replacement ends in `?`. A replacement that begins with `http://`, `https://` or `$scheme` is a redirect at once.',
  break: 'Ends the rewrite directives of this block; the request goes on in the same location.',
  if: 'Settings under a condition: a variable, `=`, `!=`, `~`, `~*`, `-f`, `-d`, `-e`, `-x`. There is no `&&`, `||`, `==`, `else`. In a location only `return`, `rewrite … last|break` and `set` are safe in it: anything else makes a location of its own that drops much of what stands beside it.',
  set: 'Gives a variable a value while the request passes here. The variable exists everywhere, but stays empty (with a warning) where this `set` was not reached. Built-in variables are mostly read-only.',
  'set@stream server': 'Gives a variable of the stream session a value.',
  rewrite_log: 'Writes what the rewrite directives do to the error log, at level `notice`.',
  uninitialized_variable_warn: 'Whether the use of a variable that was never set is logged.',
  // Access
  allow:
    'Lets clients of this address or network in. The first `allow` or `deny` that fits decides, so it protects nothing without a `deny all` behind it. Any of them in a nested block replaces the whole inherited list.',
  deny: 'Refuses clients of this address or network with 403. The first `allow` or `deny` that fits decides: behind `deny all` nothing counts. `return` and `rewrite` run before it.',
  auth_basic:
    'Asks for a name and password; the text is shown to the person. `off` lifts what is inherited. Passwords cross the net nearly in plain: use it with TLS.',
  auth_basic_user_file:
    'File of `name:hash` lines. A relative path counts from the folder of the main configuration. nginx reads it at the request: when it is missing every request gets 403.',
  auth_request:
    'Asks another location by a subrequest whether the client may pass: 2xx lets it in, 401 and 403 refuse it, all else is an error (500). The body is not sent along.',
  auth_request_set:
    'Keeps a value of the answer of `auth_request`, e.g. `$upstream_http_x_user`, in a variable.',
  valid_referers:
    'Referers that count as fine; for all others `$invalid_referer` is 1. `none` lets in requests without the header, `blocked` those whose header has no scheme.',
  secure_link:
    'Checks the signature of a link, and its time of expiry, against `secure_link_md5`; the verdict is in `$secure_link`.',
  secure_link_md5:
    'The text, with the secret in it, that the signature of a link is the MD5 hash of.',
  secure_link_secret: 'The secret word of the older form of signed links.',
  set_real_ip_from:
    'Networks of proxies whose word about the client’s address is believed. Without it `real_ip_header` changes nothing; too wide a network lets clients forge addresses.',
  real_ip_header: 'Header that the client’s address is taken from, or `proxy_protocol`.',
  real_ip_recursive:
    'Whether trusted addresses at the end of the header are skipped, so that the last foreign one counts.',
  // Limits
  limit_req_zone:
    'Shared memory that counts requests per key, and the rate that is allowed. An empty key is not limited. `limit_req` puts it to use.',
  limit_req:
    'Slows down requests to the rate of the zone. Without `burst` even parallel requests of one page load are refused; `nodelay` lets the burst through at once. Refused ones get 503, see `limit_req_status`; `return` in the same block runs before it.',
  limit_req_status: 'Code for refused requests; 429 says what it is.',
  limit_req_log_level: 'Level that refusals are logged at; delays are logged one level lower.',
  limit_req_dry_run: 'Counts and logs, but refuses nothing.',
  limit_conn_zone: 'Shared memory that counts open connections per key, for `limit_conn`.',
  limit_conn:
    'Largest number of requests under way per key of the zone. With HTTP/2 and HTTP/3 each parallel request counts as one.',
  limit_conn_status: 'Code for connections over the limit.',
  limit_conn_log_level: 'Level that refused connections are logged at.',
  limit_conn_dry_run: 'Counts connections over the limit without refusing them.',
  // Variables
  map: 'A new variable whose value depends on another: the first argument is looked up among the lines of the block. Exact values win over wildcards (with `hostnames`), these over regular expressions in their order. Without `default` it is empty. Evaluated only when it is used.',
  map_hash_bucket_size: 'Room for one bucket of the tables of `map`.',
  map_hash_max_size: 'Upper size of the tables of `map`.',
  geo: 'A new variable whose value depends on the client’s address: the most specific network of the block wins. Without `default` it is empty.',
  split_clients:
    'A new variable that spreads a key over values by percent, always the same for the same key. The rest goes to `*`.',
  charset_map: 'Table between two character sets, as hexadecimal codes.',
  geoip_country: 'Database of countries in the old GeoIP format.',
  geoip_city: 'Database of cities in the old GeoIP format.',
  geoip_org: 'Database of organisations in the old GeoIP format.',
  geoip_proxy: 'Trusted proxies whose X-Forwarded-For is used for the look-up.',
  userid: 'Whether a cookie marks each client.',
  userid_name: 'Name of the cookie that marks clients.',
  userid_expires: 'How long the cookie that marks clients stays in the browser.',
  userid_domain: 'Domain of the cookie that marks clients.',
  userid_path: 'Path of the cookie that marks clients.',
  // Log
  log_format:
    'A named form of access log lines, for `access_log`. `combined` exists already. With `escape=json` values are safe inside JSON strings. A name may be defined once.',
  access_log:
    'File and format that requests are logged in. Several write to all of them, one in a nested block replaces those above, `off` ends logging there. With variables in the path the file is opened for each line; `stderr` is no special word.',
  open_log_file_cache: 'Keeps log files open whose path has variables.',
  // Headers
  add_header:
    'Adds a header to answers with codes 200, 201, 204, 206, 301, 302, 303, 304, 307 and 308; with `always`, to all. **One in a block drops every inherited one.**',
  add_header_inherit:
    'Whether a block’s own `add_header` lines are joined to the inherited ones (`merge`) or replace them (`on`, the old way).',
  add_trailer:
    'Adds a field behind the body of the answer. Inherited like `add_header`: one in a block drops those above.',
  add_trailer_inherit:
    'Whether a block’s own `add_trailer` lines are joined to the inherited ones.',
  expires:
    'Sets `Expires` and `Cache-Control`, counted from now or, with `modified`, from the file’s time. Negative values and `epoch` forbid caching.',
  charset: 'Character set that is named in `Content-Type` of text answers.',
  charset_types: 'MIME types that `charset` works on, beside `text/html`.',
  source_charset: 'Character set that answers are in before they are converted.',
  override_charset: 'Whether answers of an upstream that name a character set are converted, too.',
  // Compression, filters
  gzip: 'Compresses answers on the fly. Only `text/html` unless `gzip_types` names more, and only for requests that did not come through a proxy unless `gzip_proxied` allows it.',
  gzip_types:
    'MIME types that are compressed beside `text/html`, which always is; naming that again is a warning. Pictures and archives gain nothing.',
  gzip_comp_level: 'Effort from 1 to 9. Above 5 it costs much time for little.',
  gzip_min_length: 'Answers whose Content-Length is below are sent as they are.',
  gzip_proxied:
    'Which answers to requests from proxies (with a `Via` header) are compressed; `any` for all.',
  gzip_vary: 'Adds `Vary: Accept-Encoding`, so that caches keep both forms.',
  gzip_buffers: 'Number and size of the buffers for compressed output.',
  gzip_disable: 'Regular expressions for user agents that get no compression.',
  gzip_http_version: 'Lowest HTTP version of a request that is answered compressed.',
  gzip_static:
    'Serves `file.gz` from beside the file when it exists; `always` even to clients that did not ask.',
  gunzip: 'Unpacks compressed answers for clients that can’t.',
  gunzip_buffers: 'Number and size of the buffers for unpacking.',
  sub_filter:
    'Replaces a text in answers. It can’t see into compressed answers of an upstream; clear `Accept-Encoding` towards it.',
  sub_filter_once: 'Whether only the first occurrence is replaced.',
  sub_filter_types: 'MIME types that texts are replaced in, beside `text/html`.',
  sub_filter_last_modified: 'Whether `Last-Modified` survives the replacement.',
  addition_types: 'MIME types that `add_before_body` and `add_after_body` work on.',
  add_before_body: 'Puts the answer of another URI before the page.',
  add_after_body: 'Puts the answer of another URI behind the page.',
  ssi: 'Works on server-side includes in answers.',
  ssi_types: 'MIME types that server-side includes are looked for in.',
  image_filter: 'Scales, crops, turns or checks pictures on the fly.',
  slice:
    'Fetches large files in pieces of this size, so that ranges can be cached. `$slice_range` must be in the cache key and sent upstream.',
  // Static content
  autoindex:
    'Shows a list of a folder that has no index file. Think twice: all names become public.',
  autoindex_format: 'Form of the folder list: a page, XML, JSON or JSONP.',
  autoindex_exact_size: 'Whether sizes in the list are exact bytes instead of rounded.',
  autoindex_localtime: 'Whether times in the list are local instead of UTC.',
  random_index: 'Picks a random file of the folder as its index.',
  dav_methods: 'WebDAV methods that are allowed. PUT writes files with the rights of the worker.',
  dav_access: 'Rights of files and folders that WebDAV creates.',
  create_full_put_path: 'Whether PUT creates missing folders.',
  min_delete_depth: 'Depth that a path must have for DELETE to be allowed.',
  empty_gif: 'Answers with a transparent picture of one pixel.',
  flv: 'Lets players seek in FLV files by `start=`.',
  mp4: 'Lets players seek in MP4 files by `start=` and `end=`.',
  mp4_buffer_size: 'First buffer for the index of an MP4 file.',
  mp4_max_buffer_size: 'Largest buffer for the index of an MP4 file; more is answered with 500.',
  stub_status:
    'A short page of counters: connections, accepted, handled, requests. It should be open to oneself only.',
  mirror:
    'Sends a copy of each request to another URI and ignores its answer. The client waits for a slow copy at the end of the connection.',
  mirror_request_body: 'Whether the copy has the request’s body.',
  // Upstream
  upstream:
    'A named group of servers for `uwsgi_pass`, `proxy_pass` and their kin. The name counts without regard to case and may be used before it is defined. It needs at least one server that is no backup.',
  'upstream@stream': 'A named group of servers for `proxy_pass` of stream.',
  ip_hash:
    'Sends a client always to the same server, by the first three bytes of its IPv4 address or its whole IPv6 address. It must stand before `keepalive`; servers marked `backup` are not possible with it.',
  least_conn:
    'Sends each request to the server with the fewest open connections, weights counted in.',
  hash: 'Chooses the server by a key; `consistent` moves only few keys when the group changes. Servers marked `backup` are not possible with it.',
  random: 'Chooses a server at random; `two` looks at two of them and takes the less busy.',
  least_time: 'Chooses the server that answers fastest with the fewest open connections.',
  sticky: 'Keeps a client at the server that answered it first, by a cookie or a route.',
  keepalive:
    'Idle connections to the group that **each worker** keeps: no upper limit. Up to 1.29.6 HTTP upstreams also need `proxy_http_version 1.1` and an empty `Connection` header, and the balancing method must stand before it. uWSGI usually closes its connections anyway.',
  zone: 'Shared memory that keeps the state of the group for all workers; without it each worker counts failures for itself.',
  // TLS
  ssl: 'Removed in 1.25.1: TLS is switched on by `ssl` in `listen`.',
  ssl_certificate:
    'Certificate of the server in PEM form, followed by the intermediate ones. A relative path counts from the folder of the main configuration. Several with different key types may stand side by side.',
  ssl_certificate_key:
    'Private key of the certificate, in PEM form. It is read by the master as root, so it needs to be readable for root only.',
  ssl_certificate_cache: 'Keeps certificates and keys whose path has variables.',
  ssl_certificate_compression:
    'Whether the certificate may be sent compressed during the handshake.',
  ssl_password_file: 'File of passphrases for encrypted keys, one a line, tried in turn.',
  ssl_protocols:
    'TLS versions that are offered. TLSv1.2 and TLSv1.3 are enough; older ones are broken. The default server of an address decides for all servers there.',
  ssl_ciphers:
    'Cipher suites up to TLS 1.2, in OpenSSL’s notation. Suites of TLS 1.3 are not chosen here but by `ssl_conf_command`.',
  ssl_prefer_server_ciphers:
    'Whether the server’s order of ciphers counts instead of the client’s. With modern suites `off` is fine.',
  ssl_session_cache:
    'Cache for resuming TLS sessions; `shared:NAME:SIZE` is common to all workers, 1m keeps some 4,000 sessions. `builtin` is per worker and `none` only pretends.',
  ssl_session_timeout: 'How long a TLS session may be resumed.',
  ssl_session_tickets:
    'Whether sessions are resumed by tickets. Without rotating keys they weaken forward secrecy.',
  ssl_session_ticket_key:
    'Secret key for session tickets, so that several machines can share them. The first encrypts, the others only decrypt.',
  ssl_dhparam: 'Parameters for DHE ciphers; without the file those ciphers are not used.',
  ssl_ecdh_curve: 'Curves for ECDHE ciphers, divided by colons.',
  ssl_verify_client:
    'Whether clients must, or may, show a certificate. `optional_no_ca` leaves the check to the application.',
  ssl_client_certificate:
    'Authorities that client certificates are checked against; their names are sent to the client.',
  ssl_trusted_certificate:
    'Authorities that client certificates and OCSP answers are checked against; their names are not sent.',
  ssl_verify_depth: 'Length of a client’s chain of certificates.',
  ssl_crl: 'Revoked client certificates, in PEM form. An out-of-date list refuses everyone.',
  ssl_stapling:
    'Sends proof that the certificate is not revoked. It needs a `resolver`, and authorities are giving OCSP up.',
  ssl_stapling_verify:
    'Whether the OCSP answer is checked before it is sent; it then needs `ssl_trusted_certificate`.',
  ssl_stapling_file: 'File to send in place of an OCSP answer of the authority.',
  ssl_stapling_responder: 'OCSP server in place of the one that the certificate names.',
  ssl_ocsp: 'Whether client certificates are checked by OCSP.',
  ssl_early_data:
    'Accepts data in the first packet of TLS 1.3. Such requests can be replayed: pass `$ssl_early_data` on and let the application answer 425.',
  ssl_buffer_size:
    'Size of the pieces that answers are encrypted in; small ones bring the first byte earlier.',
  ssl_conf_command: 'Sets a command of OpenSSL directly, e.g. `Ciphersuites` for TLS 1.3.',
  ssl_reject_handshake:
    'Refuses the handshake: for a default server that should answer no unknown name. It needs no certificate.',
  ssl_handshake_timeout: 'How long a TLS handshake may take.',
  ssl_alpn: 'Protocols that the server offers by ALPN.',
  ssl_preread:
    'Reads the name and protocols of a TLS handshake without decrypting it, for `$ssl_preread_server_name`.',
  ssl_ech_file: 'Key for Encrypted Client Hello.',
  // HTTP/2 and HTTP/3
  http2: 'Switches HTTP/2 on for the server (since 1.25.1; before it was a word of `listen`).',
  http2_max_concurrent_streams: 'Parallel requests of one HTTP/2 connection.',
  http2_chunk_size: 'Size of the pieces that HTTP/2 answers are cut into.',
  http2_body_preread_size: 'How much of a request body HTTP/2 may send before it is read.',
  http2_recv_buffer_size: 'Input buffer of each worker for HTTP/2.',
  http2_push: 'Ignored since 1.25.1: server push is gone from browsers.',
  http2_push_preload: 'Ignored since 1.25.1 together with server push.',
  http3:
    'Switches HTTP/3 on for the server; `listen … quic` opens the port, and an `Alt-Svc` header tells browsers.',
  http3_max_concurrent_streams: 'Parallel requests of one HTTP/3 connection.',
  quic_retry: 'Makes QUIC clients prove their address first.',
  quic_gso: 'Lets the kernel cut QUIC packets.',
  quic_host_key: 'Secret for QUIC tokens, to keep them valid over restarts.',
  quic_bpf: 'Routes QUIC packets to the right worker by eBPF; Linux only.',
  // Stream
  stream:
    'All that passes TCP and UDP on without reading HTTP. It stands beside `http`, never in it.',
  preread_buffer_size: 'Buffer for the first bytes of a session that are looked into.',
  preread_timeout: 'How long a client may take for the bytes that are looked into.',
  proxy_protocol_timeout: 'How long a client may take for its PROXY protocol header.',
  'proxy_pass@stream server':
    'Address or upstream that the session is passed to: host and port, without any `http://`.',
  proxy_timeout: 'How long both sides of a session may be silent; then it is closed.',
  proxy_responses: 'Datagrams that are expected in answer to one; 0 when none is.',
  proxy_requests: 'Datagrams after which a UDP session is bound anew.',
  proxy_protocol: 'Whether the PROXY protocol header is sent to the server behind.',
  proxy_ssl: 'Whether the connection to the server behind is encrypted.',
  proxy_upload_rate: 'Bytes per second that are read from a client.',
  proxy_download_rate: 'Bytes per second that are read from the server behind.',
  proxy_half_close: 'Whether each direction of a TCP session is closed for itself.',
  pass: 'Hands the session to another listener of this nginx without a connection in between.',
  // Mail
  mail: 'The mail proxy: IMAP, POP3 and SMTP.',
  auth_http: 'HTTP service that checks a login and names the mail server to go to.',
  auth_http_header: 'Header that is added to requests to the login service.',
  auth_http_timeout: 'How long the login service may take.',
  protocol: 'Mail protocol of the server; by default the port tells.',
  starttls: 'Whether clients may, or must, switch to TLS inside the session.',
  smtp_auth: 'Ways of logging in that SMTP clients may use.',
  imap_auth: 'Ways of logging in that IMAP clients may use.',
  pop3_auth: 'Ways of logging in that POP3 clients may use.',
  smtp_capabilities: 'Extensions of SMTP that are announced.',
  imap_capabilities: 'Extensions of IMAP that are announced.',
  pop3_capabilities: 'Extensions of POP3 that are announced.',
  xclient: 'Whether the client’s address is told to the SMTP server by XCLIENT.',
  proxy_pass_error_message: 'Whether error texts of the mail server reach the client.',
};
