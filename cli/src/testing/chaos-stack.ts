import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDead, readStat } from '../../../client/src/stack/process-identity.ts';
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
  /** Each program that the supervisor starts founds a session of its own. */
  readonly session: number;
  readonly command: string;
}

/** All living processes that have to do with the example, the host and its guard among them. */
export function processesNow({ folder }: Example): readonly FoundProcess[] {
  return processesOf(folder).flatMap(({ pid, command }) => {
    const stat = readStat(pid);
    return stat === undefined || isDead(stat) ? [] : [{ pid, command, session: stat.session }];
  });
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
