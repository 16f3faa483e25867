/**
 * What directives do, in our own words: the core, events, and the http core. One to three sentences each.
 *
 * A key is the name of a directive, or `name@context` where the same name means something else there. Behaviour was tried
 * on nginx 1.22.1 and 1.31.5, or read from the source (https://github.com/nginx/nginx).
 */
export const coreDescriptions: Readonly<Record<string, string>> = {
  // The process
  daemon:
    'Whether nginx puts itself into the background. Under a supervisor, in a container or in a terminal it must be `off`, or the starter believes that nginx has ended.',
  master_process:
    'Whether worker processes are started at all. `off` is for debugging nginx itself only.',
  timer_resolution:
    'Asks the kernel for the time only once per interval instead of after every batch of events. Rarely worth it today; timeouts get as coarse as the interval.',
  pid: 'File that the process id of the master is written to. A relative path counts from the prefix (`-p`), not from this file.',
  lock_file:
    'Prefix of the lock files that nginx uses on systems without atomic operations. Elsewhere it has no effect.',
  worker_processes:
    'Number of worker processes. `auto` takes one for each CPU that the system has, which fits nearly always.',
  debug_points:
    'What nginx does when it finds a fault in itself: stop, so that a debugger can be attached, or abort with a core file.',
  user: 'User and group that the workers run as; without a group, the one named like the user. It counts only when nginx is started as root, else it is ignored with a warning. Unix sockets behind `uwsgi_pass` must be writable for this user.',
  worker_priority:
    'Scheduling priority of the workers, as `nice` counts it: negative numbers mean more CPU time.',
  worker_cpu_affinity:
    'Binds each worker to CPUs by a bit mask per worker; `auto` spreads them. Linux and FreeBSD only.',
  worker_rlimit_nofile:
    'Raises the limit of open files for the workers without a restart. A proxied request takes two descriptors, so it should be at least twice `worker_connections`.',
  worker_rlimit_core: 'Largest core file that a crashing worker may write.',
  worker_shutdown_timeout:
    'How long an old worker may take to finish its requests after a reload or a graceful stop; then its connections are closed. Without it one idle WebSocket keeps an old worker alive.',
  working_directory:
    'Folder that the workers change into, which only matters for core files. When it is missing, the master lives on without any worker.',
  env: 'Keeps a variable of the environment for the workers, or sets it; all others but TZ are removed. It is for modules such as Perl: the configuration itself can’t read the environment.',
  load_module:
    'Loads a dynamic module. It must stand before every block; a relative path counts from the prefix (`-p`), and the module must be built for the very same nginx.',
  include:
    'Reads another file in this place, as if its text stood here. A relative path counts from the folder of the **main** configuration, whichever file the `include` is in. With a wildcard no match is fine and matches are read in sorted order; without one a missing file is an error.',
  error_log:
    'Where errors are written, and from which level on (`error` when none is named). `stderr` and `syslog:` are known words, but `off` is not: it names a file. Several at one level write to all of them; a nested block replaces the outer ones.',
  pcre_jit: 'Compiles the regular expressions of the configuration to machine code at start.',
  thread_pool:
    'A named pool of threads that `aio threads` hands file reads to, so that a slow disk does not block a worker.',
  ssl_engine: 'Hardware accelerator of OpenSSL that is used, by its name.',
  ssl_object_cache_inheritable:
    'Whether certificates and keys that have not changed on disk are kept over a reload instead of being read anew.',
  // Events
  events:
    'How connections are handled. Every main configuration needs this block, even an empty one.',
  worker_connections:
    'Connections that one worker may hold at the same time: those to clients *and* those to upstreams. When they are used up, new clients wait or are dropped with “worker_connections are not enough”.',
  use: 'Method that events are fetched with. nginx takes the best one of the system by itself.',
  multi_accept:
    'Whether a worker takes all waiting connections at once instead of one per event. Other workers may then go without.',
  accept_mutex:
    'Whether workers take turns in accepting connections. Off since 1.11.3, as the kernel spreads them well.',
  accept_mutex_delay: 'How long a worker waits for its turn when `accept_mutex` is on.',
  debug_connection:
    'Writes a debug log for clients of these addresses only. nginx must be built with `--with-debug`.',
  worker_aio_requests:
    'Asynchronous disk operations that one worker may have under way with `aio` and `epoll`.',
  // The frame
  http: 'All that serves HTTP: servers, upstreams, maps and the settings that they inherit. One per configuration.',
  server:
    'A virtual server: chosen by the address that the connection came to (`listen`), then by the Host header (`server_name`). When no name fits, the one marked `default_server` answers, else the first of that address.',
  'server@upstream':
    'A member of the upstream: host with port, or `unix:/path`. **Without a port it is 80**, even when `uwsgi_pass` uses the upstream. A host name is resolved once, at start.',
  'server@stream': 'A server for raw TCP or UDP. Here the address alone decides.',
  'server@mail': 'A server of the mail proxy.',
  location:
    'Settings for a part of the URIs. An exact match (`=`) wins at once; else the longest prefix is remembered, and when it has no `^~` the regular expressions are tried in the order of the file: the first that matches beats the prefix. Only one location answers a request.',
  listen:
    'Address and port that the server answers on. A bare port means all IPv4 addresses; IPv6 needs `[::]:80` beside it. A server without any `listen` is on port 80, or on 8000 when nginx is not started as root.',
  'listen@stream server':
    'Address and port of the stream server, with `udp` for datagrams. There is no default: it must be given.',
  server_name:
    'Host names that the server answers to. Exact names win, then the longest `*.example.org`, then the longest `www.*`, then the first matching `~regex`. `_` is no catch-all, just a name that never fits; ports and schemes have no place here.',
  server_names_hash_bucket_size:
    'Room for one bucket of the table of server names. Long names need 128: nginx says so and refuses to start.',
  server_names_hash_max_size:
    'Upper size of the table of server names; to be raised when nginx asks for it.',
  variables_hash_bucket_size: 'Room for one bucket of the table of variables.',
  variables_hash_max_size: 'Upper size of the table of variables.',
  types_hash_max_size: 'Upper size of the table that `types` fills.',
  types_hash_bucket_size: 'Room for one bucket of the table that `types` fills.',
  limit_except:
    'Settings for all methods **but** the named ones: `limit_except GET { deny all; }` refuses everything else. GET includes HEAD. Only access control, authentication, `proxy_pass` and a few more may stand in it.',
  // Files
  root: 'Folder that the whole URI is appended to: with `/srv`, `/img/a.png` is `/srv/img/a.png`. Set it once in the server; inside single locations all other URIs fall back to the built-in `html` folder. Relative paths count from the prefix (`-p`).',
  alias:
    'Path that **replaces** the location’s prefix. Both need the same ending: `location /i/` with `alias /srv/img/`. Without the slash in the location, `/i../secret` leaves the folder. In a regex location it must be built of the captures.',
  try_files:
    'Serves the first of these files that exists (a trailing `/` asks for a folder). The **last** argument is never tested: it is a URI to go on with, a `@named` location or a `=code`. An `if` that matches in the same location switches it off.',
  index:
    'Files that are looked for when the URI ends in `/`. Finding one is an internal redirect: another location, say one for `.php`, may then answer.',
  types:
    'Maps file extensions to MIME types. A `types` block replaces the inherited one completely, so a small one in a location turns CSS into `text/plain`.',
  default_type:
    'MIME type of a file whose extension is in no `types`. With `text/plain` the browser shows it, with `application/octet-stream` it saves it.',
  internal:
    'The location answers internal redirects only (`error_page`, `try_files`, X-Accel-Redirect, `rewrite`). A client gets 404.',
  sendfile:
    'Lets the kernel copy files to the socket without passing them through nginx. On shared folders of virtual machines it may serve stale content.',
  sendfile_max_chunk:
    'How much one `sendfile` call may send, so that one fast client does not keep a worker busy.',
  tcp_nopush:
    'Sends the response header and the beginning of a file in one packet. It works with `sendfile` only.',
  tcp_nodelay:
    'Sends small pieces at once instead of waiting for full packets, on kept-alive connections.',
  aio: 'Reads files without blocking the worker: in threads (`threads`), or by the kernel together with `directio`.',
  aio_write: 'Uses `aio` for writing temporary files, too.',
  directio:
    'Reads files of at least this size past the page cache, which also switches `sendfile` off for them.',
  directio_alignment: 'Alignment for `directio`; XFS needs 4k.',
  output_buffers:
    'Number and size of the buffers that a file is read into when it is not sent by `sendfile`.',
  read_ahead:
    'How far the kernel reads ahead of a file; on Linux any value but 0 switches the usual read-ahead on.',
  disable_symlinks:
    'Whether files behind symbolic links are refused. It costs a system call for each part of the path.',
  open_file_cache:
    'Keeps descriptors, sizes and “not found” answers of files for a while. A changed file may be seen late, see `open_file_cache_valid`.',
  open_file_cache_valid:
    'After this time an entry of the open file cache is checked against the disk.',
  open_file_cache_min_uses:
    'How often a file must be used within `inactive` to stay open in the cache.',
  open_file_cache_errors: 'Whether failures, such as a missing file, are cached as well.',
  etag: 'Whether static files get an `ETag` made of their size and time of change.',
  if_modified_since:
    'How the time of a file is compared with the If-Modified-Since header: `exact`, `before` or not at all.',
  max_ranges: 'How many byte ranges one request may ask for; 0 switches partial answers off.',
  log_not_found:
    'Whether missing files are written to the error log. Often `off` for `/favicon.ico`.',
  log_subrequest: 'Whether subrequests are written to the access log, too.',
  merge_slashes:
    'Whether `//` in a URI counts as `/` when a location is chosen. With `off`, `//admin` gets around `location /admin`.',
  // Requests
  client_max_body_size:
    'Largest request body; more is answered with 413. The default of 1m is too small for most uploads, and 0 switches the check off.',
  client_body_buffer_size: 'Body that is kept in memory; more goes to a temporary file.',
  client_body_timeout:
    'How long a client may pause between two pieces of the request body; then 408.',
  client_body_temp_path:
    'Folder for request bodies that don’t fit into memory, with up to three levels of subfolders. nginx creates it at start and fails when it may not.',
  client_body_in_file_only:
    'Whether each request body is saved to a file; `clean` removes it afterwards, `on` keeps it.',
  client_body_in_single_buffer:
    'Whether the body is kept in one piece, for those who read `$request_body`.',
  client_body_early_read:
    'Whether the request body is read before the handler of the location is called.',
  client_header_buffer_size:
    'First buffer for the request line and headers; longer ones take `large_client_header_buffers`.',
  client_header_timeout: 'How long a client may take for its request headers; then 408.',
  large_client_header_buffers:
    'Number and size of the buffers for long headers. A request line longer than one buffer is answered with 414, a header with 400: big cookies need more.',
  connection_pool_size:
    'Memory that is taken for a connection at first. Tuning it hardly ever pays.',
  request_pool_size: 'Memory that is taken for a request at first. Tuning it hardly ever pays.',
  max_headers: 'How many headers a request may have; more is answered with 400.',
  ignore_invalid_headers:
    'Whether headers with odd characters in their name are dropped silently instead of failing the request.',
  underscores_in_headers:
    'Whether headers with `_` in their name are kept. With the default `off` they are dropped, so `$http_my_header` stays empty for `My_Header`. It must be set in the default server of the address.',
  chunked_transfer_encoding:
    'Whether answers of unknown length are sent in chunks to HTTP/1.1 clients.',
  // Connections
  keepalive_timeout:
    'How long an idle client connection stays open; 0 closes it after each answer. The second value is only told to the client, in the `Keep-Alive` header.',
  'keepalive_timeout@upstream': 'How long an idle connection to a member of the upstream is kept.',
  keepalive_requests:
    'How many requests one client connection may carry before it is closed. 1000 since 1.19.10, 100 before.',
  'keepalive_requests@upstream': 'How many requests one kept connection to the upstream may carry.',
  keepalive_time: 'After this time a client connection is closed behind its current request.',
  'keepalive_time@upstream': 'After this time a connection to the upstream is not used again.',
  keepalive_min_timeout:
    'Time for which an idle client connection is kept even when nginx would like to close it on reload.',
  keepalive_disable: 'Browsers that keep-alive is refused to, by name.',
  send_timeout:
    'How long a client may pause in *reading* the answer; then the connection is closed.',
  lingering_close:
    'Whether nginx reads on for a moment behind an answer that came before the whole body was read.',
  lingering_time: 'How long nginx goes on reading a body that it does not need.',
  lingering_timeout: 'How long nginx waits for more of a body that it does not need.',
  reset_timedout_connection:
    'Closes timed-out connections by a reset, which frees their memory at once.',
  limit_rate:
    'Bytes per second for one answer; 0 means no limit. It counts per request, so a client with several connections gets it several times.',
  limit_rate_after: 'Amount that is sent at full speed before `limit_rate` sets in.',
  postpone_output: 'Holds small output back until this many bytes are there.',
  send_lowat: 'Keeps sending until the kernel takes this many bytes; FreeBSD only.',
  satisfy:
    'Whether all checks (address, password, subrequest) must agree or one of them is enough. With `any` an allowed address needs no password.',
  auth_delay: 'Delays each refusal with 401, so that passwords can’t be guessed by timing.',
  // Answers
  error_page:
    'URI, `@location` or address that answers these codes in place of the built-in page. `=200` changes the code, a bare `=` takes that of the new answer. For answers of an upstream it needs `uwsgi_intercept_errors` and its kin. One in a block drops the inherited ones.',
  recursive_error_pages:
    'Whether an error while `error_page` is served may lead to another error page.',
  server_tokens:
    'Whether the version of nginx stands in the `Server` header and on error pages. `off` hides the number, not the name.',
  absolute_redirect:
    'Whether redirects that nginx makes name scheme, host and port. Behind another proxy `off` keeps the inner port out of `Location`.',
  port_in_redirect: 'Whether the port of the listener stands in absolute redirects.',
  server_name_in_redirect:
    'Whether absolute redirects use the first `server_name` instead of the Host header.',
  msie_padding: 'Pads short error pages so that old Internet Explorers show them.',
  msie_refresh: 'Sends a refresh page in place of a redirect to old Internet Explorers.',
  early_hints: 'When an interim answer 103 of the upstream is passed on to the client.',
  post_action:
    'URI that is called after a request has been answered, for its side effects only. Undocumented.',
  subrequest_output_buffer_size: 'Buffer for the answer of a subrequest that is kept in memory.',
  resolver:
    'Name servers that nginx asks at run time. Needed whenever a `*_pass` has a variable with a host name in it, or a server has `resolve`; `/etc/resolv.conf` is never read. Only one’s own name servers should stand here.',
  resolver_timeout: 'How long nginx waits for a name to be resolved.',
};
