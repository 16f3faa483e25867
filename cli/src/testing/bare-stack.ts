import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { isFree } from '../../../client/src/stack/testing/free-port.ts';
import { until } from '../../../client/src/stack/testing/processes.ts';
import type { Example } from './example.ts';
import { type Answer, getPage, type Question } from './get-page.ts';

/**
 * The programs of a stack as a person starts them by hand, each with its own command line and without any help of
 * ours: what they do with a mistake is what they really do.
 */
export interface BareStack {
  /** Everything that the programs have printed, by the name of their file. */
  log(file: string): string;
  get(question?: Question): Promise<Answer>;
  /** Ends all programs, and waits for it: whole groups, or the programs alone, as a service manager may do it. */
  stop(whom?: 'group' | 'process'): Promise<void>;
}

/** The temporary folder is open to its owner only. */
const owner = process.getuid?.() === 0 ? 'root' : undefined;

interface Running {
  readonly file: string;
  output: string;
  readonly ended: Promise<void>;
  over: boolean;
  readonly end: (whom: 'group' | 'process') => Promise<void>;
}

/** Starts the uWSGI files in this order, then nginx; each one when the one before is there. */
export async function startBare(
  context: TestContext,
  example: Example,
  files: readonly string[],
  nginxUser: string | undefined = owner,
): Promise<BareStack> {
  const user = nginxUser === undefined ? '' : ` user ${nginxUser};`;
  if (nginxUser !== owner) for (const path of [example.folder, example.app]) chmodSync(path, 0o711);
  const programs: Running[] = [];
  const stop = async (whom: 'group' | 'process' = 'group') => {
    await Promise.all(programs.map((program) => program.end(whom)));
  };
  context.after(() => stop());
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
    get: (question) => getPage(example.ports.nginx, question),
    stop,
  };
}

/** In a process group of its own, without standard input: uWSGI would serve it. */
function run(cwd: string, file: string, command: string, args: readonly string[]): Running {
  const child = spawn(command, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const pid = child.pid ?? 0;
  const signal = (name: NodeJS.Signals, whom: 'group' | 'process' = 'group') => {
    try {
      if (pid !== 0) process.kill(whom === 'group' ? -pid : pid, name);
    } catch {
      // The group is gone.
    }
  };
  const exited = new Promise<void>((done) => {
    child.once('exit', () => {
      done();
    });
  });
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
    end: async (whom) => {
      if (program.over) return;
      // SIGTERM would be a reload to uWSGI.
      signal(command === 'nginx' ? 'SIGTERM' : 'SIGINT', whom);
      // Killed, it would leave what it has attached: on a busy machine it may take its time.
      const late = setTimeout(signal, 20_000, 'SIGKILL');
      // What it leaves behind keeps its output open.
      await (whom === 'group' ? ended : exited);
      clearTimeout(late);
    },
  };
  void ended.then(() => (program.over = true));
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (program.output += text));
  return program;
}

/** Free ports of a range, one after the other; each file of tests has a range of its own. */
export function portsBetween(first: number, last: number): () => Promise<number> {
  let before = first - 1;
  return async () => {
    for (let tries = first; tries <= last; tries++) {
      // Others may ask while this one looks.
      const port = (before = before >= last ? first : before + 1);
      if (await isFree(port)) return port;
    }
    throw new Error(`no port of ${first} to ${last} is free`);
  };
}
