import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { LaunchStep, SourcePlace } from '../../../../shared/launch-plan.ts';
import { createLineSplitter } from '../line-splitter.ts';
import { freePort } from '../testing/free-port.ts';
import { makeStep } from '../testing/plans.ts';
import { noPrograms } from '../testing/real-stack.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createMessageReader, type ProgramMessage } from './message-reader.ts';

const base = [
  '[uwsgi]',
  'plugins = python3',
  'master = true',
  'need-app = true',
  'die-on-term = true',
];
const goodApp =
  'def application(environ, start_response):\n    start_response("200 OK", [])\n    return [b"ok"]\n';

interface Mistake {
  readonly title: string;
  /** Lines of the worker's file behind the common ones; `PORT` is a free port, `TAKEN` one that is not. */
  readonly lines: readonly string[];
  readonly app?: string;
  /** The line that the message stands at: of the ini file its beginning, of the app `app.py:N`. */
  readonly at: string;
  readonly says: RegExp;
}

const socket = 'socket = 127.0.0.1:PORT';
const wsgi = 'wsgi-file = app.py';

const mistakes: readonly Mistake[] = [
  {
    title: 'a missing file of the app',
    lines: [socket, 'wsgi-file = nosuch.py'],
    at: 'wsgi-file',
    says: /failed to open python file/,
  },
  {
    title: 'an error at the import',
    lines: [socket, wsgi],
    app: 'import os\nimport nosuchmodule\n',
    at: 'app.py:2',
    says: /ModuleNotFoundError/,
  },
  {
    title: 'a syntax error',
    lines: [socket, wsgi],
    app: 'x = 1\ndef (\n',
    at: 'app.py:2',
    says: /SyntaxError/,
  },
  {
    title: 'an exception at the import',
    lines: [socket, wsgi],
    app: 'def f():\n    raise RuntimeError("boom")\nf()\n',
    at: 'app.py:2',
    says: /RuntimeError: boom/,
  },
  {
    title: 'no callable',
    lines: [socket, wsgi],
    app: 'x = 1\n',
    at: 'wsgi-file',
    says: /callable/,
  },
  {
    title: 'an address that is taken',
    lines: ['socket = 127.0.0.1:TAKEN', wsgi],
    at: 'socket',
    says: /bind\(\)|another instance/,
  },
  {
    title: 'an unknown user',
    lines: [socket, 'uid = nosuchuser', wsgi],
    at: 'uid',
    says: /user nosuchuser not found/,
  },
  {
    title: 'an unknown group',
    lines: [socket, 'gid = nosuchgroup', wsgi],
    at: 'gid',
    says: /group nosuchgroup not found/,
  },
  {
    title: 'four digits of access rights',
    lines: ['socket = app.sock', 'chmod-socket = 0660', wsgi],
    at: 'chmod-socket',
    says: /invalid chmod value/,
  },
  {
    title: 'a plugin that is not there',
    lines: [socket, 'plugins = nosuchplugin', wsgi],
    at: 'plugins',
    says: /UNABLE to load uWSGI plugin/,
  },
  {
    title: 'an unknown option under strict',
    lines: ['strict = true', 'nosuchoption = 1', socket, wsgi],
    at: 'nosuchoption',
    says: /unknown config directive/,
  },
  {
    title: 'blocks inside of each other',
    lines: ['if-env = HOME', 'for = a b', 'endfor =', 'endif =', socket, wsgi],
    at: 'for',
    says: /recursive logic/,
  },
  {
    title: 'more cheap processes than there are',
    lines: [socket, 'processes = 2', 'cheaper = 4', wsgi],
    at: 'cheaper',
    says: /cheaper value/,
  },
  {
    title: 'a shared socket that is not there',
    lines: ['socket = =3', wsgi],
    at: 'socket',
    says: /unable to use shared socket 3/,
  },
  {
    title: 'a directory that is not there',
    lines: [socket, 'chdir = /nosuch/folder', wsgi],
    at: 'chdir',
    says: /chdir\(\)/,
  },
  {
    title: 'a virtual environment that is not there',
    lines: [socket, 'virtualenv = /nosuch/venv', wsgi],
    at: 'virtualenv',
    says: /Python Home is not a directory/,
  },
  {
    title: 'a longer queue than the system allows',
    lines: [socket, 'listen = 1000000', wsgi],
    at: 'listen',
    says: /Listen queue size/,
  },
  {
    title: 'an included file that is not there',
    lines: ['ini = nosuch.ini', socket, wsgi],
    at: 'ini',
    says: /realpath\(\) of/,
  },
  {
    title: 'a host name in a subscription',
    lines: [socket, 'subscribe2 = server=localhost:3131,key=a', wsgi],
    at: 'subscribe2',
    says: /send_subscription/,
  },
];

describe('a mistake that the real uWSGI tells of', { concurrency: 2, skip: noPrograms }, () => {
  for (const { title, lines, app = goodApp, at, says } of mistakes)
    it(`${title} is told at its line`, async (context) => {
      const folder = temporaryFolder(context);
      const [port, taken] = [await freePort(), await occupied(context)];
      const text = [...base, ...lines, '']
        .join('\n')
        .replaceAll('PORT', String(port))
        .replaceAll('TAKEN', String(taken));
      const file = join(folder, 'worker.ini');
      writeFileSync(file, text);
      writeFileSync(join(folder, 'app.py'), app);
      const step = makeStep('worker', {
        cwd: folder,
        source: { path: file, line: 0 },
        places: placesIn(file),
      });
      const found = await messageOf(context, step, ['uwsgi', '--ini', file], (one) =>
        says.test(one.says),
      );
      const place = `${found.place.path.slice(folder.length + 1)}:${found.place.line + 1}`;
      const expected = at.includes(':') ? at : `worker.ini:${lineOf(text, at)}`;
      assert.equal(place, expected, found.says);
      assert.ok(found.means);
    });

  it('tells an unknown directive of nginx where nginx does', async (context) => {
    const folder = temporaryFolder(context);
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, `events {}\nhttp {\n  servr {}\n}\npid ${folder}/nginx.pid;\n`);
    const step = makeStep('nginx', {
      roles: ['nginx'],
      cwd: folder,
      source: { path: file, line: 0 },
    });
    const argv = ['nginx', '-t', '-e', 'stderr', '-p', folder, '-c', file];
    const found = await messageOf(context, step, argv, () => true);
    assert.deepEqual(
      [found.place, found.says],
      [{ path: file, line: 2 }, 'unknown directive "servr"'],
    );
  });
});

/** Runs the program until it says what is waited for; the program does not outlive the test. */
async function messageOf(
  context: TestContext,
  step: LaunchStep,
  [program = '', ...args]: readonly string[],
  wanted: (message: ProgramMessage) => boolean,
): Promise<ProgramMessage> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('UWSGI_')),
  );
  const child = spawn(program, args, {
    cwd: step.cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const gone = once(child, 'close');
  const kill = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  context.after(async () => {
    kill();
    await gone;
  });
  const reader = createMessageReader(step, step.cwd);
  const seen: string[] = [];
  return await new Promise((done, fail) => {
    const splitter = createLineSplitter((line) => {
      seen.push(line);
      const found = reader.read(line).find(wanted);
      if (found !== undefined) done(found);
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        splitter.push(chunk);
      });
    void gone.then(() => {
      fail(new Error(`it has ended without the message:\n${seen.join('\n')}`));
    });
  });
}

/** Places of options as the planner gives them. */
function placesIn(file: string): Readonly<Record<string, SourcePlace>> {
  const places: Record<string, SourcePlace> = {};
  for (const [line, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    const key = /^([\w-]+) = /.exec(text)?.[1];
    if (key !== undefined) places[key] = { path: file, line };
  }
  return places;
}

function lineOf(text: string, key: string): number {
  return text.split('\n').findLastIndex((line) => line.startsWith(`${key} `)) + 1;
}

async function occupied(context: TestContext): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
