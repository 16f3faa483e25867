import type { LaunchPlan, LaunchStep } from '../../../shared/launch-plan.ts';
import { bareReason, reasonFor, type FailureReason } from './failures.ts';
import { announceWorkers } from './announce.ts';
import { createExaminer } from './examiner.ts';
import { openRequestRecord, type RequestRecord } from './figures/request-record.ts';
import { createLogs, type LogLine, type LogListener } from './logs.ts';
import { checkClaims } from './ports.ts';
import { waitForProbes } from './readiness.ts';
import { reduce } from './reduce.ts';
import { openRun, type Run } from './run.ts';
import { writeFiles } from './run-directory.ts';
import {
  initialStackState,
  type StackEffect,
  type StackEvent,
  type StackState,
  type StepStatus,
} from './state.ts';
import { createStepRunner, programProblem, type StepRunner } from './step-runner.ts';

export interface SupervisorOptions {
  /** The bundled `guard-main`. */
  readonly guardEntry: string;
  /** Outside of the run directory: logs outlive the run. */
  readonly logsDirectory: string;
  /** Lines kept in memory per step. */
  readonly maxLines?: number;
  /** Between two looks at a stack that is up, in milliseconds. */
  readonly examineMs?: number;
  /** Size from which on a log of nginx in the run folder is replaced. */
  readonly logBytes?: number;
}

export type StackOutcome =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  /** Somebody stopped it on its way. */
  | { readonly kind: 'stopped' };

/** Runs one stack at a time. Nothing here hangs: each promise ends at the latest with the plan's deadline. */
export interface Supervisor {
  readonly state: StackState;
  /** Of this run, where nginx logs them. */
  readonly requests: RequestRecord | undefined;
  /** Ready, or failed with everything down again. */
  start(plan: LaunchPlan): Promise<StackOutcome>;
  /** While the stack runs: starts the steps that are new, stops the ones that are gone, leaves the others alone. */
  update(plan: LaunchPlan): Promise<StackOutcome>;
  /** Down, whatever it was doing; harmless when it is down. */
  stop(): Promise<void>;
  /** Stops and starts again, with the plan given or the last one. */
  restart(plan?: LaunchPlan): Promise<StackOutcome>;
  restartStep(id: string): Promise<StackOutcome>;
  /**
   * Has a running program take the configuration of this plan (see `LaunchStep.reload`). When it is refused, the reason is
   * told and everything runs on as it did.
   */
  reloadStep(plan: LaunchPlan, id: string): Promise<StackOutcome>;
  onState(listener: (state: StackState) => void): () => void;
  /** Lines of all steps, in batches. */
  onLines(listener: LogListener): () => void;
  recentLines(stepId: string, after?: number): readonly LogLine[];
  /** Stops the stack and lets go of everything. */
  dispose(): Promise<void>;
}

const claimsTimeoutMs = 5000;
const examineMs = 5000;
/** The folder may lie in memory. */
const logBytes = 32 * 1024 * 1024;

export function createSupervisor(options: SupervisorOptions): Supervisor {
  const logs = createLogs({
    directory: options.logsDirectory,
    ...(options.maxLines === undefined ? {} : { maxLines: options.maxLines }),
  });
  const listeners = new Set<(state: StackState) => void>();
  const runners = new Map<string, StepRunner>();
  const restartTimers = new Map<string, NodeJS.Timeout>();
  let state = initialStackState;
  let run: Run | undefined;
  let requests: RequestRecord | undefined;
  let deadline: NodeJS.Timeout | undefined;
  let confirming = new AbortController();
  let confirmSeen: string | undefined;
  let disposed = false;

  const queue: StackEvent[] = [];
  let draining = false;
  /** One event at a time: an effect may lead to the next event at once. */
  const dispatch = (event: StackEvent): void => {
    queue.push(event);
    if (draining) return;
    draining = true;
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const before = state;
        const reduction = reduce(state, next);
        state = reduction.state;
        for (const effect of reduction.effects) perform(effect);
        if (state !== before) for (const listener of [...listeners]) listener(state);
      }
    } finally {
      draining = false;
    }
  };

  const perform = (effect: StackEffect): void => {
    switch (effect.kind) {
      case 'prepare':
        void prepare(effect.plan);
        return;
      case 'clean':
        void clean();
        return;
      case 'check':
        begin(effect.step).check();
        return;
      case 'spawn':
        runners.get(effect.step.id)?.spawn();
        return;
      case 'probe':
        runners.get(effect.step.id)?.probe();
        return;
      case 'announce':
        void announceWorkers(effect.router, state.steps);
        return;
      case 'stop-step':
        runners.get(effect.step.id)?.stop(effect.graceful);
        return;
      case 'restart-later':
        restartLater(effect.id, effect.delayMs);
        return;
      case 'confirm':
        void confirm(effect.plan);
        return;
      case 'cancel-confirm':
        confirming.abort();
        return;
      case 'arm-deadline':
        deadline = setTimeout(onDeadline, effect.timeoutMs);
        return;
      case 'disarm-deadline':
        clearTimeout(deadline);
    }
  };

  const prepare = async (plan: LaunchPlan): Promise<void> => {
    const missing = plan.steps.map(programProblem).find((problem) => problem !== undefined);
    if (missing !== undefined) {
      dispatch({ kind: 'prepare-failed', reason: missing });
      return;
    }
    const opened = await openRun(plan, options.guardEntry);
    if (opened.kind === 'error') {
      dispatch({ kind: 'prepare-failed', reason: bareReason(opened.message) });
      return;
    }
    run = opened.run;
    if (plan.requestLog !== undefined) requests = await openRequestRecord(plan.requestLog);
    examiner.start();
    // All addresses before the first program, so that a taken one is told at once.
    const taken = await firstTaken(plan);
    dispatch(
      taken === undefined ? { kind: 'prepared' } : { kind: 'prepare-failed', reason: taken },
    );
  };

  const examiner = createExaminer({
    intervalMs: options.examineMs ?? examineMs,
    ready: () =>
      state.steps.filter(({ status }) => status.kind === 'ready').map(({ step }) => step),
    examine: async ({ id }) => {
      const runner = runners.get(id);
      await shortenLogs(runner).catch(() => undefined);
      return await runner?.examine();
    },
    tell: (step, seen) => {
      const trouble =
        seen === undefined ? undefined : reasonFor(step, `${step.title}: ${seen}.`, undefined);
      dispatch({ kind: 'examined', id: step.id, trouble });
    },
  });

  /** Before the old file is gone for good, its requests are counted. */
  const shortenLogs = async (runner: StepRunner | undefined): Promise<void> => {
    const shortened = await runner?.shortenLogs(options.logBytes ?? logBytes);
    if (shortened === true || requests?.leaving === true) await requests?.readOn();
  };

  const clean = async (): Promise<void> => {
    examiner.stop();
    for (const timer of restartTimers.values()) clearTimeout(timer);
    restartTimers.clear();
    await requests?.close();
    requests = undefined;
    await run?.close();
    run = undefined;
    runners.clear();
    await logs.flush();
    dispatch({ kind: 'cleaned' });
  };

  /** A new runner for each start, since an update may have brought a new definition of the step. */
  const begin = (step: LaunchStep): StepRunner => {
    const runner = createStepRunner(step, {
      runDirectory: state.plan?.runDirectory ?? '',
      mark: run?.mark ?? '',
      logs,
      dispatch,
      onGroups: () => {
        run?.record(
          [...runners].flatMap(([id, each]) => each.groups().map((group) => ({ id, ...group }))),
        );
      },
    });
    runners.set(step.id, runner);
    return runner;
  };

  const restartLater = (id: string, delayMs: number): void => {
    clearTimeout(restartTimers.get(id));
    restartTimers.set(
      id,
      setTimeout(() => {
        dispatch({ kind: 'restart-due', id });
      }, delayMs),
    );
  };

  const confirm = async (plan: LaunchPlan): Promise<void> => {
    const current = new AbortController();
    confirming = current;
    confirmSeen = undefined;
    const passed = await waitForProbes(plan.ready, current.signal, (seen) => {
      confirmSeen = seen;
    });
    if (passed && !current.signal.aborted) dispatch({ kind: 'confirmed' });
  };

  const onDeadline = (): void => {
    const reasons = new Map([...runners].map(([id, runner]) => [id, runner.lateReason()]));
    const seen = confirmSeen === undefined ? '' : `: ${confirmSeen}`;
    const whole = bareReason(`The stack was not ready in time${seen}.`);
    dispatch({ kind: 'deadline', reasons, whole });
  };

  const onState = (listener: (state: StackState) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  /** The first state that has an answer, the present one included. */
  const when = <T>(answer: (state: StackState) => T | undefined): Promise<T> =>
    new Promise((done) => {
      const look = (now: StackState): boolean => {
        const found = answer(now);
        if (found === undefined) return false;
        off();
        done(found);
        return true;
      };
      const off = onState(look);
      look(state);
    });

  const stop = async (): Promise<void> => {
    dispatch({ kind: 'stop' });
    await when((now) => (now.run === 'none' ? true : undefined));
    await logs.flush();
  };

  const start = async (plan: LaunchPlan): Promise<StackOutcome> => {
    if (disposed) return refused('The supervisor is no longer in use.');
    if (state.run !== 'none') return refused('The stack is running already.');
    dispatch({ kind: 'start', plan });
    return await when(outcomeOf);
  };

  return {
    get state() {
      return state;
    },
    get requests() {
      return requests;
    },
    start,
    update: async (plan) => {
      if (state.wanted === 'down') return refused('The stack is not running.');
      if (plan.runDirectory !== state.plan?.runDirectory) {
        return refused('The plan belongs to another stack.');
      }
      // While it is being prepared the folder is not there yet, and the first plan's files would win.
      await when((now) => (now.run === 'preparing' ? undefined : true));
      const written = run === undefined ? undefined : writeFiles(plan.files, plan.runDirectory);
      if (written?.kind === 'error') return refused(written.message);
      dispatch({ kind: 'update', plan });
      return await when(outcomeOf);
    },
    stop,
    restart: async (plan = state.plan) => {
      if (plan === undefined) return refused('There is nothing to restart.');
      await stop();
      return await start(plan);
    },
    reloadStep: async (plan, id) => {
      const runner = runners.get(id);
      const step = plan.steps.find((each) => each.id === id);
      const before = state.plan;
      const status = state.steps.find((each) => each.step.id === id)?.status.kind;
      if (
        runner === undefined ||
        step === undefined ||
        before === undefined ||
        status !== 'ready'
      ) {
        return refused('The process is not running.');
      }
      const written = writeFiles(plan.files, plan.runDirectory);
      const problem =
        written.kind === 'error' ? bareReason(written.message) : await runner.reload(step);
      if (problem !== undefined) {
        // What is started again by itself has to find what it was running with.
        if (run !== undefined) writeFiles(before.files, before.runDirectory);
        return { kind: 'failed', reason: problem };
      }
      dispatch({ kind: 'update', plan });
      return await when(outcomeOf);
    },
    restartStep: async (id) => {
      if (state.wanted === 'down') return refused('The stack is not running.');
      dispatch({ kind: 'restart-step', id });
      return await when(outcomeOf);
    },
    onState,
    onLines: (listener) => logs.onLines(listener),
    recentLines: (stepId, after) => logs.recent(stepId, after),
    dispose: async () => {
      disposed = true;
      await stop();
    },
  };
}

/** How a start, or a change while running, has ended; undefined while that is open. */
function outcomeOf(state: StackState): StackOutcome | undefined {
  if (state.wanted === 'down') {
    if (state.run !== 'none') return undefined;
    return state.failure === undefined
      ? { kind: 'stopped' }
      : { kind: 'failed', reason: state.failure };
  }
  if (state.steps.some(({ status }) => isOnTheWay(status))) return undefined;
  if (state.phase === 'ready') return { kind: 'ready' };
  const failed = state.steps.find(({ status }) => status.kind === 'failed');
  if (failed?.status.kind === 'failed') return { kind: 'failed', reason: failed.status.reason };
  return state.confirmation === 'failed' && state.failure !== undefined
    ? { kind: 'failed', reason: state.failure }
    : undefined;
}

/** One after the other: two steps may share an address, and the looks must not get into each other's way. */
async function firstTaken(plan: LaunchPlan): Promise<FailureReason | undefined> {
  const signal = AbortSignal.timeout(claimsTimeoutMs);
  for (const step of plan.steps) {
    const problem = await checkClaims(step, plan.runDirectory, signal);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isOnTheWay(status: StepStatus): boolean {
  return status.kind === 'starting' || status.kind === 'stopping' || status.kind === 'exited';
}

function refused(message: string): StackOutcome {
  return { kind: 'failed', reason: bareReason(message) };
}
