/** One word that an option takes, or begins its value with. */
export interface Choice {
  readonly name: string;
  readonly text: string;
  /** What follows the word, e.g. `:FILE`. */
  readonly argument?: string;
  /** Plugin that brings it; core when left out. */
  readonly plugin?: string;
}

/** Whole values of options, by the option's first name. From the registrations in uWSGI 2.0.30. */
export const uwsgiChoices: Readonly<Record<string, readonly Choice[]>> = {
  'subscription-algo': [
    { name: 'wrr', text: 'Weighted round robin, the default.' },
    { name: 'lrc', text: 'The worker with the fewest running requests.' },
    { name: 'wlrc', text: 'The worker with the fewest running requests for its weight.' },
  ],
  'cheaper-algo': [
    { name: 'spare', text: 'Looks at idle workers; the default.' },
    { name: 'backlog', text: 'Looks at the listen queue.' },
    { name: 'manual', text: 'Obeys the master FIFO only.' },
    {
      name: 'busyness',
      plugin: 'cheaper_busyness',
      text: 'Looks at the share of time that workers work.',
    },
    {
      name: 'backlog2',
      plugin: 'cheaper_backlog2',
      text: 'Looks at the listen queue, with limits of its own.',
    },
  ],
  protocol: [
    { name: 'uwsgi', text: "nginx's `uwsgi_pass`; the default." },
    { name: 'http', text: 'HTTP, as `http-socket`.' },
    { name: 'http11', text: 'HTTP with keep-alive.' },
    { name: 'fastcgi', text: 'FastCGI.' },
    { name: 'fastcgi-nph', text: 'FastCGI with a status line.' },
    { name: 'scgi', text: 'SCGI.' },
    { name: 'scgi-nph', text: 'SCGI with a status line.' },
    { name: 'puwsgi', text: 'The uwsgi protocol on connections that stay open.' },
    { name: 'raw', text: 'No protocol: the app gets the connection.' },
  ],
  'lock-engine': [{ name: 'ipcsem', text: 'Semaphores of System V.' }],
  'file-serve-mode': [
    { name: 'x-sendfile', text: 'Apache or lighttpd sends the file.' },
    { name: 'x-accel-redirect', text: 'nginx sends the file, from an internal location.' },
    { name: 'nginx', text: 'The same as `x-accel-redirect`.' },
  ],
  'wsgi-env-behaviour': [
    { name: 'cheat', text: 'One dictionary per core, used again and again; the default.' },
    { name: 'holy', text: 'A new dictionary for each request.' },
  ],
  loop: [
    { name: 'async', text: "uWSGI's own asynchronous engine." },
    { name: 'simple', text: 'The default.' },
    { name: 'gevent', plugin: 'gevent', text: 'gevent.' },
    { name: 'asyncio', plugin: 'asyncio', text: 'asyncio with greenlets.' },
    { name: 'tornado', plugin: 'tornado', text: 'Tornado with greenlets.' },
    { name: 'coroae', plugin: 'coroae', text: 'Coro::AnyEvent of Perl.' },
  ],
  logdate: [
    { name: 'true', text: 'As in `Mon Nov 23 20:00:54 2026 - `.' },
    { name: '%%Y-%%m-%%d %%H:%%M:%%S', text: 'As in `2026-11-23 20:00:48 - `.' },
  ],
  'chmod-socket': [
    { name: '660', text: 'Owner and group may connect: put nginx into the group.' },
    { name: '666', text: 'Everybody on the machine may connect.' },
    { name: '600', text: 'Only the owner may connect.' },
    { name: '664', text: 'Owner and group may connect, others see the file only.' },
  ],
  'logfile-chmod': [
    { name: '640', text: 'The owner writes, the group reads.' },
    { name: '644', text: 'The owner writes, everybody reads.' },
    { name: '600', text: 'Only the owner.' },
  ],
  umask: [
    { name: '022', text: 'Others may read new files; sockets take connections of the owner only.' },
    { name: '027', text: 'The group may read new files.' },
    { name: '007', text: 'The group may do everything, others nothing.' },
    { name: '000', text: 'Everybody may do everything with new files and sockets.' },
  ],
  unshare: [
    { name: 'pid', text: 'Processes.' },
    { name: 'net', text: 'Network.' },
    { name: 'ipc', text: 'System V and POSIX queues and semaphores.' },
    { name: 'uts', text: 'Host name.' },
    { name: 'mount', text: 'Mounts.' },
    { name: 'fs', text: 'Mounts; the same as `mount`.' },
    { name: 'user', text: 'Users and groups.' },
  ],
  'harakiri-graceful-signal': [
    { name: '15', text: 'SIGTERM, the default.' },
    { name: '2', text: 'SIGINT.' },
    { name: '10', text: 'SIGUSR1.' },
    { name: '12', text: 'SIGUSR2.' },
    { name: '3', text: 'SIGQUIT.' },
  ],
};

/** First words of values such as `file:/var/log/x.log`, for options that are of one family. */
export const loggerKinds: readonly Choice[] = [
  { name: 'file', argument: ':FILE', plugin: 'logfile', text: 'A file.' },
  { name: 'stdio', argument: ':', plugin: 'logfile', text: 'Standard output.' },
  { name: 'fd', argument: ':NUMBER', plugin: 'logfile', text: 'An open descriptor.' },
  { name: 'syslog', argument: ':NAME', plugin: 'syslog', text: 'The local syslog.' },
  {
    name: 'rsyslog',
    argument: ':HOST:PORT,NAME',
    plugin: 'rsyslog',
    text: 'A syslog server, by UDP.',
  },
  { name: 'socket', argument: ':ADDRESS', plugin: 'logsocket', text: 'A unix or UDP socket.' },
  {
    name: 'pipe',
    argument: ':COMMAND',
    plugin: 'logpipe',
    text: 'The standard input of a command.',
  },
  { name: 'systemd', argument: ':', plugin: 'systemd_logger', text: 'The journal.' },
  {
    name: 'redislog',
    argument: ':ADDRESS,COMMAND,PREFIX',
    plugin: 'redislog',
    text: 'A Redis server.',
  },
  {
    name: 'mongodblog',
    argument: ':ADDRESS,COLLECTION,NODE',
    plugin: 'mongodblog',
    text: 'A MongoDB server.',
  },
  { name: 'graylog2', argument: ':ADDRESS,HOST', plugin: 'graylog2', text: 'A Graylog2 server.' },
  {
    name: 'crypto',
    argument: ':addr=ADDRESS,algo=NAME,secret=TEXT',
    plugin: 'logcrypto',
    text: 'A UDP server, encrypted.',
  },
  { name: 'zeromq', argument: ':ADDRESS', plugin: 'logzmq', text: 'A ZeroMQ socket.' },
];

export const logEncoders: readonly Choice[] = [
  { name: 'prefix', argument: ' TEXT', text: 'Puts text in front of the line.' },
  { name: 'suffix', argument: ' TEXT', text: 'Puts text behind the line.' },
  { name: 'nl', text: 'Ends the line; needed behind `json` and `format`.' },
  {
    name: 'format',
    argument: ' TEXT',
    text: 'A pattern with `${msg}`, `${unix}`, `${micros}`, `${strftime:FORMAT}`.',
  },
  { name: 'json', argument: ' TEXT', text: 'Like `format`, with the message escaped for JSON.' },
  { name: 'gzip', text: 'Compresses the stream (gzip).' },
  { name: 'compress', text: 'Compresses the stream (zlib).' },
  { name: 'msgpack', argument: ' TEXT', plugin: 'msgpack', text: 'MessagePack.' },
];

/** Actions of the `hook-…` options (core/hooks.c). */
export const hookActions: readonly Choice[] = [
  {
    name: 'exec',
    argument: ':COMMAND',
    text: 'Runs a command by the shell; a failing one ends the start.',
  },
  {
    name: 'safeexec',
    argument: ':COMMAND',
    text: 'Runs a command by the shell; its failure does not count.',
  },
  { name: 'mkdir', argument: ':FOLDER', text: 'Makes a folder.' },
  { name: 'create', argument: ':FILE', text: 'Makes an empty file.' },
  { name: 'write', argument: ':FILE TEXT', text: 'Writes text into a file.' },
  { name: 'writen', argument: ':FILE TEXT', text: 'Writes text and a line break into a file.' },
  { name: 'append', argument: ':FILE TEXT', text: 'Appends text to a file.' },
  { name: 'appendn', argument: ':FILE TEXT', text: 'Appends text and a line break to a file.' },
  { name: 'writefifo', argument: ':FILE TEXT', text: 'Writes text into a named pipe.' },
  {
    name: 'spinningfifo',
    argument: ':FILE TEXT',
    text: 'Writes text into a named pipe as soon as someone reads it.',
  },
  { name: 'unlink', argument: ':FILE', text: 'Removes a file.' },
  { name: 'chdir', argument: ':FOLDER', text: 'Changes the directory.' },
  { name: 'chmod', argument: ':FILE MODE', text: 'Changes the rights of a file.' },
  { name: 'chown', argument: ':FILE USER GROUP', text: 'Changes owner and group of a file.' },
  { name: 'sticky', argument: ':FOLDER', text: 'Sets the sticky bit of a folder.' },
  { name: 'mount', argument: ':TYPE SOURCE TARGET', text: 'Mounts a file system.' },
  { name: 'umount', argument: ':TARGET', text: 'Unmounts a file system.' },
  { name: 'hostname', argument: ':NAME', text: 'Sets the host name.' },
  { name: 'putenv', argument: ':NAME=VALUE', text: 'Sets an environment variable.' },
  { name: 'call', argument: ':SYMBOL', text: 'Calls a C function.' },
  {
    name: 'callret',
    argument: ':SYMBOL',
    text: 'Calls a C function and looks at what it returns.',
  },
  { name: 'alarm', argument: ':NAME MESSAGE', text: 'Raises an alarm.' },
  { name: 'rpc', argument: ':FUNCTION ARGUMENTS', text: 'Calls an RPC function.' },
  {
    name: 'retryrpc',
    argument: ':FUNCTION ARGUMENTS',
    text: 'Calls an RPC function until it works.',
  },
  { name: 'wait_for_fs', argument: ':PATH', text: 'Waits for a file or folder.' },
  { name: 'wait_for_file', argument: ':FILE', text: 'Waits for a file.' },
  { name: 'wait_for_dir', argument: ':FOLDER', text: 'Waits for a folder.' },
  { name: 'wait_for_socket', argument: ':ADDRESS', text: 'Waits until a socket answers.' },
  {
    name: 'unix_signal',
    argument: ':NUMBER FUNCTION',
    text: 'Ties a unix signal to a function of uWSGI.',
  },
  { name: 'print', argument: ':TEXT', text: 'Writes a line into the log.' },
  { name: 'exit', argument: ':STATUS', text: 'Ends with that status.' },
];

/** Actions of the `legion-…` options (core/legion.c). */
export const legionActions: readonly Choice[] = [
  { name: 'cmd', argument: ':COMMAND', text: 'Runs a command.' },
  { name: 'exec', argument: ':COMMAND', text: 'Runs a command; the same as `cmd`.' },
  { name: 'signal', argument: ':NUMBER', text: 'Raises a uWSGI signal.' },
  { name: 'log', argument: ':TEXT', text: 'Writes a line into the log.' },
  { name: 'alarm', argument: ':NAME TEXT', text: 'Raises an alarm.' },
];

export const alarmKinds: readonly Choice[] = [
  { name: 'log', argument: ':', text: 'A line in the log.' },
  { name: 'cmd', argument: ':COMMAND', text: 'A command that gets the message as standard input.' },
  { name: 'mule', argument: ':NUMBER', text: 'A message to a mule.' },
  { name: 'signal', argument: ':NUMBER', text: 'A uWSGI signal.' },
  { name: 'curl', argument: ':URL', plugin: 'alarm_curl', text: 'A request or mail by curl.' },
  { name: 'xmpp', argument: ':ARGUMENTS', plugin: 'alarm_xmpp', text: 'A message by XMPP.' },
];

export const statsPushers: readonly Choice[] = [
  { name: 'file', argument: ':FILE', plugin: 'stats_pusher_file', text: 'A file.' },
  { name: 'socket', argument: ':ADDRESS', plugin: 'stats_pusher_socket', text: 'A UDP socket.' },
  { name: 'statsd', argument: ':ADDRESS', plugin: 'stats_pusher_statsd', text: 'A statsd server.' },
  {
    name: 'mongodb',
    argument: ':ADDRESS',
    plugin: 'stats_pusher_mongodb',
    text: 'A MongoDB server.',
  },
  { name: 'carbon', argument: ':ADDRESS', plugin: 'carbon', text: 'A Graphite server.' },
  { name: 'rrdtool', argument: ':FOLDER', plugin: 'rrdtool', text: 'Round robin files.' },
  { name: 'zabbix', argument: ':ADDRESS', plugin: 'zabbix', text: 'A Zabbix server.' },
];

/** Actions of `route` and its relatives (core/routing.c, plugins/router_*). */
export const routeActions: readonly Choice[] = [
  { name: 'continue', argument: ':', text: 'Leaves the routes; the app answers.' },
  { name: 'last', argument: ':', text: 'Leaves the routes; the app answers.' },
  {
    name: 'break',
    argument: ':STATUS',
    text: 'Ends the request with a status, e.g. `403 Forbidden`.',
  },
  { name: 'return', argument: ':STATUS', text: 'Ends the request with a status and a small page.' },
  { name: 'goto', argument: ':LABEL', text: 'Goes on at a `route-label` below.' },
  { name: 'log', argument: ':TEXT', text: 'Writes a line into the log.' },
  { name: 'logvar', argument: ':NAME=VALUE', text: 'Sets a variable for `log-format`.' },
  { name: 'donotlog', argument: ':', text: 'The request is not logged.' },
  { name: 'donotoffload', argument: ':', text: 'The request is not offloaded.' },
  { name: 'addvar', argument: ':NAME=VALUE', text: 'Sets a request variable.' },
  { name: 'addheader', argument: ':NAME: VALUE', text: 'Adds a response header.' },
  { name: 'delheader', argument: ':NAME', text: 'Removes a response header.' },
  { name: 'remheader', argument: ':NAME', text: 'Removes a response header.' },
  {
    name: 'clearheaders',
    argument: ':STATUS',
    text: 'Drops all response headers and sets a status.',
  },
  { name: 'disableheaders', argument: ':', text: 'Sends no headers.' },
  { name: 'setapp', argument: ':NAME', text: 'Chooses the app.' },
  { name: 'setuser', argument: ':NAME', text: 'Sets REMOTE_USER.' },
  { name: 'setfile', argument: ':FILE', text: 'Sets UWSGI_FILE.' },
  { name: 'setscriptname', argument: ':PATH', text: 'Sets SCRIPT_NAME.' },
  { name: 'setpathinfo', argument: ':PATH', text: 'Sets PATH_INFO.' },
  { name: 'fixpathinfo', argument: ':', text: 'Takes SCRIPT_NAME off PATH_INFO.' },
  { name: 'seturi', argument: ':URI', text: 'Sets REQUEST_URI.' },
  { name: 'setmethod', argument: ':METHOD', text: 'Sets REQUEST_METHOD.' },
  { name: 'setscheme', argument: ':SCHEME', text: 'Sets UWSGI_SCHEME, e.g. `https`.' },
  { name: 'setremoteaddr', argument: ':ADDRESS', text: 'Sets REMOTE_ADDR.' },
  { name: 'setdocroot', argument: ':FOLDER', text: 'Sets DOCUMENT_ROOT.' },
  { name: 'sethome', argument: ':FOLDER', text: 'Sets UWSGI_HOME.' },
  { name: 'setprocname', argument: ':NAME', text: 'Sets the name of the process.' },
  { name: 'chdir', argument: ':FOLDER', text: 'Changes the directory.' },
  { name: 'harakiri', argument: ':SECONDS', text: 'Time limit of this request.' },
  { name: 'alarm', argument: ':NAME MESSAGE', text: 'Raises an alarm.' },
  { name: 'signal', argument: ':NUMBER', text: 'Raises a uWSGI signal.' },
  { name: 'send', argument: ':TEXT', text: 'Sends text as it is.' },
  { name: 'static', argument: ':FILE', plugin: 'router_static', text: 'Answers with a file.' },
  {
    name: 'file',
    argument: ':filename=FILE',
    plugin: 'router_static',
    text: 'Answers with a file, by read and write.',
  },
  {
    name: 'sendfile',
    argument: ':filename=FILE',
    plugin: 'router_static',
    text: 'Answers with a file, by sendfile().',
  },
  { name: 'redirect', argument: ':URL', plugin: 'router_redirect', text: 'Redirects with 302.' },
  {
    name: 'redirect-permanent',
    argument: ':URL',
    plugin: 'router_redirect',
    text: 'Redirects with 301.',
  },
  {
    name: 'rewrite',
    argument: ':PATH',
    plugin: 'router_rewrite',
    text: 'Changes the path and begins the routes anew.',
  },
  {
    name: 'rewrite-last',
    argument: ':PATH',
    plugin: 'router_rewrite',
    text: 'Changes the path and leaves the routes.',
  },
  {
    name: 'basicauth',
    argument: ':REALM,USER:PASSWORD',
    plugin: 'router_basicauth',
    text: 'Asks for a password.',
  },
  {
    name: 'uwsgi',
    argument: ':ADDRESS,MODIFIER1,MODIFIER2',
    plugin: 'router_uwsgi',
    text: 'Passes the request on by the uwsgi protocol.',
  },
  {
    name: 'http',
    argument: ':ADDRESS',
    plugin: 'router_http',
    text: 'Passes the request on by HTTP.',
  },
  {
    name: 'cache',
    argument: ':key=KEY,name=CACHE',
    plugin: 'router_cache',
    text: 'Answers from a cache.',
  },
  {
    name: 'cachestore',
    argument: ':key=KEY,name=CACHE',
    plugin: 'router_cache',
    text: 'Keeps the response in a cache.',
  },
  {
    name: 'expires',
    argument: ':filename=FILE',
    plugin: 'router_expires',
    text: 'Sets the Expires header.',
  },
  {
    name: 'hash',
    argument: ':var=NAME,items=LIST,key=KEY',
    plugin: 'router_hash',
    text: 'Chooses one of a list by a hash.',
  },
  { name: 'rpc', argument: ':FUNCTION', plugin: 'rpc', text: 'Answers with an RPC function.' },
  { name: 'call', argument: ':FUNCTION', plugin: 'rpc', text: 'Answers with an RPC function.' },
  {
    name: 'access',
    argument: ':action=allow',
    plugin: 'router_access',
    text: 'Allows or denies by address.',
  },
  { name: 'gzip', argument: ':', plugin: 'transformation_gzip', text: 'Compresses the response.' },
  {
    name: 'chunked',
    argument: ':',
    plugin: 'transformation_chunked',
    text: 'Sends the response in chunks.',
  },
  {
    name: 'offload',
    argument: ':',
    plugin: 'transformation_offload',
    text: 'Leaves the sending to an offload thread.',
  },
  {
    name: 'tofile',
    argument: ':filename=FILE',
    plugin: 'transformation_tofile',
    text: 'Keeps the response in a file.',
  },
  {
    name: 'template',
    argument: ':',
    plugin: 'transformation_template',
    text: 'Fills variables in the response in.',
  },
];

/** Conditions of `route-if` (core/routing.c). */
export const routeConditions: readonly Choice[] = [
  { name: 'exists', argument: ':PATH', text: 'The path exists.' },
  { name: 'isfile', argument: ':PATH', text: 'The path is a file.' },
  { name: 'isdir', argument: ':PATH', text: 'The path is a folder.' },
  { name: 'islink', argument: ':PATH', text: 'The path is a symbolic link.' },
  { name: 'isexec', argument: ':PATH', text: 'The path is executable.' },
  { name: 'equal', argument: ':ONE;OTHER', text: 'Both are the same.' },
  { name: 'startswith', argument: ':TEXT;START', text: 'The text begins so.' },
  { name: 'endswith', argument: ':TEXT;END', text: 'The text ends so.' },
  { name: 'contains', argument: ':TEXT;PART', text: 'The text holds the part.' },
  { name: 'regexp', argument: ':TEXT;REGEXP', text: 'The expression matches.' },
  { name: 'empty', argument: ':TEXT', text: 'The text is empty.' },
  { name: 'ishigher', argument: ':ONE;OTHER', text: 'The first number is higher.' },
  { name: 'islower', argument: ':ONE;OTHER', text: 'The first number is lower.' },
  {
    name: 'ishigherequal',
    argument: ':ONE;OTHER',
    text: 'The first number is higher or the same.',
  },
  { name: 'islowerequal', argument: ':ONE;OTHER', text: 'The first number is lower or the same.' },
  { name: 'lord', argument: ':LEGION', text: 'This instance is the lord of the legion.' },
  {
    name: 'incache',
    argument: ':key=KEY,name=CACHE',
    plugin: 'router_cache',
    text: 'The key is in the cache.',
  },
];

/** Words that plugins register and that are rare enough to stand without a description here. */
export const moreWords: ReadonlySet<string> = new Set([
  ...['basicauth-next', 'radius', 'radius-next', 'ldapauth', 'ldapauth-next', 'spnego', 'gridfs'],
  ...['spnego-next', 'metricinc', 'metricdec', 'metricmul', 'metricdiv', 'metricset', 'xmldir'],
  ...['+', '-', '*', '/', 'access', 'cache', 'cache-continue', 'cache-store', 'cachestore', 'cgi'],
  ...['cachedec', 'cachediv', 'cacheinc', 'cachemul', 'cacheset', 'cachevar', 'call', 'cgihelper'],
  ...['chunked', 'fastfile', 'fastfile-next', 'file-next', 'fixcl', 'fixpathinfo', 'forcecl'],
  ...['gzip', 'hash', 'http', 'httpconnect', 'httpdumb', 'memcached', 'memcached-continue', 'ssi'],
  ...['memcached-store', 'memcachedstore', 'offload', 'proxyhttp', 'proxyhttpconnect', 'template'],
  ...['proxyuwsgi', 'redirect-301', 'redirect-302', 'redirect-permanent', 'redis', 'redisstore'],
  ...['redis-continue', 'redis-store', 'rewrite-last', 'rpcblob', 'rpcnext', 'rpcraw', 'rpcret'],
  ...['rpcvar', 'send-crnl', 'sendfile', 'sendfile-next', 'setdocroot', 'static-next', 'symcall'],
  ...['symcall-next', 'to-file', 'tofile', 'toupper', 'toxslt', 'xslt', 'break-with-status'],
  ...['tcc', 'callint', 'callintret', 'retryrpc', 'rpc', 'ffi', 'sticky', 'legion-cache-fetch'],
  ...['airbrake', 'speech', 'python', 'zmq', 'https', 'mongrel2', 'suwsgi', 'zeromq', 'msgpack'],
  ...['<', '<=', '==', '>', '>=', 'contain', 'contains', 'eq', 'incache', 'lord', 're', 'regexp'],
]);
