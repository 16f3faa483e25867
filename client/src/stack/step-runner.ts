import { once } from 'node:events';
import { statSync } from 'node:fs';
import type { FollowedFile, LaunchStep, StopStage } from '../../../shared/launch-plan.ts';
import { environmentFor } from './environment.ts';
import {
  compileFailures,
  explainFailure,
  mapPaths,
  reasonFor,
  type FailureReason,
} from './failures.ts';
import { followFile } from './follow-file.ts';
import { askToFinish } from './leave-routers.ts';
import { createLineSplitter } from './line-splitter.ts';
import type { Logs } from './logs.ts';
import { createNudge } from './nudge.ts';
import { checkClaims } from './ports.ts';
import { findProgram, type Program, type ProgramEnd } from './program.ts';
import { signalVerified } from './process-identity.ts';
import { boundAddress, tryProbe, waitForProbes } from './readiness.ts';
import { shortenLogs } from './shorten-logs.ts';
import { createStepPrograms } from './step-programs.ts';
import type { StackEvent } from './state.ts';
import type { StoppableGroup } from './stop-group.ts';

/** Carries out what the reducer asks for one start of one step, and tells it what came of that. */
export interface StepRunner {
  /** Makes sure that the step can be started: its program, its addresses, its own check. */
  check(): void;
  spawn(): void;
  probe(): void;
  /**
   * Ends whatever of the step is there; one `exited` event follows in any case. Graceful means that its requests may
   * finish first; a second call that is not hurries.
   */
  stop(graceful: boolean): void;
  /** Has the running program take a new configuration, once its own check has passed. Why it did not, or undefined. */
  reload(next: LaunchStep): Promise<FailureReason | undefined>;
  /** One look at what has made it ready: what is not so any more. */
  examine(): Promise<string | undefined>;
  /** Replaces logs of the running program that are larger than that; see {@link shortenLogs}. */
  shortenLogs(limitBytes: number): Promise<boolean>;
  /** What keeps it from being ready, for the time when time is up. */
  lateReason(): FailureReason;
  /** The process groups that exist now. */
  groups(): readonly StoppableGroup[];
}

export interface StepContext {
  readonly runDirectory: string;
  /** Of the run. */
  readonly mark: string;
  readonly logs: Logs;
  readonly dispatch: (event: StackEvent) => void;
  /** A group has come or gone: it is to be written down before anything else happens. */
  readonly onGroups: () => void;
}

/** For a check, which has nothing to lose. */
const checkStop: readonly StopStage[] = [{ signal: 'SIGTERM', to: 'group', graceMs: 500 }];
const checkTimeoutMs = 20_000;
/** nginx tries five times to get an address, for 2.5 seconds in all. */
const reloadTimeoutMs = 10_000;

type Listen = (stream: 'stdout' | 'stderr', line: string) => void;

export function createStepRunner(planned: LaunchStep, context: StepContext): StepRunner {
  const { dispatch, logs } = context;
  const id = planned.id;
  /** As it runs: a reload brings another. */
  let step = planned;
  const matchFailure = compileFailures(planned.failures);
  const programs = createStepPrograms(planned, context.mark, context.onGroups, (text) => {
    logs.add(id, 'stack', text);
  });
  /** Of this start: it comes with the first thing that goes wrong, and with a stop. */
  const abort = new AbortController();
  const hurry = new AbortController();
  const nudge = createNudge();
  const watchers = new Set<(line: string) => void>();
  let stopping = false;
  let main: Program | undefined;
  let lines: string[] = [];
  let probed = false;
  let seen: string | undefined;

  const onLine: Listen = (stream, raw) => {
    const line = mapPaths(raw, step.pathMap);
    logs.add(id, stream, line);
    lines.push(line);
    if (lines.length > 400) lines = lines.slice(-300);
    for (const watch of watchers) watch(line);
    nudge.now();
  };
  const fail = (reason: FailureReason): void => {
    dispatch({ kind: 'step-failed', id, reason });
  };

  const follow = ({ path, holds }: FollowedFile, listen: Listen) => {
    const { push } = createLineSplitter((line) => {
      if (holds === 'output') listen('stdout', line);
      else logs.add(id, 'stdout', line);
    });
    return followFile(path, push);
  };

  /** The program's own check of its configuration: why it has failed. */
  const ownCheck = async (of: LaunchStep): Promise<FailureReason | undefined> => {
    if (of.check === undefined) return undefined;
    const output: string[] = [];
    const listen: Listen = (stream, raw) => {
      const line = mapPaths(raw, of.pathMap);
      output.push(line);
      logs.add(id, stream, line);
    };
    const start = await programs.start(of.check.argv, checkStop, listen);
    if (start.kind === 'not-started') {
      return startReason(of, of.check.argv[0], start.code, start.message);
    }
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort();
      void start.program.stop(checkStop);
    }, checkTimeoutMs);
    const { code } = await start.gone;
    clearTimeout(timer);
    if (code === 0) return undefined;
    return late.signal.aborted
      ? reasonFor(of, `The check of ${of.title} does not end.`, undefined)
      : explainFailure(of, `The check of ${of.title} has failed.`, output);
  };

  const runCheck = async (): Promise<void> => {
    const { signal } = abort;
    const problem =
      programProblem(step) ??
      (await checkClaims(step, context.runDirectory, signal)) ??
      (signal.aborted ? undefined : await ownCheck(step));
    if (signal.aborted) return;
    if (problem === undefined) dispatch({ kind: 'checked', id });
    else fail(problem);
  };

  const runSpawn = async (): Promise<void> => {
    const { signal } = abort;
    const stopped = (): boolean => signal.aborted;
    let fatal = false;
    const listen: Listen = (stream, raw) => {
      onLine(stream, raw);
      if (fatal || probed || matchFailure(lines.at(-1) ?? '')?.fatal !== true) return;
      fatal = true;
      // What follows in the same moment may be part of the story, the exit for one.
      setImmediate(() => {
        if (!signal.aborted) fail(explainFailure(step, `${step.title} has failed.`, lines));
      });
    };
    const followers = await Promise.all(step.follow.map((file) => follow(file, listen)));
    const letGo = (): void => {
      for (const follower of followers) void follower?.close();
    };
    if (stopped()) {
      // A stop has come in between; nothing was started, and nothing may be any more.
      letGo();
      return;
    }
    const start = await programs.start(step.argv, step.stop, listen);
    if (start.kind === 'not-started') {
      letGo();
      if (!stopped()) fail(startReason(step, step.argv[0], start.code, start.message));
      return;
    }
    void start.gone.then((end) => {
      letGo();
      if (stopped()) return;
      abort.abort();
      logs.add(id, 'stack', endText(step, end));
      const reason = explainFailure(step, endText(step, end), lines);
      dispatch({ kind: 'exited', id, ...end, reason, at: Date.now() });
    });
    main = start.program;
    if (!stopped()) dispatch({ kind: 'spawned', id, pid: main.identity.pid });
  };

  const runProbe = async (): Promise<void> => {
    const { signal } = abort;
    const tell = (text: string): void => {
      seen = text;
    };
    const passed = await waitForProbes(step.ready, signal, tell, nudge);
    const address = passed ? await boundAddress(step, signal) : undefined;
    if (!passed || signal.aborted) return;
    probed = true;
    dispatch({ kind: 'probed', id, address });
  };

  const runStop = async (): Promise<void> => {
    // From here on, ends are ours to tell.
    abort.abort();
    await programs.stop((program) => finishRequests(step, program, hurry.signal));
    const reason = reasonFor(step, `${step.title} was stopped.`, undefined);
    dispatch({ kind: 'exited', id, code: null, signal: null, reason, at: Date.now() });
  };

  const runReload = async (next: LaunchStep): Promise<FailureReason | undefined> => {
    const { reload } = next;
    const identity = main?.identity;
    if (reload === undefined || identity === undefined) {
      return reasonFor(next, `${next.title} can't be reloaded.`, 'Restart it.');
    }
    const refused = programProblem(next) ?? (await ownCheck(next));
    if (refused !== undefined) return refused;
    logs.add(id, 'stack', `reloading ${next.title}`);
    const before = step;
    step = next;
    const told = await reloadAnswer(reload, () => {
      signalVerified(identity, 'process', reload.signal);
    });
    if (told !== undefined) {
      step = before;
      return explainFailure(next, `${next.title} keeps its old configuration.`, told);
    }
    const limit = AbortSignal.any([abort.signal, AbortSignal.timeout(reloadTimeoutMs)]);
    let last = '';
    const passed = await waitForProbes(next.ready, limit, (text) => {
      last = text;
    });
    return passed
      ? undefined
      : reasonFor(next, `${next.title} was reloaded, but ${last}.`, undefined);
  };

  /** The lines with which the program has refused its new configuration, or has said nothing; undefined: it took it. */
  const reloadAnswer = async (
    { done, refused }: NonNullable<LaunchStep['reload']>,
    begin: () => void,
  ): Promise<readonly string[] | undefined> => {
    const [isDone, isRefused] = [new RegExp(done, 'u'), new RegExp(refused, 'u')];
    const said: string[] = [];
    const limit = AbortSignal.any([abort.signal, AbortSignal.timeout(reloadTimeoutMs)]);
    return await new Promise((answer) => {
      const finish = (result: readonly string[] | undefined): void => {
        watchers.delete(watch);
        answer(result);
      };
      const watch = (line: string): void => {
        said.push(line);
        if (isDone.test(line)) finish(undefined);
        // More may follow in the same moment; the last attempt is followed by "still could not".
        else if (isRefused.test(line)) setTimeout(finish, refusalPauseMs, said);
      };
      watchers.add(watch);
      limit.addEventListener('abort', () => {
        finish(said);
      });
      begin();
    });
  };

  return {
    check: () => {
      logs.add(id, 'stack', `starting ${step.title}`);
      void runCheck();
    },
    spawn: () => void runSpawn(),
    probe: () => void runProbe(),
    stop: (graceful) => {
      if (!graceful) hurry.abort();
      if (stopping) return;
      stopping = true;
      void runStop();
    },
    reload: runReload,
    examine: async () => {
      const { signal } = abort;
      const results = await Promise.all(step.ready.map((probe) => tryProbe(probe, signal)));
      if (signal.aborted) return undefined;
      return results.find((result) => result.kind === 'pending')?.seen;
    },
    shortenLogs: async (limitBytes) => {
      const { reopen } = step;
      const identity = main?.identity;
      if (reopen === undefined || identity === undefined || abort.signal.aborted) return false;
      return await shortenLogs(reopen, limitBytes, () => {
        signalVerified(identity, 'process', reopen.signal);
      });
    },
    lateReason: () => {
      const what = `${step.title} was not ready in time${seen === undefined ? '' : `: ${seen}`}.`;
      const known = lines.some((line) => matchFailure(line) !== undefined);
      return seen === undefined || known
        ? explainFailure(step, what, lines)
        : reasonFor(step, what, undefined);
    },
    groups: () => programs.groups(),
  };
}

/** Between a refusal and what else nginx has to say about it. */
const refusalPauseMs = 100;

/** Returns when the program has ended of itself, or has to be made to. */
async function finishRequests(
  { graceful }: LaunchStep,
  program: Program,
  hurry: AbortSignal,
): Promise<void> {
  if (graceful === undefined || hurry.aborted) return;
  const limit = AbortSignal.any([hurry, AbortSignal.timeout(graceful.graceMs)]);
  if (!(await askToFinish(graceful, limit))) return;
  if (!limit.aborted) await Promise.race([program.ended, once(limit, 'abort')]);
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
