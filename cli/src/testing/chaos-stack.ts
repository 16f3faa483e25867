import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { StackReport } from '../../../client/src/stack/status.ts';
import { processesOf } from '../../../client/src/stack/testing/processes.ts';
import type { ChaosCommand, ChaosTold } from './chaos-host.ts';
import type { Example } from './example.ts';

/** The host of the chaos test as the test has it: what it was told last, and whether it lives. */
export interface ChaosHost {
  readonly pid: number;
  readonly report: StackReport | undefined;
  readonly run: string;
  /** `gone` when the host has ended before its answer. */
  ask(command: ChaosCommand): Promise<string>;
  readonly ended: Promise<unknown>;
  disconnect(): void;
}

export async function startHost({ app, folder, environment }: Example): Promise<ChaosHost> {
  const child: ChildProcess = fork(
    join(import.meta.dirname, 'chaos-host.ts'),
    [app, join(folder, 'logs')],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const ended = once(child, 'exit');
  let report: StackReport | undefined;
  let run = 'none';
  let asked = 0;
  const waiting = new Map<number, (outcome: string) => void>();
  const first = new Promise<void>((done) => {
    child.on('message', (told: ChaosTold) => {
      if (told.kind === 'state') {
        ({ report, run } = told);
        done();
      } else {
        waiting.get(told.id)?.(told.outcome);
        waiting.delete(told.id);
      }
    });
  });
  void ended.then(() => {
    for (const answer of waiting.values()) answer('gone');
  });
  const early = ended.then(() => {
    throw new Error('the host has ended as it was started');
  });
  await Promise.race([first, early]);
  // Its end is expected from now on.
  early.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    get report() {
      return report;
    },
    get run() {
      return run;
    },
    ask: (command) =>
      new Promise((done) => {
        asked += 1;
        waiting.set(asked, done);
        if (child.connected) child.send({ id: asked, command });
        else done('gone');
      }),
    ended,
    disconnect: () => {
      if (child.connected) child.disconnect();
    },
  };
}

export interface FoundProcess {
  readonly pid: number;
  readonly parent: number;
  /** Each program that the supervisor starts founds a session of its own. */
  readonly session: number;
  readonly command: string;
}

/** All living processes that have to do with the example, the host and its guard among them. */
export function processesNow({ folder }: Example): readonly FoundProcess[] {
  return processesOf(folder).flatMap(({ pid, command }) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z') return [];
      return [{ pid, command, parent: Number(fields[1]), session: Number(fields[3]) }];
    } catch {
      return [];
    }
  });
}

/** A zombie is not there any more: it has nothing, and does nothing. */
export function isThere(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

/** The run folder of the example, where there is one. */
export function runFolder({ environment }: Example): string | undefined {
  const base = join(environment.XDG_RUNTIME_DIR ?? '', 'uwsgi-stack');
  const name = existsSync(base) ? readdirSync(base)[0] : undefined;
  return name === undefined ? undefined : join(base, name);
}

export function guardOf(example: Example): number | undefined {
  const folder = runFolder(example);
  if (folder === undefined) return undefined;
  try {
    const text = readFileSync(join(folder, 'run.json'), 'utf8');
    return (JSON.parse(text) as { guard?: { pid: number } }).guard?.pid;
  } catch {
    return undefined;
  }
}

/** Looks until it is so; what is not so in time is an error that says what was seen last. */
export async function eventually(
  what: string,
  wrong: () => string | undefined | Promise<string | undefined>,
  timeoutMs = 20_000,
): Promise<void> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = await wrong();
    if (seen === undefined) return;
    if (performance.now() > end) throw new Error(`${what}: not within ${timeoutMs} ms: ${seen}`);
    await delay(15);
  }
}

/** mulberry32: the same numbers from the same seed, in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
