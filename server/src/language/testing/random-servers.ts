import type { AskedRequest } from '../request/explanation.ts';
import { createRandom } from './random.ts';

export type RandomRequest = AskedRequest & { readonly address: string };

export interface RandomConfig {
  readonly text: string;
  readonly requests: readonly RandomRequest[];
}

export interface RandomOptions {
  readonly seed: number;
  readonly configs: number;
  readonly requestsEach: number;
  readonly ports: readonly number[];
  /** Folder with a.txt, index.html, docs/index.html, docs/b.txt, img/c.png and empty/. */
  readonly files: string;
  /** Directives for `http`. */
  readonly http: string;
}

/**
 * Configurations of servers and locations that like to get into each other's way, with requests that hit their edges.
 * The same seed gives the same. Each block names itself in the headers X-Server, X-Location and X-Uri.
 */
export function* randomConfigs(options: RandomOptions): Generator<RandomConfig> {
  for (let at = 0; at < options.configs; at++)
    yield randomConfig(random(options.seed + at), options);
}

interface Dice {
  readonly below: (count: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
}

function random(seed: number): Dice {
  const next = createRandom(seed);
  return {
    below: (count) => Math.floor(next() * count),
    one: <T>(of: readonly T[]) => of[Math.floor(next() * of.length)] as T,
    chance: (share) => next() < share,
  };
}

const names = [
  ...['a.test', 'www.a.test', '*.a.test', '.a.test', 'www.*', 'b.*', '*.b.a.test'],
  ...['~^(?<sub>\\w+)\\.a\\.test$', '~^w+\\.', '~TEST$', 'b.test', '.b.test', '_', 'A.Test'],
];
const hosts = [
  ...['a.test', 'www.a.test', 'x.a.test', 'x.b.a.test', 'www.com', 'b.test', 'b.org', 'A.TEST'],
  ...['www.a.test.', 'other', 'wwww.x', '127.0.0.1', 'c.b.test', '_'],
];
const prefixes = [
  ...['/', '/a', '/a/', '/a/b', '/a/b/', '/img/', '/docs/', '/docs', '/x', '/é/', '/a b', '/img'],
  ...['/empty/', 'noslash', '/A', '/a//b'],
];
const patterns = [
  ...['\\.txt$', '^/a/(.*)$', '\\.(png|txt)$', '^/docs/(?<rest>.+)$', 'B', '^/(a|img)/', '/$', 'x'],
  ...['^/a/b', '\\.html?$', '[[:digit:]]', '^/\\w+$'],
];
const targets = [
  ...['/', '/a', '/a/', '/a/b', '/a/b/', '/a/b/c', '/a/b/c.txt', '/img/c.png', '/docs', '/docs/'],
  ...[
    '/docs/b.txt',
    '/docs/none.txt',
    '/a.txt',
    '/x',
    '/xyz',
    '/A/b',
    '/%61/b',
    '/a%2fb',
    '//a//b',
  ],
  ...[
    '/a/./b',
    '/a/../a.txt',
    '/a/..',
    '/..',
    '/%2e%2e/a',
    '/a/b/..',
    '/a/b/.',
    '/é/x',
    '/%C3%A9/x',
  ],
  ...['/a%20b', '/a+b', '/a%3fb', '/a?x=1', '/a/b?x=1&y=2', '/a/?', '/img', '/empty', '/empty/'],
  ...['/a%', '/a%zz', '/%00', '/r1', '/r1?q=1', '/r2/x', '/index.html', '/noslash', '/a#f', '/5'],
  ...[
    '/docs/index.html',
    '/%2525',
    '/a%23b?q',
    '/...',
    '/a/.../b',
    '/.a',
    '/a/..b',
    '/loop',
    '/named',
  ],
];

function randomConfig(dice: Dice, options: RandomOptions): RandomConfig {
  const { ports, files, http, requestsEach } = options;
  let count = 0;
  const label = () => `n${String((count += 1))}`;
  const used = new Set<string>();
  const defaults = new Set<string>();
  const servers = Array.from({ length: 1 + dice.below(4) }, () =>
    randomServer(dice, { ports, files, label, used, defaults }),
  );
  const requests = Array.from({ length: requestsEach }, (): RandomRequest => {
    const port = dice.one(ports);
    return {
      method: dice.one(['GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT']),
      scheme: 'http',
      host: dice.one(hosts),
      port,
      target: dice.one(targets),
      address: dice.one(['127.0.0.1', '127.0.0.1', '127.0.0.2']),
    };
  });
  // Every port has somebody who listens, so that no connection is refused.
  const rest = ports.map(
    (port) =>
      `server { listen ${String(port)}; ${headers(label(), 'none')} set $seen rest; return 204; }`,
  );
  const map = 'map $arg_x $mapped { default 0; 1 one; ~^2 two; }';
  const text = `events {}\nhttp {\n${http}\n${map}\n${[...servers, ...rest].join('\n')}\n}\n`;
  return { text, requests };
}

interface ServerOptions {
  readonly ports: readonly number[];
  readonly files: string;
  readonly label: () => string;
  /** Names by socket: a second one would only be a warning, but a needless one. */
  readonly used: Set<string>;
  readonly defaults: Set<string>;
}

function headers(server: string, location: string): string {
  return `add_header X-Server ${server} always; add_header X-Location ${location} always; add_header X-Uri $uri always;`;
}

function randomServer(dice: Dice, options: ServerOptions): string {
  const server = options.label();
  const addresses = new Set(
    Array.from({ length: 1 + dice.below(2) }, () => {
      const host = dice.one(['', '', '127.0.0.1:', '127.0.0.2:']);
      return `${host}${String(dice.one(options.ports))}`;
    }),
  );
  const listens = [...addresses].map((address) => {
    const first = !options.defaults.has(address) && dice.chance(0.3);
    if (first) options.defaults.add(address);
    return `listen ${address}${first ? ' default_server' : ''};`;
  });
  const own = new Set(Array.from({ length: dice.below(4) }, () => dice.one(names)));
  const serverNames = own.size === 0 ? '' : `server_name ${[...own].map(quote).join(' ')};`;
  const options2 = [
    dice.chance(0.15) ? 'merge_slashes off;' : '',
    dice.chance(0.15) ? 'absolute_redirect off;' : '',
    dice.chance(0.15) ? 'port_in_redirect off;' : '',
    dice.chance(0.1) ? 'server_name_in_redirect on;' : '',
    dice.chance(0.15) ? 'recursive_error_pages on;' : '',
    dice.chance(0.1) ? 'autoindex on;' : '',
    `root ${options.files};`,
  ];
  const rewrites = Array.from({ length: dice.below(2) }, () => serverRewrite(dice));
  const locations = block(dice, 1 + dice.below(7), 0, { ...options, server, parent: undefined });
  const errorPage = dice.chance(0.3)
    ? dice.one([
        'error_page 404 /a.txt;',
        'error_page 404 =200 /docs/;',
        'error_page 403 404 = @named;',
        'error_page 405 =301 http://other.test/x;',
        'error_page 404 /gone.html;',
      ])
    : '';
  return [
    'server {',
    headers(server, 'none'),
    ...listens,
    serverNames,
    ...options2,
    errorPage,
    ...rewrites,
    ...locations,
    `location @named { ${headers(server, options.label())} ${dice.one(['return 203 "body named $uri";', 'rewrite ^ /x last;', 'root ' + options.files + ';'])} }`,
    '}',
  ].join('\n  ');
}

function quote(name: string): string {
  return `"${name}"`;
}

function serverRewrite(dice: Dice): string {
  return dice.one([
    'rewrite ^/r1$ /a/b?from=r1 last;',
    'rewrite ^/r2/(.*)$ /docs/$1 break;',
    'rewrite ^/r1 http://other.test$uri permanent;',
    'if ($request_method = PUT) { return 405; }',
    'if ($arg_x) { set $seen "yes"; }',
    'rewrite ^/(\\d)$ /x;',
    'if ($host ~ ^(b)\\.) { rewrite ^/x$ /$1 last; }',
    'rewrite ^/a\\+b /a/b? last;',
  ]);
}

interface BlockOptions extends ServerOptions {
  readonly server: string;
  readonly parent: string | undefined;
}

/** Sibling locations, some with others inside; nginx refuses the same prefix twice. */
function block(dice: Dice, count: number, depth: number, options: BlockOptions): string[] {
  const seen = new Set<string>();
  const { parent } = options;
  return Array.from({ length: count }, () => {
    const isRegex = dice.chance(0.35);
    const inside =
      parent === undefined ? prefixes : prefixes.filter((one) => one.startsWith(parent));
    const path = isRegex || inside.length === 0 ? dice.one(patterns) : dice.one(inside);
    const modifier =
      isRegex || inside.length === 0 ? dice.one(['~', '~*']) : dice.one(['', '', '', '=', '^~']);
    const exact = modifier === '=';
    const key = `${exact ? '=' : modifier.startsWith('~') ? '~' : ''}${path}`;
    if (!modifier.startsWith('~') && seen.has(key)) return '';
    seen.add(key);
    const label = options.label();
    const nests = depth < 2 && !exact && dice.chance(0.3);
    // In a regular expression nginx takes no prefix.
    const within = modifier.startsWith('~') ? 'none' : path;
    const children = nests
      ? block(dice, 1 + dice.below(3), depth + 1, { ...options, parent: within })
      : [];
    return [
      `location ${modifier} ${quote(path)} {`,
      headers(options.server, label),
      ...children,
      action(dice, options.files, modifier, label),
      '}',
    ].join('\n    ');
  });
}

function action(dice: Dice, files: string, modifier: string, label: string): string {
  const alias = modifier.startsWith('~') ? `root ${files}/docs;` : `alias ${files}/docs/;`;
  return dice.one([
    'return 204;',
    'return 204;',
    'return 204;',
    `return 200 "body ${label} $uri $args $1 $mapped";`,
    'return 302 /x$is_args$args;',
    'return 301 http://other.test$request_uri;',
    'return 404;',
    'uwsgi_pass 127.0.0.1:9;',
    'uwsgi_pass 127.0.0.1:9;',
    'rewrite ^/a/(.*)$ /$1 last;',
    'rewrite ^/a/(.*)$ /docs/$1 break;',
    'rewrite ^/a(.*)$ /img$1; rewrite ^/img(.*)$ /docs$1 last;',
    'rewrite ^(.*)$ $1;',
    'rewrite ^/x$ /a?x=2 redirect;',
    'rewrite ^/(a.*)$ /x?was=$1 permanent;',
    'try_files $uri $uri/ =404;',
    'try_files $uri /docs/b.txt;',
    'try_files $uri $uri/ @named;',
    'try_files /nothing @missing;',
    'try_files $uri/index.html $uri /x?from=try;',
    `if ($arg_x = 1) { return 203 "body if ${label}"; } return 204;`,
    `if ($request_method !~ ^(GET|HEAD)$) { return 405; } return 204;`,
    `set $v "$uri-$arg_y"; return 200 "body ${label} $v $seen";`,
    `if ($uri ~ ^/a/(\\w+)) { set $v $1; } return 200 "body ${label} $v";`,
    `if (-f $request_filename) { return 203; } return 204;`,
    `if (!-d ${files}$uri) { rewrite ^ /docs/ break; }`,
    `if ($arg_x) { uwsgi_pass 127.0.0.1:9; } try_files /a.txt =404;`,
    'deny all;',
    'internal; return 204;',
    'limit_except GET { deny all; } return 204;',
    'limit_except GET { deny all; }',
    'index b.txt index.html;',
    'index none.html /a.txt;',
    'autoindex on; index none.html;',
    'error_page 404 405 /x$is_args$args; recursive_error_pages on; return 404;',
    'error_page 404 =302 /docs/; return 404;',
    'try_files $uri $uri/ /index.html?from=$uri;',
    'if ($uri ~ b) { set $v b; break; return 403; } return 204;',
    'if ($host = a.test) { return 302 /$host$uri; } root /none;',
    'satisfy any; allow all; deny all;',
    'error_page 404 /docs/; try_files /none =404;',
    'error_page 404 = @named; return 404;',
    'error_page 403 =200 /a.txt; deny all;',
    alias,
    alias,
    '',
    '',
  ]);
}
