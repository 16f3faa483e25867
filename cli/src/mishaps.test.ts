import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { copyExample, put, type Edits, type Example } from './testing/example.ts';
import { assertNothingLeft, type HeldPort } from './testing/nothing-left.ts';
import { runCli } from './testing/run-cli.ts';

interface Mishap {
  readonly name: string;
  readonly edits?: Edits;
  readonly args?: readonly string[];
  /** A port that this process takes before the start. */
  readonly held?: HeldPort;
  /** All that is written to standard error, without the run's own folder; cause and remedy are on lines of their own. */
  readonly says: RegExp;
  /** What must not have been started. */
  readonly without?: RegExp;
}

const noStart = /starting|spawned/;

const mishaps: readonly Mishap[] = [
  {
    name: 'nginx is not where it is said to be',
    args: ['--nginx', '/nope'],
    says: /^There is no program \/nope\.\n {2}Install it .*--nginx PATH/,
    without: noStart,
  },
  {
    name: 'nginx is not in PATH',
    args: ['--nginx', 'nosuch-nginx'],
    says: /^nginx is not installed: no program `nosuch-nginx` in PATH\.\n {2}Install it .*nginx-light/,
    without: noStart,
  },
  {
    name: 'uWSGI is not in PATH',
    args: ['--uwsgi', 'nosuch-uwsgi'],
    says: /^uWSGI is not installed: no program `nosuch-uwsgi` in PATH\.\n {2}Install it .*uwsgi-core/,
    without: noStart,
  },
  {
    name: 'the Python plugin has another name',
    edits: { 'worker.ini': put('python3', 'python') },
    says: /^uWSGI has no plugin `python`\.\n {2}Write `plugins = python3`/,
  },
  {
    name: 'a worker has no Python plugin of this name, and needs no app',
    edits: {
      'worker.ini': (text) => put('python3', 'nosuch')(put('need-app = true\n', '')(text)),
    },
    says: /^uWSGI has no plugin `nosuch`\.\n {2}Mend the name in `plugins`/,
  },
  {
    name: 'a worker loads no plugin at all',
    edits: { 'worker.ini': put('plugins = python3\n', '') },
    says: /^uWSGI has loaded no app, .*\n {2}Load the plugin .*`plugins = python3`/,
  },
  {
    name: 'the router’s plugin does not exist',
    edits: { 'router.ini': put('plugins = fastrouter', 'plugins = nosuch') },
    says: /^uWSGI has no plugin `nosuch`\.\n {2}Mend the name in `plugins`/,
    without: /worker 1: starting/,
  },
  {
    name: 'the router loads no plugin',
    edits: { 'router.ini': put('plugins = fastrouter\n', '') },
    says: /^uWSGI has not read any router option\.\n {2}Load the router with `plugins = fastrouter`/,
  },
  {
    name: 'the port of nginx is taken',
    held: 'nginx',
    says: /^Port \d+ on 127\.0\.0\.1 \(listen, nginx\.conf:15\) is taken by node \(pid PID\)\.\n {2}Stop that program or change the port/,
    without: /spawned/,
  },
  {
    name: 'the port of the router is taken',
    held: 'router',
    says: /^Port \d+ on 127\.0\.0\.1 \(fastrouter, router\.ini:6\) is taken by node \(pid PID\)\.\n {2}Stop that program/,
    without: /spawned/,
  },
  {
    name: 'the port for subscriptions is taken',
    held: 'subscription',
    says: /^Port \d+ on 127\.0\.0\.1 \(fastrouter-subscription-server, router\.ini:10\) is taken by node \(pid PID\)\.\n {2}Stop that program/,
    without: /spawned/,
  },
  {
    name: 'a semicolon is missing in nginx.conf',
    edits: { 'nginx.conf': put('app.localhost;', 'app.localhost') },
    says: /^nginx\.conf:16: missing `;`\n {2}Insert `;`\.$/,
    without: noStart,
  },
  {
    name: 'nginx does not know a directive',
    edits: { 'nginx.conf': put('server_name', 'sever_name') },
    says: /^nginx\.conf:16: unknown directive "sever_name".*\n {2}Change to "server_name"\.$/,
    without: noStart,
  },
  {
    name: 'a certificate is missing',
    edits: {
      'nginx.conf': put(
        'server_name app.localhost;',
        'server_name app.localhost;\n        ssl_certificate missing.pem;\n        ssl_certificate_key missing.key;',
      ),
    },
    says: /^nginx\.conf:17: ssl_certificate: nginx cannot load FOLDER\/app\/missing\.pem: No such file or directory\.\n {2}Create the file, or mend the path\.$/,
  },
  {
    name: 'an included file is missing',
    edits: { 'nginx.conf': put('http {', 'http {\n    include nosuch.types;') },
    says: /^nginx\.conf:12: the file FOLDER\/app\/nosuch\.types does not exist\.\n {2}Create it, or mend the path\.$/,
  },
  {
    name: 'nginx refuses what no rule knows',
    edits: { 'nginx.conf': put('http {', 'http {\n    resolver nosuch.invalid;') },
    says: /^nginx\.conf:12: host not found in resolver "nosuch\.invalid"\.\n {2}Mend that line\.$/,
  },
  {
    name: 'the app’s file does not exist',
    edits: { 'worker.ini': put('app.py', 'nope.py') },
    says: /^The app’s file nope\.py does not exist\.\n {2}Mend `wsgi-file`/,
  },
  {
    name: 'the app imports what is not installed',
    edits: { 'app.py': (text) => `import nosuchmodule\n${text}` },
    says: /^app\.py:1: The app cannot be imported: ModuleNotFoundError: No module named 'nosuchmodule'\n {2}Install the module/,
  },
  {
    name: 'the app imports a name that does not exist',
    edits: { 'app.py': (text) => `from os import nosuchname\n${text}` },
    says: /^app\.py:1: The app cannot be imported: ImportError: cannot import name 'nosuchname'.*\n {2}\S/,
  },
  {
    name: 'the app is no Python',
    edits: { 'app.py': (text) => `${text}def broken(:\n` },
    says: /^app\.py:14: The app cannot be imported: SyntaxError: .*\n {2}The whole traceback/,
  },
  {
    name: 'the app fails while it is imported',
    edits: { 'app.py': (text) => `${text}open("/nosuch")\n` },
    says: /^app\.py:14: The app cannot be imported: FileNotFoundError: .*'\/nosuch'\n {2}The whole traceback/,
  },
  {
    name: 'the app has no callable',
    edits: { 'app.py': put('application =', 'app =') },
    says: /^worker\.ini:11: app\.py has no "application".*Did you mean "app"\?\n {2}Add `callable = app`\.$/,
    without: noStart,
  },
  {
    name: 'nginx yields another key than the workers announce',
    edits: { 'nginx.conf': put('app.localhost;', 'other.localhost;') },
    says: /^nginx\.conf:21: nginx asks the router for key "other\.localhost", but the workers announce "app\.localhost" \(worker\.ini:9\).*\n {2}Change `key=` to other\.localhost, or `server_name` to app\.localhost\.$/,
    without: noStart,
  },
  {
    name: 'the key is left to the Host header, which has a port',
    edits: { 'nginx.conf': put('uwsgi_param UWSGI_FASTROUTER_KEY $host;', '') },
    args: ['--timeout', '4'],
    says: /nginx answered 502 .* it knows the key "app\.localhost"\. Without UWSGI_FASTROUTER_KEY it looks for the Host header, here "app\.localhost:\d+"; add `uwsgi_param UWSGI_FASTROUTER_KEY \$host;`/,
  },
  {
    name: 'the router has no master process',
    edits: { 'router.ini': put('master = true\n', '') },
    says: /^router\.ini:6: A router needs `master = true`.*\n {2}Add master = true\.$/,
    without: noStart,
  },
  {
    name: 'uWSGI would go into the background',
    edits: { 'worker.ini': (text) => `${text}daemonize = worker.log\n` },
    says: /^worker\.ini:14: `daemonize` sends uWSGI into the background.*\n {2}Remove the line/,
    without: noStart,
  },
];

describe('a start that fails names the cause and the remedy', { concurrency: 4 }, () => {
  for (const { name, edits, args = [], held, says, without } of mishaps) {
    it(name, { skip: noPrograms }, async (context) => {
      const example = await copyExample(context, edits);
      const files = example.files();
      await hold(context, example, held);
      const cli = runCli(context, ['up', example.app, '--timeout', '15', ...args], {
        environment: example.environment,
      });
      const { code, stdout, stderr } = await cli.ended;
      assert.equal(code, 1, stdout + stderr);
      assert.match(plain(stderr, example), says);
      // One message, not two.
      assert.equal(stderr.match(/^uwsgi-stack: /gm)?.length, 1, stderr);
      if (without !== undefined) assert.doesNotMatch(stdout, without);
      await assertNothingLeft(example, files, held);
    });
  }
});

/** What is the same on every machine. */
function plain(stderr: string, { folder }: Example): string {
  return stderr
    .trim()
    .replace(/^uwsgi-stack: /, '')
    .replaceAll(folder, 'FOLDER')
    .replaceAll(`pid ${process.pid}`, 'pid PID');
}

async function hold(context: TestContext, { ports }: Example, held: HeldPort): Promise<void> {
  if (held === undefined) return;
  if (held === 'subscription') {
    const socket = createSocket('udp4').bind(ports.subscription, '127.0.0.1');
    context.after(() => socket.close());
    await once(socket, 'listening');
  } else {
    const server = createServer().listen(ports[held], '127.0.0.1');
    context.after(() => server.close());
    await once(server, 'listening');
  }
}
