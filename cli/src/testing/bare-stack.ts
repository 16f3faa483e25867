import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { isFree } from '../../../client/src/stack/testing/free-port.ts';
import { until } from '../../../client/src/stack/testing/processes.ts';
import type { Example } from './example.ts';

/**
 * The programs of a stack as a person starts them by hand, each with its own command line and without any help of
 * ours: what they do with a mistake is what they really do.
 */
export interface BareStack {
  /** Everything that the programs have printed, by the name of their file. */
  log(file: string): string;
  get(question?: Question): Promise<Answer>;
  /** Ends all programs, and waits for it. */
  stop(): Promise<void>;
}

export interface Question {
  readonly path?: string;
  /** Host header; the port of nginx is added. */
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Length of a body, which is sent by POST. */
  readonly bodyLength?: number;
  /** How long silence is borne. */
  readonly patienceMs?: number;
}

export interface Answer {
  /** 0 when nothing came: the connection was closed, or silent for too long. */
  readonly status: number;
  readonly body: string;
}

/** The temporary folder is open to its owner only. */
const user = process.getuid?.() === 0 ? ' user root;' : '';

interface Running {
  readonly file: string;
  output: string;
  readonly ended: Promise<void>;
  over: boolean;
  readonly end: () => Promise<void>;
}

/** Starts the uWSGI files in this order, then nginx; each one when the one before is there. */
export async function startBare(
  context: TestContext,
  example: Example,
  files: readonly string[],
): Promise<BareStack> {
  const programs: Running[] = [];
  const stop = async () => {
    await Promise.all(programs.map((program) => program.end()));
  };
  context.after(stop);
  const data = join(example.folder, 'data');
  mkdirSync(data, { recursive: true });
  for (const file of files) {
    const nginx = file.endsWith('.conf');
    const path = join(example.app, file);
    const program = nginx
      ? run(example.app, file, 'nginx', [
          ...['-p', `${data}/`, '-c', path, '-e', 'stderr', '-g', `daemon off;${user}`],
        ])
      : run(example.app, file, 'uwsgi', ['--ini', path]);
    programs.push(program);
    const started = nginx
      ? /start worker process/
      : /spawned uWSGI (?:worker 1|master|fastrouter 1)|no app loaded/;
    await until(
      `${file} has started:\n${program.output}`,
      () => program.over || started.test(program.output),
      10_000,
    );
  }
  return {
    log: (file) => programs.find((program) => program.file === file)?.output ?? '',
    get: (question) => get(example.ports.nginx, question),
    stop,
  };
}

/** In a process group of its own, without standard input: uWSGI would serve it. */
function run(cwd: string, file: string, command: string, args: readonly string[]): Running {
  const child = spawn(command, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const group = -(child.pid ?? 0);
  const signal = (name: NodeJS.Signals) => {
    try {
      if (group !== 0) process.kill(group, name);
    } catch {
      // The group is gone.
    }
  };
  const ended = new Promise<void>((done) => {
    child.once('error', () => {
      done();
    });
    child.once('close', () => {
      done();
    });
  });
  const program: Running = {
    ...{ file, output: '', over: false, ended },
    end: async () => {
      if (program.over) return;
      // SIGTERM would be a reload to uWSGI.
      signal(command === 'nginx' ? 'SIGTERM' : 'SIGINT');
      const late = setTimeout(signal, 4000, 'SIGKILL');
      await ended;
      clearTimeout(late);
    },
  };
  void ended.then(() => (program.over = true));
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (program.output += text));
  return program;
}

function get(
  port: number,
  {
    path = '/',
    host = 'app.localhost',
    headers = {},
    bodyLength,
    patienceMs = 8000,
  }: Question = {},
): Promise<Answer> {
  return new Promise((done) => {
    const none = () => {
      done({ status: 0, body: '' });
    };
    const asked = request(
      {
        ...{ host: '127.0.0.1', port, path, timeout: patienceMs, agent: false },
        method: bodyLength === undefined ? 'GET' : 'POST',
        headers: { ...headers, Host: `${host}:${port}` },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          done({ status: response.statusCode ?? 0, body: text });
        });
        response.on('error', none);
      },
    );
    asked.on('error', none);
    asked.on('timeout', () => asked.destroy());
    asked.end('x'.repeat(bodyLength ?? 0));
  });
}

let last = 18_699;

/** A port of a range that nothing else in these tests takes. */
export async function barePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    // Others may ask while this one looks.
    const port = (last = last >= 18_799 ? 18_700 : last + 1);
    if (await isFree(port)) return port;
  }
  throw new Error('no port of 18700 to 18799 is free');
}
