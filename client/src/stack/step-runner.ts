import { statSync } from 'node:fs';
import type { LaunchStep, StopStage } from '../../../shared/launch-plan.ts';
import { environmentFor } from './environment.ts';
import {
  compileFailures,
  explainFailure,
  mapPaths,
  reasonFor,
  type FailureReason,
} from './failures.ts';
import { followFile } from './follow-file.ts';
import { createLineSplitter } from './line-splitter.ts';
import type { Logs } from './logs.ts';
import { checkClaims } from './ports.ts';
import { findProgram, startProgram, type Program, type ProgramEnd } from './program.ts';
import { waitForProbes } from './readiness.ts';
import type { StackEvent } from './state.ts';
import { readWorkerStats } from './stats.ts';
import type { StoppableGroup } from './stop-group.ts';

/** Carries out what the reducer asks for one step, and tells it what came of that. */
export interface StepRunner {
  /** Makes sure that the step can be started: its program, its addresses, its own check. */
  check(): void;
  spawn(): void;
  probe(): void;
  /** Ends whatever of the step is there; an `exited` event follows in any case. */
  stop(): void;
  /** What keeps it from being ready, for the time when time is up. */
  lateReason(): FailureReason;
  /** The process groups that exist now. */
  groups(): readonly StoppableGroup[];
}

export interface StepContext {
  readonly runDirectory: string;
  readonly logs: Logs;
  readonly dispatch: (event: StackEvent) => void;
  /** A group has come or gone: it is to be written down before anything else happens. */
  readonly onGroups: () => void;
}

/** For a check, which has nothing to lose. */
const checkStop: readonly StopStage[] = [{ signal: 'SIGTERM', to: 'group', graceMs: 500 }];
/** For what a program that has ended on its own leaves behind, such as nginx's workers after a crash. */
const leftoverStop: readonly StopStage[] = [{ signal: 'SIGTERM', to: 'group', graceMs: 1000 }];
const checkTimeoutMs = 20_000;

export function createStepRunner(step: LaunchStep, context: StepContext): StepRunner {
  const { dispatch, logs } = context;
  const id = step.id;
  const matchFailure = compileFailures(step.failures);
  let abort = new AbortController();
  let running: { program: Program; stop: readonly StopStage[]; done: Promise<void> } | undefined;
  let launching: Promise<unknown> = Promise.resolve();
  let lines: string[] = [];
  let probed = false;
  let seen: string | undefined;

  const onLine = (stream: 'stdout' | 'stderr', raw: string): void => {
    const line = mapPaths(raw, step.pathMap);
    logs.add(id, stream, line);
    lines.push(line);
    if (lines.length > 400) lines = lines.slice(-300);
  };
  const fail = (reason: FailureReason): void => {
    dispatch({ kind: 'step-failed', id, reason });
  };

  const follow = (path: string) => {
    const { push } = createLineSplitter((line) => {
      logs.add(id, 'stdout', line);
    });
    return followFile(path, push);
  };

  /** Starts a program and keeps hold of it to the end of all that it forks. */
  const launch = async (
    argv: LaunchStep['argv'],
    stop: readonly StopStage[],
    listen: (stream: 'stdout' | 'stderr', line: string) => void,
    onGone: (end: ProgramEnd) => void,
  ): Promise<Program | undefined> => {
    const env = environmentFor(process.env, step.env);
    const creation = startProgram({ argv, cwd: step.cwd, env, onLine: listen });
    launching = creation;
    const start = await creation;
    if (start.kind === 'not-started') {
      fail(startReason(step, argv[0], start.code, start.message));
      return undefined;
    }
    const { program } = start;
    const done = program.ended.then(async (end) => {
      if (!(await program.stop(leftoverStop))) {
        logs.add(id, 'stack', `pid ${program.identity.pid} can't be stopped`);
      }
      if (running?.program === program) running = undefined;
      context.onGroups();
      onGone(end);
    });
    running = { program, stop, done };
    context.onGroups();
    return program;
  };

  const runCheck = async (): Promise<void> => {
    const { signal } = abort;
    const problem = programProblem(step) ?? (await checkClaims(step, context.runDirectory, signal));
    if (signal.aborted) return;
    if (problem !== undefined) {
      fail(problem);
      return;
    }
    if (step.check === undefined) {
      dispatch({ kind: 'checked', id });
      return;
    }
    const output: string[] = [];
    const listen = (stream: 'stdout' | 'stderr', raw: string): void => {
      output.push(mapPaths(raw, step.pathMap));
      onLine(stream, raw);
    };
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      void running?.program.stop(checkStop);
    }, checkTimeoutMs);
    await launch(step.check.argv, checkStop, listen, ({ code }) => {
      clearTimeout(timer);
      if (signal.aborted) return;
      if (code === 0) dispatch({ kind: 'checked', id });
      else if (late) fail(reasonFor(step, `The check of ${step.title} does not end.`, undefined));
      else fail(explainFailure(step, `The check of ${step.title} has failed.`, output));
    });
  };

  const runSpawn = async (): Promise<void> => {
    const { signal } = abort;
    const stopped = (): boolean => signal.aborted;
    lines = [];
    seen = undefined;
    let fatal = false;
    const listen = (stream: 'stdout' | 'stderr', raw: string): void => {
      onLine(stream, raw);
      if (fatal || probed || matchFailure(lines.at(-1) ?? '')?.fatal !== true) return;
      fatal = true;
      // What follows in the same moment may be part of the story, the exit for one.
      setImmediate(() => {
        if (!signal.aborted) fail(explainFailure(step, `${step.title} has failed.`, lines));
      });
    };
    probed = false;
    const followers = await Promise.all(step.follow.map(follow));
    const letGo = (): void => {
      for (const follower of followers) void follower?.close();
    };
    if (stopped()) {
      // A stop has come in between; nothing was started, and nothing may be any more.
      letGo();
      return;
    }
    const program = await launch(step.argv, step.stop, listen, (end) => {
      letGo();
      if (signal.aborted) return;
      abort.abort();
      logs.add(id, 'stack', endText(step, end));
      const reason = explainFailure(step, endText(step, end), lines);
      dispatch({ kind: 'exited', id, ...end, reason, at: Date.now() });
    });
    if (program === undefined) letGo();
    if (program === undefined || stopped()) return;
    dispatch({ kind: 'spawned', id, pid: program.identity.pid });
  };

  const runProbe = async (): Promise<void> => {
    const { signal } = abort;
    const passed = await waitForProbes(step.ready, signal, (text) => {
      seen = text;
    });
    const address = passed ? await boundAddress(step, signal) : undefined;
    if (!passed || signal.aborted) return;
    probed = true;
    dispatch({ kind: 'probed', id, address });
  };

  const runStop = async (): Promise<void> => {
    // From here on, ends are ours to tell.
    abort.abort();
    // A program that is just being created is waited for; it would be lost otherwise.
    await launching;
    const current = running;
    if (current !== undefined) {
      const gone = await current.program.stop(current.stop);
      if (gone) await current.done;
      else logs.add(id, 'stack', `pid ${current.program.identity.pid} can't be stopped`);
    }
    const reason = reasonFor(step, `${step.title} was stopped.`, undefined);
    dispatch({ kind: 'exited', id, code: null, signal: null, reason, at: Date.now() });
  };

  return {
    check: () => {
      abort = new AbortController();
      logs.add(id, 'stack', `starting ${step.title}`);
      void runCheck();
    },
    spawn: () => void runSpawn(),
    probe: () => void runProbe(),
    stop: () => void runStop(),
    lateReason: () => {
      const what = `${step.title} was not ready in time${seen === undefined ? '' : `: ${seen}`}.`;
      const known = lines.some((line) => matchFailure(line) !== undefined);
      return seen === undefined || known
        ? explainFailure(step, what, lines)
        : reasonFor(step, what, undefined);
    },
    groups: () =>
      running === undefined ? [] : [{ leader: running.program.identity, stop: running.stop }],
  };
}

/** A missing program is found before anything is started, not in the middle. */
export function programProblem(step: LaunchStep): FailureReason | undefined {
  if (!isDirectory(step.cwd)) {
    return reasonFor(step, `The folder ${step.cwd} does not exist.`, undefined);
  }
  const { PATH: path } = environmentFor(process.env, step.env);
  for (const name of new Set([step.argv[0], ...(step.check?.argv.slice(0, 1) ?? [])])) {
    const found = findProgram(name, step.cwd, path);
    if (found.kind === 'missing') return startReason(step, name, 'ENOENT', '');
    if (found.kind === 'not-executable') return startReason(step, found.path, 'EACCES', '');
  }
  return undefined;
}

function startReason(step: LaunchStep, name: string, code: string, text: string): FailureReason {
  const setting = step.roles.includes('nginx') ? 'uwsgiStack.nginx.path' : 'uwsgiStack.uwsgi.path';
  switch (code) {
    case 'ENOENT':
      return reasonFor(
        step,
        `The program ${name} was not found${name.includes('/') ? '' : ' in PATH'}.`,
        `Install it, or set \`${setting}\` to where it is.`,
      );
    case 'EACCES':
      return reasonFor(
        step,
        `The program ${name} may not be executed.`,
        `Check its permissions, or set \`${setting}\` to another program.`,
      );
    default:
      return reasonFor(step, `The program ${name} can't be started: ${text}`, undefined);
  }
}

function endText(step: LaunchStep, { code, signal }: ProgramEnd): string {
  return signal === null
    ? `${step.title} has ended with status ${code ?? 'unknown'}.`
    : `${step.title} was ended by ${signal}.`;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Only a worker that subscribes is asked: its address is found out by the router, so it may be any. */
async function boundAddress(step: LaunchStep, signal: AbortSignal): Promise<string | undefined> {
  const probe = step.ready.find((each) => each.kind === 'subscribed');
  if (probe === undefined) return undefined;
  const result = await readWorkerStats(probe.workerStats, signal);
  return result.kind === 'stats' ? result.stats.sockets[0]?.name : undefined;
}
