import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { StopStage } from '../../../shared/launch-plan.ts';
import { createLineSplitter } from './line-splitter.ts';
import { readFairly } from './fair-reader.ts';
import { identityOf, type ProcessIdentity } from './process-identity.ts';
import { stopGroup } from './stop-group.ts';

/** A running program with everything that it forks. */
export interface Program {
  readonly identity: ProcessIdentity;
  /** The end of the program itself; what it forked may outlive it. All of its output has been delivered by then. */
  readonly ended: Promise<ProgramEnd>;
  /** Ends the program and all that it forked. True when nothing is left. Harmless when it has ended already. */
  stop(stages: readonly StopStage[]): Promise<boolean>;
}

export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

export type ProgramStart =
  | { readonly kind: 'started'; readonly program: Program }
  | { readonly kind: 'not-started'; readonly code: string; readonly message: string };

export interface ProgramRequest {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (stream: 'stdout' | 'stderr', line: string) => void;
}

/** Starts a program without a shell, in a process group (and session) of its own. Never throws. */
export async function startProgram(request: ProgramRequest): Promise<ProgramStart> {
  let child: ChildProcess;
  try {
    child = spawn(request.argv[0], request.argv.slice(1), {
      cwd: request.cwd,
      env: request.env,
      detached: true,
      shell: false,
      // fd 0 must not be a pipe of node's: it is a socket, and uWSGI would serve it as its own.
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    return notStarted(error);
  }
  const end = watchEnd(child, request.onLine);
  try {
    // Waiting for 'spawn' would leave a moment in which nobody knows of the process; the pid is there at once.
    if (child.pid === undefined) await once(child, 'spawn');
  } catch (error) {
    return notStarted(error);
  }
  const pid = child.pid ?? 0;
  const identity = identityOf(pid) ?? { pid, start: 'ended' };
  return {
    kind: 'started',
    program: {
      identity,
      ended: end,
      stop: (stages) => stopGroup({ leader: identity, stop: stages }),
    },
  };
}

export type FoundProgram =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-executable'; readonly path: string };

/** Where a program would be found, the way exec does it: a name in PATH, anything with a slash against `cwd`. */
export function findProgram(name: string, cwd: string, path: string | undefined): FoundProgram {
  return firstExecutable(
    name.includes('/')
      ? [resolve(cwd, name)]
      : (path ?? '/usr/bin:/bin').split(delimiter).map((folder) => join(folder || '.', name)),
  );
}

/** The first of the paths that can be run; when none can, one that only lacks the permission. */
export function firstExecutable(candidates: readonly string[]): FoundProgram {
  let blocked: string | undefined;
  for (const candidate of candidates) {
    try {
      if (!statSync(candidate).isFile()) continue;
      accessSync(candidate, constants.X_OK);
      return { kind: 'found', path: candidate };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EACCES') blocked ??= candidate;
    }
  }
  return blocked === undefined ? { kind: 'missing' } : { kind: 'not-executable', path: blocked };
}

function notStarted(error: unknown): ProgramStart {
  const { code, message } = error as NodeJS.ErrnoException;
  return { kind: 'not-started', code: code ?? 'UNKNOWN', message };
}

async function watchEnd(
  child: ChildProcess,
  onLine: ProgramRequest['onLine'],
): Promise<ProgramEnd> {
  const flush: (() => void)[] = [];
  for (const name of ['stdout', 'stderr'] as const) {
    const splitter = createLineSplitter((line) => {
      onLine(name, line);
    });
    const stream = child[name];
    const readRest = stream === null ? undefined : readFairly(stream, splitter.push);
    // A pipe can break with the program; its exit says what matters.
    stream?.on('error', () => undefined);
    flush.push(() => {
      readRest?.();
      splitter.end();
    });
  }
  const closed = new Promise<void>((done) => child.once('close', done));
  const exited = new Promise<ProgramEnd>((done) => {
    child.once('exit', (code, signal) => {
      done({ code, signal });
    });
    child.once('error', () => {
      if (child.pid === undefined) done({ code: null, signal: null });
    });
  });
  const end = await exited;
  // 'close' waits for everybody who holds the pipes. Orphans may hold them long, so it gets a moment only.
  const patience = new AbortController();
  await Promise.race([
    closed,
    delay(200, undefined, { signal: patience.signal }).catch(() => undefined),
  ]);
  patience.abort();
  for (const finish of flush) finish();
  return end;
}
