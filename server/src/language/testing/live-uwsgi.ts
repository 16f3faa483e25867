import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync, watch } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** A real uWSGI that a test has started in a folder of its own. */
export interface LiveUwsgi {
  /** All that it has said so far. */
  output(): string;
  /** How often it has said something. */
  heard(): number;
  /** The next time that it says something, or ends. */
  news(): Promise<unknown>;
  readonly ended: () => boolean;
  stop(): Promise<void>;
}

export function startUwsgi(folder: string, file: string): LiveUwsgi {
  const child = spawn('uwsgi', ['--ini', file], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '/usr/bin', HOME: folder, NAME: 'value' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that it ends with all its children.
    detached: true,
  });
  let output = '';
  let next = Promise.withResolvers<undefined>();
  let heard = 0;
  const tell = () => {
    heard += 1;
    next.resolve(undefined);
    next = Promise.withResolvers();
  };
  child.on('close', tell);
  // A log file takes over what is said.
  const watcher = watch(folder, tell);
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
      tell();
    });
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  return {
    output: () => output,
    heard: () => heard,
    news: () => (ended() ? Promise.resolve() : next.promise),
    ended,
    stop: async () => {
      watcher.close();
      const exit = ended() ? undefined : once(child, 'exit');
      if (child.pid !== undefined) kill(-child.pid);
      await exit;
      // Vassals and daemons have left the group.
      for (let left = processesIn(folder); left.length > 0; left = processesIn(folder)) {
        for (const pid of left) kill(pid);
        await setImmediate();
      }
    },
  };
}

/** Processes whose working folder is this one or inside it. Nobody else has any there: the test has just made it. */
function processesIn(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => workingFolder(pid)?.startsWith(folder))
    .map(Number);
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
