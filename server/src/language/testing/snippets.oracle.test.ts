import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePorts, giveFile, temporaryPaths } from './live-nginx.ts';
import { type LiveUwsgi, startUwsgi } from './live-uwsgi.ts';
import { uwsgiIsAbsent } from './show-config.ts';
import { nginxSnippets, uwsgiSnippets } from './snippet-cases.ts';
import { askUwsgi, exchange, readVariables } from './uwsgi-packet.ts';

/** What every app here answers. */
const greeting = 'hello from the snippet';
const plainApp = (name: string) =>
  `def ${name}(environ, start):\n    start("200 OK", [])\n    return [b"${greeting}"]\n`;

const app = { 'app.py': plainApp('application') };

/** What stands beside a snippet, and who answers: a port of its file, or a worker that must announce itself. */
interface Stage {
  readonly files: Readonly<Record<string, string>>;
  readonly answers: Answers;
}

type Answers =
  | { readonly by: 'uwsgi' | 'http' | 'stats'; readonly port: number }
  | { readonly by: 'subscription'; readonly key: string };

const worker: Stage = { files: app, answers: { by: 'subscription', key: 'localhost' } };
const direct: Stage = { files: app, answers: { by: 'uwsgi', port: 3031 } };
const front: Answers = { by: 'uwsgi', port: 3030 };
const vassal = snippetText('Worker');

const stages: Readonly<Record<string, Stage>> = {
  Router: { files: { ...app, 'beside.ini': vassal }, answers: front },
  Worker: worker,
  'Router and worker in one file': { files: app, answers: front },
  'Two existing files as one tree': {
    files: { ...app, 'router.ini': snippetText('Router'), 'worker.ini': vassal },
    answers: front,
  },
  'Emperor with a router': { files: { ...app, 'worker1.ini': vassal }, answers: front },
  Emperor: {
    files: { ...app, 'vassals/one.ini': snippetText('Plain worker behind nginx') },
    answers: direct.answers,
  },
  // Its key is the name of its file.
  Vassal: { files: app, answers: { by: 'subscription', key: 'snippet' } },
  'Worker with an HTTP port': { files: app, answers: { by: 'http', port: 8000 } },
  // Neither Django nor Flask is needed: what uWSGI loads is a module with a WSGI callable of the usual name.
  'Django worker': {
    files: {
      'mysite/__init__.py': '',
      'mysite/wsgi.py': `import os\nassert os.environ["DJANGO_SETTINGS_MODULE"] == "mysite.settings"\n${plainApp('application')}`,
    },
    answers: worker.answers,
  },
  'Flask worker': { files: { 'app.py': plainApp('app') }, answers: worker.answers },
  'Bottle worker': {
    files: {
      'app.py': `import bottle\n\n@bottle.route("/")\ndef home():\n    return "${greeting}"\n\napplication = bottle.default_app()\n`,
    },
    answers: worker.answers,
  },
  // The name of a machine that every machine knows.
  'Worker of a router by host name': worker,
  Subscription: worker,
  'Stats server of the router': {
    files: { ...app, 'beside.ini': vassal },
    answers: { by: 'stats', port: 3132 },
  },
  'Stats server of a worker': { files: app, answers: { by: 'stats', port: 3133 } },
  'Virtual environment': {
    files: { ...app, '.venv/pyvenv.cfg': 'home = /usr/bin\n' },
    answers: direct.answers,
  },
};

function snippetText(name: string): string {
  return uwsgiSnippets.find((snippet) => snippet.name === name)?.whole ?? '';
}

describe('uWSGI snippets, started', { skip: uwsgiIsAbsent && 'no uwsgi here' }, () => {
  let ports: ReadonlyMap<number, number>;
  before(async () => {
    const wanted = [3030, 3031, 3131, 3132, 3133, 8000];
    const free = await freePorts(18_600, 18_699, wanted.length);
    ports = new Map(wanted.map((port, at) => [port, free[at] ?? 0]));
  });
  const portFor = (port: number) => ports.get(port) ?? assert.fail(`no port for ${port}`);

  for (const { name, whole } of uwsgiSnippets)
    it(name, { timeout: 30_000 }, async ({ signal }) => {
      const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
      const running: LiveUwsgi[] = [];
      const stopped = async () => {
        for (const uwsgi of running) await uwsgi.stop();
      };
      signal.addEventListener('abort', () => void stopped());
      const inbox = createSocket('udp4');
      try {
        const { files, answers } = stages[name] ?? direct;
        for (const [path, text] of Object.entries({ ...files, 'snippet.ini': whole }))
          giveFile(join(folder, path), rewrite(text, folder));
        const announced = answers.by === 'subscription' ? listen(inbox) : undefined;
        for (const file of ['beside.ini', 'snippet.ini'])
          if (file in files || file === 'snippet.ini') running.push(startUwsgi(folder, file));
        await answered(running, answers, announced);
      } finally {
        inbox.close();
        await stopped();
        rmSync(folder, { recursive: true });
      }
    });

  /** The addresses of a snippet may be taken, its folders and names may not exist here. */
  function rewrite(text: string, folder: string): string {
    return text
      .replace(
        /(127\.0\.0\.1|%\(router\)):(\d{4})\b/g,
        (_, host: string, port: string) => `${host}:${portFor(Number(port))}`,
      )
      .replace('router.example', 'localhost')
      .replace('/var/log/uwsgi/', `${folder}/`);
  }

  async function listen(inbox: Socket): Promise<ReadonlyMap<string, string>> {
    inbox.bind(portFor(3131), '127.0.0.1');
    const [packet] = (await once(inbox, 'message')) as [Buffer];
    return readVariables(packet);
  }

  async function answered(
    running: readonly LiveUwsgi[],
    answers: Answers,
    announced: Promise<ReadonlyMap<string, string>> | undefined,
  ): Promise<void> {
    if (answers.by === 'uwsgi')
      await until(running, greeting, () => askUwsgi(portFor(answers.port), 'localhost'));
    if (answers.by === 'http')
      await until(running, greeting, () =>
        exchange(portFor(answers.port), 'GET / HTTP/1.0\r\n\r\n'),
      );
    if (answers.by === 'stats')
      await until(running, '"version":"2.', () => exchange(portFor(answers.port), ''));
    if (answers.by === 'subscription') {
      const packet = await Promise.race([announced, ...running.map(failWhenEnded)]);
      assert.equal(packet?.get('key'), answers.key);
      const port = Number(packet.get('address')?.replace(/^127\.0\.0\.1:/, ''));
      await until(running, greeting, () => askUwsgi(port, answers.key));
    }
  }
});

/** Asks again whenever a program has said something new. */
async function until(
  running: readonly LiveUwsgi[],
  expected: string,
  ask: () => Promise<string>,
): Promise<void> {
  const said = () => running.map((uwsgi) => uwsgi.output()).join('\n');
  const heard = () => running.map((uwsgi) => uwsgi.heard()).join(' ');
  for (;;) {
    const before = heard();
    const answer = await ask().catch(String);
    if (answer.includes(expected)) return;
    assert.ok(!running.some((uwsgi) => uwsgi.ended()), `${answer}\n${said()}`);
    if (heard() === before) await Promise.race(running.map((uwsgi) => uwsgi.news()));
  }
}

async function failWhenEnded(uwsgi: LiveUwsgi): Promise<undefined> {
  while (!uwsgi.ended()) await uwsgi.news();
  assert.fail(uwsgi.output());
}

const nginxIsAbsent = spawnSync('nginx', ['-v']).error !== undefined;

describe('nginx snippets, given to nginx -t', { skip: nginxIsAbsent && 'no nginx here' }, () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'snippet-'));
    const params = 'uwsgi_param REQUEST_METHOD $request_method;\n';
    giveFile(join(folder, 'uwsgi_params'), params);
    giveFile(join(folder, 'mime.types'), 'types { text/css css; }\n');
    const subject = ['-subj', '/CN=example.org', '-keyout', 'key.pem', '-out', 'cert.pem'];
    const argv = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject];
    const made = spawnSync('openssl', argv, { cwd: folder, timeout: 20_000 });
    assert.equal(made.status, 0, `openssl, which the TLS snippet needs: ${String(made.stderr)}`);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  for (const { name, whole } of nginxSnippets)
    it(name, () => {
      const conf = join(folder, 'nginx.conf');
      // Nobody's privileges are needed: nothing outside of the folder, no port below 1024, no log of the system.
      const text = whole
        .replace(/listen (?:80|443)\b/g, 'listen 18699')
        .replace('/etc/ssl/example.org.pem', join(folder, 'cert.pem'))
        .replace('/etc/ssl/example.org.key', join(folder, 'key.pem'))
        .replace('/var/cache/nginx', folder)
        .replace(/^http \{$/m, `http {\n${temporaryPaths(folder)}`)
        .replace(/\b(?:127\.0\.0\.1:)?8080\b/, '127.0.0.1:18699');
      const logs = /^\s+access_log \w/m.test(text) ? '' : `\naccess_log ${folder}/access.log;`;
      giveFile(
        conf,
        text.replace(/^http \{$/m, (line) => line + logs),
      );
      const pid = /^pid /m.test(text) ? '' : `pid ${folder}/nginx.pid;`;
      const argv = ['-t', '-p', folder, '-c', conf, '-e', 'stderr', '-g', pid];
      const { status, stderr } = spawnSync('nginx', pid === '' ? argv.slice(0, -2) : argv, {
        timeout: 10_000,
      });
      assert.equal(status, 0, String(stderr));
      assert.doesNotMatch(String(stderr), /\[(?:warn|error|emerg)\]/);
    });
});
