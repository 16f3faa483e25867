import { linkSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StopStage } from '../../../shared/launch-plan.ts';
import {
  bootId,
  findMarked,
  isSameProcess,
  signalVerified,
  type ProcessIdentity,
} from './process-identity.ts';
import { notWritten, verifyRunDirectory, type FileResult } from './run-directory.ts';
import { stopGroup, type StoppableGroup } from './stop-group.ts';

/** What is written to `run.json`, so that a later start finds what even the guard could not clear. */
export interface RunRecord {
  readonly boot: string;
  readonly supervisor: ProcessIdentity;
  readonly guard: ProcessIdentity | undefined;
  /** What runs, for whoever looks for it. */
  readonly stack: RunStack | undefined;
  /** What each program of the run has in its environment; unguessable. */
  readonly mark: string;
  readonly groups: readonly (StoppableGroup & { readonly id: string })[];
}

/** All groups of a run that may exist: those on record, and those that were born as it was killed. */
export function groupsOf({ groups, mark }: RunRecord): RunRecord['groups'] {
  const known = new Set(groups.map(({ leader }) => leader.pid));
  const strays = findMarked(mark).filter(({ pid }) => !known.has(pid));
  return [
    ...groups,
    ...strays.map((leader) => ({ id: `pid ${leader.pid}`, leader, stop: strayStop })),
  ];
}

/** What it is nobody has noted; both programs take this as an end, uWSGI as it starts only. */
const strayStop: readonly StopStage[] = [
  { signal: 'SIGINT', to: 'process', graceMs: 1500 },
  { signal: 'SIGKILL', to: 'group', graceMs: 1000 },
];

export interface RunStack {
  readonly id: string;
  readonly title: string;
  /** Absolute path of its folder. */
  readonly root: string;
}

export type RecoverResult =
  /** Nothing of an earlier run is there any more. */
  | { readonly kind: 'clear'; readonly ended: readonly string[] }
  | { readonly kind: 'running'; readonly pid: number }
  | { readonly kind: 'error'; readonly message: string };

/**
 * Ends what an earlier run of ours has left behind and removes its folder. Only processes that the run file names by
 * pid and start time are touched.
 */
export async function recover(runDirectory: string): Promise<RecoverResult> {
  if (lstatSync(runDirectory, { throwIfNoEntry: false }) === undefined) {
    return { kind: 'clear', ended: [] };
  }
  const verified = verifyRunDirectory(runDirectory);
  if (verified.kind === 'error') return verified;
  const record = readRunFile(runDirectory);
  if (record?.boot === bootId()) {
    if (isSameProcess(record.supervisor)) return { kind: 'running', pid: record.supervisor.pid };
    // Its guard would go on stopping what we are about to, and remove the folder under the next run.
    if (record.guard !== undefined) signalVerified(record.guard, 'process', 'SIGKILL');
    const stopped = await Promise.all(
      groupsOf(record).map(async (group) => ({ group, gone: await stopGroup(group, 2500) })),
    );
    const left = stopped.find(({ gone }) => !gone);
    if (left !== undefined) {
      return {
        kind: 'error',
        message: `${left.group.id} of an earlier run (pid ${left.group.leader.pid}) can't be stopped.`,
      };
    }
  }
  rmSync(runDirectory, { recursive: true, force: true });
  return { kind: 'clear', ended: record?.groups.map(({ id }) => id) ?? [] };
}

/** The first run file of a run. Of two starts at the same moment, one gets an error. */
export function claimRunFile(runDirectory: string, record: RunRecord): FileResult {
  const draft = join(runDirectory, `run.${process.pid}.json`);
  try {
    writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
    // Unlike a rename, a link never replaces, and the file is complete from its first moment on.
    linkSync(draft, runFile(runDirectory));
    return { kind: 'done' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      return notWritten(runFile(runDirectory), error);
    return { kind: 'error', message: 'The stack has just been started in another window.' };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Written at once, before anything else happens: a program must be on record as soon as it exists. */
export function writeRunFile(runDirectory: string, record: RunRecord): void {
  const draft = join(runDirectory, 'run.next.json');
  writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
  renameSync(draft, runFile(runDirectory));
}

export function readRunFile(runDirectory: string): RunRecord | undefined {
  try {
    return parseRunRecord(JSON.parse(readFileSync(runFile(runDirectory), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Anything that does not look right is left out rather than signalled. */
export function parseRunRecord(value: unknown): RunRecord | undefined {
  const root = record(value);
  const supervisor = identity(root.supervisor);
  if (supervisor === undefined) return undefined;
  const groups = Array.isArray(root.groups) ? root.groups : [];
  return {
    boot: typeof root.boot === 'string' ? root.boot : '',
    supervisor,
    guard: identity(root.guard),
    stack: runStack(root.stack),
    mark: typeof root.mark === 'string' ? root.mark : '',
    groups: groups.flatMap((each: unknown) => {
      const leader = identity(record(each).leader);
      const id = record(each).id;
      const stop = record(each).stop;
      if (leader === undefined || typeof id !== 'string') return [];
      return [{ id, leader, stop: Array.isArray(stop) ? stop.flatMap(stage) : [] }];
    }),
  };
}

function runStack(value: unknown): RunStack | undefined {
  const { id, title, root } = record(value);
  return typeof id === 'string' && typeof title === 'string' && typeof root === 'string'
    ? { id, title, root }
    : undefined;
}

function runFile(runDirectory: string): string {
  return join(runDirectory, 'run.json');
}

/** 0 and 1 are never ours: as a group, -1 would be every process there is. */
function identity(value: unknown): ProcessIdentity | undefined {
  const { pid, start } = record(value);
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 1) return undefined;
  return typeof start === 'string' ? { pid, start } : undefined;
}

const signals: readonly unknown[] = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGKILL'];

function stage(value: unknown): readonly StopStage[] {
  const { signal, to, graceMs } = record(value);
  if (!signals.includes(signal) || typeof graceMs !== 'number') return [];
  return [
    { signal: signal as StopStage['signal'], to: to === 'process' ? 'process' : 'group', graceMs },
  ];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
