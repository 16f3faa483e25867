import { portNumber } from '../host-port.ts';
import { isIpv4, isIpv6, isNetwork, addressProblem } from './address.ts';
import {
  anything,
  either,
  matching,
  milliseconds,
  nonEmpty,
  number,
  offset,
  oneOf,
  orVariable,
  seconds,
  size,
  type ValueKind,
} from './kind.ts';
import { errorPage, expires, returnCode, tryFiles } from './free-forms.ts';
import { alone, check, each, parameters, positions, together, type Shape } from './shape.ts';

/**
 * The forms of the directives whose arguments are more than one value of one kind, as the functions in nginx's source read
 * them (`ngx_http_…` of each module). A name of several modules is written `module:name`, else the name alone.
 */
export function shapeByName(name: string, isStream: boolean): Shape | undefined {
  return shapes[`${isStream ? 'stream' : 'http'}:${name}`] ?? shapes[name];
}

/** `name:size` of a shared memory zone; nginx wants at least eight pages. */
const zone: ValueKind = (text) => {
  const found = /^([^:]+):(\d+)([km]?)$/i.exec(text);
  const bytes = Number(found?.[2]) * (scale[found?.[3]?.toLowerCase() ?? ''] ?? 1);
  return found && bytes >= smallestZone ? undefined : 'a zone such as `name:10m`, at least 32k';
};
const scale: Readonly<Record<string, number>> = { k: 1024, m: 1024 * 1024 };
const smallestZone = 8 * 4096;

const keyZone = { 'zone=': zone };
const zoneSize: ValueKind = (text) =>
  zone(`x:${text}`) === undefined ? undefined : 'a size of at least 32k, such as `64k`';

const cachePath: Shape = parameters(
  {
    'levels=': matching(/^[12](?::[12]){0,2}$/, 'one to three levels such as `1:2`'),
    'use_temp_path=': oneOf(['on', 'off'], { caseSensitive: true }),
    'keys_zone=': zone,
    'inactive=': seconds,
    'max_size=': offset,
    'min_free=': offset,
    'loader_files=': number(),
    'loader_sleep=': milliseconds,
    'loader_threshold=': milliseconds,
    'manager_files=': number(),
    'manager_sleep=': milliseconds,
    'manager_threshold=': milliseconds,
  },
  { start: 1, required: 'keys_zone=' },
);

const cacheValid: Shape = function* (args) {
  yield* check(args.at(-1), seconds);
  for (const word of args.slice(0, -1))
    yield* check(word, either(oneOf(['any'], { caseSensitive: true }), number(100, 599)));
};

/** No name: nginx asks no resolver here. */
const bind: Shape = positions(
  orVariable((text) => {
    const [, bracketed, plain = '', port] =
      /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(text) ?? [];
    const isAddress = isIpv6(text) || (bracketed === undefined ? isIpv4(plain) : isIpv6(bracketed));
    const fits = isAddress && (port === undefined || portNumber(port) !== undefined);
    return text === 'off' || fits ? undefined : 'an address such as `10.0.0.1` or `off`';
  }),
  oneOf(['transparent'], { caseSensitive: true }),
);

const tempPath: Shape = positions(anything, number(1, 10), number(1, 10), number(1, 10));

/** With one argument only `off` has a meaning. */
const offOrTwo: Shape = (args) =>
  args.length === 1 ? positions(oneOf(['off'], { caseSensitive: true }))(args) : [];

const servers: Shape = (args) =>
  each((text) => {
    const [, key, value = ''] = /^(valid|ipv4|ipv6|status_zone)=(.*)$/.exec(text) ?? [];
    if (key === 'valid') return seconds(value) && `${seconds(value) ?? ''} behind \`valid=\``;
    if (key === 'ipv4' || key === 'ipv6')
      return value === 'on' || value === 'off' ? undefined : '`on` or `off` behind it';
    if (key !== undefined) return undefined;
    const problem = addressProblem(text, { port: 'optional' });
    return problem && `the address of a name server (${problem})`;
  })(args);

/** Parameters alone name no server. */
const resolver: Shape = function* (args) {
  yield* servers(args);
  const [first] = args;
  const none = args.every(({ value }) => /^(?:valid|ipv4|ipv6|status_zone)=/.test(value));
  if (first && none) yield { word: first, message: 'needs the address of a name server' };
};

const logLevels = ['debug', 'info', 'notice', 'warn', 'error', 'crit', 'alert', 'emerg'];
const logLevel = oneOf(
  [
    ...logLevels,
    'debug_core',
    'debug_alloc',
    'debug_mutex',
    'debug_event',
    'debug_http',
    'debug_mail',
    'debug_stream',
    'json',
  ],
  { caseSensitive: true },
);

/** One level, or any number of `debug_…` ones. */
const oneLevel: Shape = function* (args) {
  const [, extra] = args.slice(1).filter(({ value }) => logLevels.includes(value));
  if (extra) yield { word: extra, message: `takes one level, not also "${extra.value}"` };
};

const fileCache: Shape = alone(
  ['off'],
  parameters({ 'max=': number(1), 'inactive=': seconds, off: 'bare' }, { required: 'max=' }),
);

const certificateCache: Shape = alone(
  ['off'],
  parameters({ 'max=': number(1), 'inactive=': seconds, 'valid=': seconds }, { required: 'max=' }),
);

const limitRequest: Shape = parameters(
  { 'zone=': nonEmpty, 'burst=': number(1), 'delay=': number(1), nodelay: 'bare' },
  { required: 'zone=' },
);

const addressOrNetwork: ValueKind = (text) =>
  isNetwork(text) ||
  isIpv4(text) ||
  isIpv6(text) ||
  // The system reads a lone number as an address, too.
  /^[A-Za-z\d][\w.-]*$/.test(text) ||
  text === 'unix:'
    ? undefined
    : 'an address, a network such as `10.0.0.0/8` or `unix:`';

const ifNotEmpty = positions(anything, anything, oneOf(['if_not_empty'], { caseSensitive: true }));
const always = positions(anything, anything, oneOf(['always'], { caseSensitive: true }));
const twoArgumentTime = positions(milliseconds, seconds);

const shapes: Readonly<Record<string, Shape>> = {
  access_log: (args) =>
    args[0]?.value === 'off' && args.length > 1
      ? parameters({})(args.slice(1))
      : parameters(
          {
            'buffer=': size,
            'flush=': milliseconds,
            'gzip=': number(1, 9),
            gzip: 'bare',
            'if=': nonEmpty,
          },
          { start: 2 },
        )(args),
  add_header: always,
  add_trailer: always,
  aio: positions((text) =>
    text.startsWith('threads') || text === 'on' || text === 'off'
      ? undefined
      : '`on`, `off` or `threads`',
  ),
  ancient_browser: each(anything),
  client_body_temp_path: tempPath,
  debug_connection: positions(addressOrNetwork),
  disable_symlinks: together(
    positions(oneOf(['on', 'off', 'if_not_owner'], { caseSensitive: true })),
    parameters({ 'from=': nonEmpty }, { start: 1 }),
  ),
  error_log: together(each(logLevel, 1), oneLevel),
  error_page: errorPage,
  expires,
  fastcgi_bind: bind,
  fastcgi_cache_path: cachePath,
  fastcgi_cache_valid: cacheValid,
  fastcgi_param: ifNotEmpty,
  fastcgi_temp_path: tempPath,
  grpc_bind: bind,
  grpc_ssl_certificate_cache: certificateCache,
  hash: positions(anything, oneOf(['consistent'], { caseSensitive: true })),
  keepalive: positions(number(1), oneOf(['local'], { caseSensitive: true })),
  'http:keepalive_timeout': twoArgumentTime,
  keepalive_timeout: twoArgumentTime,
  limit_conn: positions(nonEmpty, number(1, 65535)),
  limit_conn_zone: parameters(keyZone, { start: 1, required: 'zone=' }),
  limit_except: each(
    oneOf(
      'GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH'.split(
        ' ',
      ),
    ),
  ),
  limit_req: limitRequest,
  limit_req_zone: parameters(
    { ...keyZone, 'rate=': matching(/^0*[1-9]\d*r\/[sm]$/, 'a rate such as `10r/s` or `30r/m`') },
    { start: 1, required: 'zone=' },
  ),
  log_format: (args) =>
    args[1]?.value.startsWith('escape=')
      ? positions(
          anything,
          oneOf(['escape=default', 'escape=json', 'escape=none'], { caseSensitive: true }),
        )(args)
      : [],
  memcached_bind: bind,
  memcached_gzip_flag: positions(number(1)),
  modern_browser: (args) =>
    args.length === 1
      ? positions(oneOf(['unlisted'], { caseSensitive: true }))(args)
      : positions(
          oneOf(['msie', 'gecko', 'opera', 'safari', 'konqueror'], { caseSensitive: true }),
          matching(/^\d+(?:\.\d+){0,3}\.?$/, 'a version such as `5.5`'),
        )(args),
  open_file_cache: fileCache,
  open_log_file_cache: alone(
    ['off'],
    parameters(
      { 'max=': number(1), 'inactive=': seconds, 'min_uses=': number(1), 'valid=': seconds },
      { required: 'max=' },
    ),
  ),
  proxy_bind: bind,
  proxy_cache_path: cachePath,
  proxy_cache_valid: cacheValid,
  proxy_cookie_domain: offOrTwo,
  proxy_cookie_path: offOrTwo,
  proxy_cookie_flags: offOrTwo,
  proxy_redirect: (args) =>
    args.length === 1 ? positions(oneOf(['off', 'default'], { caseSensitive: true }))(args) : [],
  proxy_ssl_certificate_cache: certificateCache,
  proxy_temp_path: tempPath,
  random: positions(
    oneOf(['two'], { caseSensitive: true }),
    matching(/^least_(?:conn$|time=)/, '`least_conn`'),
  ),
  resolver,
  return: returnCode,
  rewrite: positions(
    anything,
    nonEmpty,
    oneOf(['last', 'break', 'redirect', 'permanent'], { caseSensitive: true }),
  ),
  scgi_bind: bind,
  scgi_cache_path: cachePath,
  scgi_cache_valid: cacheValid,
  scgi_param: ifNotEmpty,
  scgi_temp_path: tempPath,
  set_real_ip_from: positions(addressOrNetwork),
  server_tokens: positions(oneOf(['on', 'off', 'build'])),
  ssl_certificate_cache: certificateCache,
  ssl_ocsp_cache: positions(
    matching(/^(?:off|shared:[^:]+:\d+[kKmM]?)$/, '`off` or `shared:NAME:SIZE`'),
  ),
  ssl_session_cache: each(
    matching(
      /^(?:off|none|builtin(?::\d+)?|shared:[^:]+:\d+[kKmM]?)$/,
      '`off`, `none`, `builtin` or `shared:NAME:SIZE`',
    ),
  ),
  sub_filter: positions(nonEmpty),
  thread_pool: parameters(
    { 'threads=': number(1), 'max_queue=': number() },
    { start: 1, required: 'threads=' },
  ),
  try_files: tryFiles,
  use: positions(
    oneOf(['epoll', 'poll', 'select', 'kqueue', '/dev/poll', 'eventport', 'win32', 'iocp'], {
      caseSensitive: true,
    }),
  ),
  userid_expires: positions(either(oneOf(['max', 'off'], { caseSensitive: true }), seconds)),
  userid_mark: positions(matching(/^(?:off|[A-Za-z\d=])$/, 'one letter, one digit, `=` or `off`')),
  uwsgi_bind: bind,
  uwsgi_cache_path: cachePath,
  uwsgi_cache_valid: cacheValid,
  uwsgi_param: ifNotEmpty,
  uwsgi_ssl_certificate_cache: certificateCache,
  uwsgi_temp_path: tempPath,
  worker_cpu_affinity: each(
    either(
      oneOf(['auto'], { caseSensitive: true }),
      matching(/^[01 ]{1,1024}$/, 'a mask such as `0101`'),
    ),
  ),
  worker_priority: positions(matching(/^[+-]?\d+$/, 'a number, possibly negative')),
  worker_processes: positions(either(oneOf(['auto'], { caseSensitive: true }), number())),
  zone: positions(nonEmpty, zoneSize),
  gzip_hash: positions(powerOfTwo(512, 128 * 1024)),
  gzip_window: positions(powerOfTwo(512, 32 * 1024)),
  request_pool_size: positions(poolSize),
  connection_pool_size: positions(poolSize),
};

function bytesOf(text: string): number | undefined {
  const found = /^(\d+)([km]?)$/i.exec(text);
  return found ? Number(found[1]) * (scale[found[2]?.toLowerCase() ?? ''] ?? 1) : undefined;
}

function powerOfTwo(least: number, most: number): ValueKind {
  return (text) => {
    const bytes = bytesOf(text);
    if (bytes === undefined) return size(text);
    return bytes >= least && bytes <= most && Number.isInteger(Math.log2(bytes))
      ? undefined
      : `a power of two from ${least} to ${most / 1024}k`;
  };
}

function poolSize(text: string): string | undefined {
  const bytes = bytesOf(text);
  if (bytes === undefined) return size(text);
  return bytes >= 112 && bytes % 16 === 0 ? undefined : 'a multiple of 16 of at least 112';
}
