import { generateKeyPairSync } from 'node:crypto';
import { type Edits, type Example, put } from './example.ts';
import type { Question } from './get-page.ts';

/**
 * A mistake that lies between the files: what a person does to the example, what the real programs do then, and which
 * rule tells.
 */
export interface Mistake {
  readonly title: string;
  readonly rule: string;
  readonly edits: Edits;
  /** Which fix is to be applied, by its title; the first one when it is left out. */
  readonly fix?: RegExp;
  /** Files that the mistake needs. */
  readonly files?: (ports: Example['ports']) => Readonly<Record<string, string>>;
  /** Good answers come, too: bad ones between them are the harm. */
  readonly flaps?: boolean;
  /** What is started, in this order. */
  readonly start?: readonly string[];
  readonly ask?: Question;
  /** Status that the client gets; 0 for silence. */
  readonly answer: number;
  /** User and group of nginx's workers, who can look into the folder then; only root can start them. */
  readonly nginxUser?: string;
  /** In the log of nginx. */
  readonly nginx?: string;
  /** In the log of a uWSGI; without it, no uWSGI says anything about the matter. */
  readonly uwsgi?: string;
  /** What it says in its place where the network has no default route. */
  readonly uwsgiOffline?: string;
}

const key = 'key=app.localhost';
const noKey = put('            uwsgi_param UWSGI_FASTROUTER_KEY $host;\n', '');
const closed = 'upstream prematurely closed connection';
const refused = 'connect() failed (111: Connection refused)';

const worker = (before: string, after: string): Edits => ({ 'worker.ini': put(before, after) });
const option = (line: string) => worker('need-app = true\n', `need-app = true\n${line}\n`);
const nginx = (before: string, after: string): Edits => ({ 'nginx.conf': put(before, after) });

/** nginx straight to a worker. */
const direct = (socket: string, pass = 'uwsgi_pass 1'): Edits => ({
  ...nginx('uwsgi_pass 1', pass),
  'router.ini': () => undefined,
  'worker.ini': (text, { router }) =>
    text
      .replace(/^subscribe2 .*\n/m, '')
      .replace('socket = 127.*:0', `${socket} = 127.0.0.1:${router}`),
});
const withoutRouter = ['worker.ini', 'nginx.conf'];

/** The worker signs with the one, the router looks for the other under the key of the worker. */
function keyPair(): Readonly<Record<string, string>> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { 'worker.pem': privateKey, 'app.localhost.pem': publicKey };
}

const slowApp = put('    return', '    import time; time.sleep(2)\n    return');
const posting = put('@route("/")', '@route("/", method=["GET", "POST"])');

export const mistakes: readonly Mistake[] = [
  {
    title: '`uwsgi_pass` with a wrong digit',
    rule: 'stack/no-dangling-pass',
    edits: { 'nginx.conf': (text, { router }) => text.replace(`:${router}`, ':18698') },
    answer: 502,
    nginx: refused,
  },
  {
    title: '`uwsgi_pass` with a wrong digit behind a variable',
    rule: 'stack/no-dangling-pass',
    edits: {
      'nginx.conf': (text, { router }) =>
        text.replace(
          `uwsgi_pass 127.0.0.1:${router}`,
          'set $back 127.0.0.1:18698;\n            uwsgi_pass $back',
        ),
    },
    answer: 502,
    nginx: refused,
  },
  {
    title: '`uwsgi_pass` to the port for subscriptions',
    rule: 'stack/no-dangling-pass',
    edits: {
      'nginx.conf': (text, { router, subscription }) =>
        text.replace(`:${router}`, `:${subscription}`),
    },
    answer: 502,
    nginx: refused,
  },
  {
    title: '`uwsgi_pass` to the stats of the router',
    rule: 'stack/no-dangling-pass',
    edits: {
      'nginx.conf': (text, { router }) => text.replace(`:${router}`, ':18697'),
      'router.ini': (text) => `${text}fastrouter-stats = 127.0.0.1:18697\n`,
    },
    answer: 502,
    nginx: 'upstream sent invalid header',
  },
  {
    title: '`uwsgi_pass` to IPv6, the router listens on IPv4',
    rule: 'stack/no-dangling-pass',
    edits: nginx('uwsgi_pass 127.0.0.1', 'uwsgi_pass [::1]'),
    answer: 502,
    nginx: refused,
  },
  {
    title: '`uwsgi_pass` to an `http-socket`',
    rule: 'stack/pass-protocol',
    edits: direct('http-socket'),
    start: withoutRouter,
    answer: 502,
    nginx: closed,
  },
  {
    title: '`proxy_pass` to the router',
    rule: 'stack/pass-protocol',
    edits: nginx('uwsgi_pass 1', 'proxy_pass http://1'),
    answer: 0,
  },
  {
    title: '`proxy_pass` to a worker’s `socket`',
    rule: 'stack/pass-protocol',
    edits: direct('socket', 'proxy_pass http://1'),
    start: withoutRouter,
    answer: 502,
    nginx: closed,
    uwsgi: 'invalid request block size: 21573 (max 4096)...skip',
  },
  {
    title: '`suwsgi://` to a socket without TLS',
    rule: 'stack/pass-protocol',
    edits: nginx('uwsgi_pass 1', 'uwsgi_pass suwsgi://1'),
    answer: 0,
  },
  {
    title: 'A subscription with a wrong digit',
    rule: 'stack/no-dangling-subscription',
    edits: {
      'worker.ini': (text, { subscription }) => text.replace(`:${subscription}`, ':18698'),
    },
    answer: 0,
  },
  {
    title: 'A subscription to the port for requests',
    rule: 'stack/no-dangling-subscription',
    edits: {
      'worker.ini': (text, { subscription, router }) =>
        text.replace(`:${subscription}`, `:${router}`),
    },
    answer: 0,
  },
  {
    title: 'A unix socket that only its maker may write to',
    rule: 'stack/socket-permissions',
    edits: {
      'router.ini': (text, _ports, app) =>
        text.replace(
          /^shared-socket = .*\nfastrouter = =0\n/m,
          `fastrouter = ${app}/router.sock\n`,
        ),
      'nginx.conf': (text, { router }, app) =>
        text.replace(`uwsgi_pass 127.0.0.1:${router}`, `uwsgi_pass unix:${app}/router.sock`),
    },
    nginxUser: 'nobody root',
    answer: 502,
    nginx: 'failed (13: Permission denied) while connecting to upstream',
  },
  {
    title: 'A worker without a subscription',
    rule: 'stack/unannounced-worker',
    edits: { 'worker.ini': (text) => text.replace(/^subscribe2 .*\n/m, '') },
    answer: 0,
  },
  {
    title: 'A host name in a subscription',
    rule: 'uwsgi/address',
    edits: worker('server=127.0.0.1', 'server=localhost'),
    answer: 0,
    uwsgi: 'send_subscription()/sendto(): Permission denied',
    uwsgiOffline: 'send_subscription()/sendto(): Network is unreachable',
  },
  {
    title: 'A host name in the router’s subscription server',
    rule: 'uwsgi/address',
    edits: {
      'router.ini': put('subscription-server = 127.0.0.1', 'subscription-server = localhost'),
    },
    answer: 0,
  },
  {
    title: 'A key that no server asks for',
    rule: 'stack/key-without-server',
    edits: worker(key, 'key=ap.localhost'),
    answer: 502,
    nginx: closed,
  },
  {
    title: 'A key in another case',
    rule: 'stack/key-without-server',
    edits: worker(key, 'key=App.localhost'),
    answer: 502,
    nginx: closed,
  },
  {
    title: 'No key, so that the Host header counts with its port',
    rule: 'stack/host-with-port',
    edits: { 'nginx.conf': noKey },
    answer: 502,
    nginx: closed,
  },
  {
    title: 'A second name of the server that no worker announces',
    rule: 'stack/server-without-worker',
    edits: nginx('app.localhost;', 'app.localhost www.localhost;'),
    ask: { host: 'www.localhost' },
    answer: 502,
    nginx: closed,
  },
  {
    title: 'A worker that announces an `http-socket`',
    rule: 'stack/unreachable-worker',
    edits: worker('socket = 127.*:0', 'http-socket = 127.*:0'),
    answer: 502,
    nginx: closed,
  },
  {
    title: 'A worker that announces a host name',
    rule: 'stack/unreachable-worker',
    edits: worker('socket = 127.*:0', 'socket = localhost:0'),
    answer: 502,
    nginx: closed,
  },
  {
    title: 'A worker that announces IPv6',
    rule: 'stack/unreachable-worker',
    edits: worker('socket = 127.*:0', 'socket = [::1]:0'),
    answer: 502,
    nginx: closed,
  },
  {
    title: 'A worker on the address of the router',
    rule: 'stack/no-shared-port',
    edits: {
      'worker.ini': (text, { router }) =>
        text.replace('socket = 127.*:0', `socket = 127.0.0.1:${router}`),
    },
    answer: 0,
    uwsgi: 'bind(): Address already in use',
  },
  {
    title: '`=1` with one shared socket',
    rule: 'stack/missing-shared-socket',
    edits: { 'router.ini': put('fastrouter = =0', 'fastrouter = =1') },
    answer: 502,
    nginx: refused,
    uwsgi: 'unable to use shared socket 1',
  },
  {
    title: '`uwsgi_modifier1` in front of the router',
    rule: 'stack/modifier-lost',
    edits: {
      ...nginx('uwsgi_pass 1', 'uwsgi_modifier1 9;\n            uwsgi_pass 1'),
      'worker.ini': (text) =>
        text
          .replace('plugins = python3', 'plugins = cgi')
          .replace(/wsgi-file = app\.py\nneed-app = true/, 'cgi = %d\ncgi-helper = .py=sh'),
      'app.py': () => 'printf "Content-Type: text/plain\\r\\n\\r\\nhello"\n',
    },
    ask: { path: '/app.py' },
    answer: 502,
    nginx: closed,
    uwsgi: 'unavailable modifier requested: 0',
  },
  {
    title: 'nginx less patient than the worker',
    rule: 'stack/read-timeout',
    edits: {
      ...nginx('uwsgi_pass 1', 'uwsgi_read_timeout 1s;\n            uwsgi_pass 1'),
      ...option('harakiri = 20'),
      'app.py': slowApp,
    },
    answer: 504,
    nginx: 'upstream timed out (110: Connection timed out)',
  },
  {
    title: 'The router less patient than the worker',
    rule: 'stack/timeout-before-harakiri',
    edits: {
      'router.ini': (text) => `${text}fastrouter-timeout = 1\n`,
      ...option('harakiri = 20'),
      'app.py': slowApp,
    },
    answer: 502,
    nginx: closed,
  },
  {
    title: 'nginx takes smaller bodies than the worker',
    rule: 'stack/upload-limit',
    edits: { ...option('limit-post = 10485760'), 'app.py': posting },
    ask: { bodyLength: 2_000_000 },
    answer: 413,
    nginx: 'client intended to send too large body',
  },
  {
    title: 'nginx takes larger bodies than the worker',
    rule: 'stack/upload-limit',
    edits: { ...option('limit-post = 1000'), 'app.py': posting },
    fix: /^Let the worker/,
    ask: { bodyLength: 6000 },
    answer: 502,
    nginx: 'while reading response header from upstream',
    uwsgi: ' 500) 0 headers in 0 bytes',
  },
  {
    title: 'nginx takes larger headers than the worker',
    rule: 'stack/header-buffer',
    edits: nginx('http {', 'http {\n    large_client_header_buffers 4 32k;'),
    ask: { headers: { 'X-Long': 'x'.repeat(6000) } },
    answer: 502,
    nginx: closed,
    uwsgi: '(max 4096)...skip',
  },
  {
    title: 'A router that no worker announces itself to',
    rule: 'stack/router-without-worker',
    edits: {
      'worker.ini': (text) =>
        text
          .replace(/^subscribe2 .*\n/m, '')
          .replace('socket = 127.*:0', 'socket = 127.0.0.1:18696'),
    },
    answer: 0,
  },
  {
    title: 'Two routers with one address for subscriptions',
    rule: 'stack/no-shared-port',
    edits: {},
    files: ({ subscription }) => ({
      'second.ini': `[uwsgi]
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:18695
fastrouter-subscription-server = 127.0.0.1:${subscription}
`,
    }),
    start: ['router.ini', 'second.ini', 'worker.ini', 'nginx.conf'],
    answer: 0,
  },
  {
    title: 'A key without its dot, of a router that divides names at their dots',
    rule: 'stack/dotted-key',
    edits: {
      'router.ini': (text) => `${text}subscription-dotsplit = true\n`,
      ...nginx('server_name app.localhost', 'server_name *.app.localhost'),
    },
    ask: { host: 'www.app.localhost' },
    answer: 502,
    nginx: closed,
  },
  {
    title: 'Announcements that are signed in another way than the router checks',
    rule: 'stack/signed-subscriptions',
    edits: {
      'router.ini': (text) => `${text}subscriptions-sign-check = SHA1:.\n`,
      ...worker(key, `${key},sign=SHA256:worker.pem`),
    },
    files: keyPair,
    answer: 0,
  },
  {
    title: 'Announcements that are rarer than the router’s patience',
    rule: 'stack/subscription-frequency',
    edits: {
      'router.ini': (text) =>
        `${text.replace('fastrouter-cheap = true\n', '')}subscription-tolerance = 2\n`,
      ...option('subscribe-freq = 6'),
    },
    flaps: true,
    answer: 502,
    nginx: closed,
    uwsgi: '(no announce received in 2 seconds)',
  },
  {
    title: 'nginx serves a path from another folder than the worker',
    rule: 'stack/static-folder',
    edits: {
      ...nginx(
        '        location',
        '        location /static/ { alias /nosuch/; }\n        location',
      ),
      ...option('static-map = /static=%d'),
    },
    ask: { path: '/static/uwsgi_params' },
    answer: 404,
    nginx: 'failed (2: No such file or directory)',
  },
];
