import type { LaunchPlan, LaunchStep } from '../../../shared/launch-plan.ts';
import type { PlanResult } from '../../../shared/messages.ts';
import { underDebugger, type DebugSetup } from './debug-worker.ts';
import { bareReason, type FailureReason } from './failures.ts';
import type { StackOutcome, Supervisor } from './supervisor.ts';
import {
  addWorker,
  applyChanges,
  bringBack,
  noChanges,
  removeWorker,
  setCount,
  workersOf,
  type WorkerChanges,
} from './worker-counts.ts';

/**
 * One stack from start to stop, with what a person changes about it meanwhile. Each action plans anew from the files as
 * they are now; actions follow each other, only a stop overtakes. Editor and command line both work with it.
 */
export interface Session {
  readonly supervisor: Supervisor;
  /** How many workers of each template there are, as far as it differs from the settings. */
  readonly counts: Readonly<Record<string, number>>;
  /** `moved` are ports of nginx that something else has, with those to take in their place until the next start. */
  start(moved?: MovedPorts): Promise<StackOutcome>;
  stop(): Promise<void>;
  restart(): Promise<StackOutcome>;
  /** Starts the stack when it is down, and brings back a worker that was taken out. */
  restartStep(step: string): Promise<StackOutcome>;
  /**
   * Workers one after the other, each only when the one before is ready again, so that there is always somebody to answer.
   * The only worker of a file gets company meanwhile, where it can have some.
   */
  restartWorkers(which?: (step: LaunchStep) => boolean): Promise<StackOutcome>;
  /** Starts a worker again under debugpy, until it is restarted. */
  debugStep(step: string, setup: DebugSetup): Promise<StackOutcome>;
  addWorker(template: string): Promise<StackOutcome>;
  /** Without a step the worker with the highest number goes. */
  removeWorker(step?: string): Promise<StackOutcome>;
  scale(template: string, count: number): Promise<StackOutcome>;
  /**
   * Brings what runs up to date with these files, as gently as each program can: nginx reloads, routers and workers that
   * read one of them are started again. What the files as they are now could not run leaves everything as it is.
   */
  filesChanged(paths: readonly string[]): Promise<ReloadOutcome>;
}

export type ReloadOutcome =
  /** None of the programs reads these files, or the stack is down. */
  | { readonly kind: 'untouched' }
  /** Titles of the programs that have the new configuration now. */
  | { readonly kind: 'reloaded'; readonly titles: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: FailureReason };

export type MovedPorts = Readonly<Record<string, number>>;

export type Planned =
  | { readonly kind: 'plan'; readonly plan: LaunchPlan }
  | { readonly kind: 'problem'; readonly reason: FailureReason };

export function noPlan(message: string, remedy?: string): Planned {
  return { kind: 'problem', reason: bareReason(message, remedy) };
}

/** Of several problems the first: one message is what a person can act on. */
export function asPlanned(result: PlanResult): Planned {
  if (result.kind === 'plan') return result;
  const [first] = result.problems;
  if (first === undefined) return noPlan('The stack can’t be planned.');
  const { message, remedy, path, line } = first;
  const source = path === undefined ? undefined : { path, line: line ?? 0 };
  return { kind: 'problem', reason: { ...bareReason(message, remedy), source } };
}

export interface SessionOptions {
  readonly supervisor: Supervisor;
  /** Plans from the files as they are now: on the screen, which are then saved; or, to follow a change, as saved. */
  readonly plan: (
    counts: Readonly<Record<string, number>>,
    files: 'save' | 'as saved',
    moved: MovedPorts,
  ) => Promise<Planned>;
  /** Numbers of workers that a start begins with. */
  readonly firstCounts?: () => Readonly<Record<string, number>>;
}

export function createSession({ supervisor, plan, firstCounts }: SessionOptions): Session {
  let changes: WorkerChanges = noChanges;
  /** With all numbers, before anything was taken out. */
  let full: LaunchPlan | undefined;
  let moved: MovedPorts = {};
  let busy: Promise<unknown> = Promise.resolve();
  let starting: Promise<StackOutcome> | undefined;

  const inTurn = <T>(action: () => Promise<T>): Promise<T> => {
    const turn = busy.then(action);
    busy = turn.catch(() => undefined);
    return turn;
  };

  /** Plans with these changes and carries the plan out. The changes are kept only when there is such a plan. */
  const carryOut = async (
    next: WorkerChanges,
    act: (plan: LaunchPlan) => Promise<StackOutcome>,
  ): Promise<StackOutcome> => {
    const planned = await plan(next.counts, 'save', moved);
    if (planned.kind === 'problem') return { kind: 'failed', reason: planned.reason };
    changes = next;
    full = planned.plan;
    return await act(applyChanges(planned.plan, next));
  };

  const apply = (next: LaunchPlan): Promise<StackOutcome> => supervisor.update(next);

  const update = (change: (full: LaunchPlan) => WorkerChanges): Promise<StackOutcome> =>
    inTurn(async () => {
      if (full === undefined || supervisor.state.wanted === 'down') return notRunning;
      return await carryOut(change(full), apply);
    });

  const start = (ports: MovedPorts = {}): Promise<StackOutcome> => {
    // A second start waits for the first.
    starting ??= inTurn(async (): Promise<StackOutcome> => {
      if (supervisor.state.run !== 'none') return { kind: 'ready' };
      moved = ports;
      return await carryOut({ ...noChanges, counts: firstCounts?.() ?? {} }, (next) =>
        supervisor.start(next),
      );
    }).finally(() => {
      starting = undefined;
    });
    return starting;
  };

  const workersNow = (): readonly LaunchStep[] =>
    full === undefined ? [] : workersOf(applyChanges(full, changes));

  /** What to start a second worker from, where this one is alone with its file and can have company. */
  const companyOf = ({ instance }: LaunchStep): string | undefined => {
    const template = full?.workerTemplates.find(({ id }) => id === instance?.template);
    const present = workersNow().filter((each) => each.instance?.template === template?.id);
    return template?.scalable.kind === 'yes' && present.length === 1 ? template.id : undefined;
  };

  /** Starts a step again as `change` makes it of a fresh plan. */
  const restartFresh = async (
    step: string,
    change: (plan: LaunchPlan) => LaunchPlan = (plan) => plan,
  ): Promise<StackOutcome> => {
    const updated = await carryOut(changes, (next) => apply(change(next)));
    return updated.kind === 'ready' ? await supervisor.restartStep(step) : updated;
  };

  const rollOver = async (steps: readonly LaunchStep[]): Promise<StackOutcome> => {
    const kept = changes;
    let last: StackOutcome = { kind: 'ready' };
    for (const step of steps) {
      if (supervisor.state.wanted === 'down') return { kind: 'stopped' };
      const template = companyOf(step);
      if (template !== undefined && full !== undefined) {
        last = await carryOut(addWorker(changes, full, template), apply);
        if (last.kind !== 'ready') return last;
      }
      last = await supervisor.restartStep(step.id);
      if (template !== undefined) {
        const back = await carryOut(kept, apply);
        if (last.kind === 'ready') last = back;
      }
      // The others have still the old code, which worked.
      if (last.kind !== 'ready') return last;
    }
    return last;
  };

  const bringUpToDate = async (paths: readonly string[]): Promise<ReloadOutcome> => {
    const reads = ({ inputs }: LaunchStep) => inputs.some((path) => paths.includes(path));
    const before = supervisor.state.plan;
    if (before === undefined || supervisor.state.wanted === 'down') return { kind: 'untouched' };
    const planned = await plan(changes.counts, 'as saved', moved);
    const concerned = before.steps.some(reads);
    if (planned.kind === 'problem') {
      return concerned ? { kind: 'refused', reason: planned.reason } : { kind: 'untouched' };
    }
    const next = applyChanges(planned.plan, changes);
    const known = new Set(before.steps.map(({ id }) => id));
    const touched = next.steps.filter((step) => reads(step) && known.has(step.id));
    if (touched.length === 0 && sameSteps(before, next)) return { kind: 'untouched' };

    const titles: string[] = [];
    const refuse = (outcome: StackOutcome): ReloadOutcome =>
      outcome.kind === 'failed'
        ? { kind: 'refused', reason: outcome.reason }
        : { kind: 'untouched' };
    const reloading = touched.filter(({ reload }) => reload !== undefined);
    for (const step of reloading) {
      const outcome = await supervisor.reloadStep(next, step.id);
      if (outcome.kind !== 'ready') return refuse(outcome);
      titles.push(step.title);
    }
    full = planned.plan;
    if (reloading.length === 0) {
      const outcome = await supervisor.update(next);
      if (outcome.kind !== 'ready') return refuse(outcome);
    }
    const others = touched.filter(({ reload }) => reload === undefined);
    const routers = others.filter(({ instance }) => instance === undefined);
    for (const step of routers) {
      const outcome = await supervisor.restartStep(step.id);
      if (outcome.kind !== 'ready') return refuse(outcome);
      titles.push(step.title);
    }
    const workers = others.filter(({ instance }) => instance !== undefined);
    const outcome = await rollOver(workers);
    if (outcome.kind !== 'ready') return refuse(outcome);
    return { kind: 'reloaded', titles: [...titles, ...workers.map(({ title }) => title)] };
  };

  return {
    supervisor,
    get counts() {
      return changes.counts;
    },
    start,
    stop: () => supervisor.stop(),
    // A fresh plan: what was edited since the start is what a restart is mostly for.
    restart: () => inTurn(() => carryOut(changes, (next) => supervisor.restart(next))),
    restartStep: (step) => {
      if (supervisor.state.wanted === 'down') return start();
      if (changes.without.has(step)) return update(() => bringBack(changes, step));
      return inTurn(async () => {
        const known = supervisor.state.steps.map((each) => each.step.id);
        // With a fresh plan: a worker that was under a debugger is so no more.
        if (known.includes(step)) return await restartFresh(step);
        return failed(`There is no ${step}; there are ${known.join(', ')}.`);
      });
    },
    restartWorkers: (which = () => true) =>
      inTurn(async () =>
        supervisor.state.wanted === 'down'
          ? notRunning
          : await rollOver(workersNow().filter(which)),
      ),
    debugStep: (step, setup) =>
      inTurn(async () => {
        if (supervisor.state.wanted === 'down') return notRunning;
        return await restartFresh(step, (next) => underDebugger(next, step, setup));
      }),
    addWorker: (template) => update((all) => addWorker(changes, all, template)),
    removeWorker: (step) =>
      update((all) => {
        const present = workersOf(applyChanges(all, changes));
        const gone = step === undefined ? present.at(-1) : present.find(({ id }) => id === step);
        return gone === undefined ? changes : removeWorker(changes, all, gone);
      }),
    scale: (template, count) => update((all) => setCount(changes, all, template, count)),
    filesChanged: (paths) => inTurn(() => bringUpToDate(paths)),
  };
}

const notRunning = failed('The stack is not running.');

function failed(message: string): StackOutcome {
  return { kind: 'failed', reason: bareReason(message) };
}

function sameSteps(one: LaunchPlan, other: LaunchPlan): boolean {
  const ids = ({ steps }: LaunchPlan) => steps.map(({ id }) => id).join('\n');
  return ids(one) === ids(other);
}
