import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** The command line program in a process of its own. */
export interface CliRun {
  readonly pid: number;
  /** The first line of its standard output that fits; fails when the program ends without one. */
  line(pattern: RegExp): Promise<string>;
  readonly ended: Promise<CliEnd>;
  signal(name: NodeJS.Signals): void;
}

export interface CliEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const entry = join(import.meta.dirname, '../main.ts');

/** `environment` is added to the inherited one. Whatever the test forgets is ended after it. */
export function runCli(
  context: TestContext,
  args: readonly string[],
  { environment = {}, cwd }: { environment?: Readonly<Record<string, string>>; cwd?: string } = {},
): CliRun {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, NO_COLOR: '1', ...environment },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code, signal]): CliEnd => {
    return { code: code as number | null, signal: signal as CliEnd['signal'], stdout, stderr };
  });
  context.after(async () => {
    child.kill('SIGKILL'); // its guard ends what it has started
    await ended;
  });
  return {
    pid: child.pid ?? 0,
    ended,
    line: (pattern) =>
      new Promise((done, fail) => {
        const look = (): void => {
          // What stands behind the last line break is not a whole line yet.
          const found = stdout
            .split('\n')
            .slice(0, -1)
            .find((line) => pattern.test(line));
          if (found !== undefined) done(found);
        };
        child.stdout.on('data', look);
        look();
        void ended.then(() => {
          fail(new Error(`no line ${String(pattern)}:\n${stdout}${stderr}`));
        });
      }),
    signal: (name) => child.kill(name),
  };
}
