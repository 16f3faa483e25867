import { EventEmitter, l10n, workspace, type Event } from 'vscode';
import type { LaunchPlan } from '../../../shared/launch-plan.ts';
import type { StackOutline } from '../../../shared/messages.ts';
import { settingPrefix } from '../../../shared/settings.ts';
import type { StackServer } from './stack-server.ts';
import type { LogLine } from '../stack/logs.ts';
import { findPrograms } from '../stack/programs.ts';
import { runDirectoryFor } from '../stack/run-directory.ts';
import { initialStackState, isLive, type StackPhase, type StackState } from '../stack/state.ts';
import { createSupervisor, type StackOutcome, type Supervisor } from '../stack/supervisor.ts';
import { fromPlan, fromReason, problem, type Problem } from './problem.ts';
import {
  addWorker,
  applyChanges,
  bringBack,
  noChanges,
  removeWorker,
  workersOf,
  type WorkerChanges,
} from './worker-counts.ts';

/** Outlines from the server, one supervisor per stack: everything that the views show and the commands do. */
export interface StackController {
  readonly server: 'loading' | 'ready' | 'failed';
  readonly stacks: readonly StackOutline[];
  readonly onDidChange: Event<undefined>;
  readonly onDidLog: Event<{ readonly stack: string; readonly lines: readonly LogLine[] }>;
  stateOf(stack: string): StackState;
  /** When the program of a step was started, in milliseconds since 1970. */
  startedAt(stack: string, step: string): number | undefined;
  recentLines(stack: string, step: string): readonly LogLine[];
  /** Asks the server anew. */
  refresh(): Promise<void>;
  serverFailed(): void;
  start(stack: string): Promise<ActionResult>;
  stop(stack: string): Promise<void>;
  restart(stack: string): Promise<ActionResult>;
  restartStep(stack: string, step: string): Promise<ActionResult>;
  addWorker(stack: string, template: string): Promise<ActionResult>;
  /** Without a step the worker with the highest number goes. */
  removeWorker(stack: string, step: string | undefined): Promise<ActionResult>;
  dispose(): Promise<void>;
}

/** How an action has ended, as the commands resolve. */
export interface ActionResult {
  readonly state: StackPhase;
  readonly url: string | undefined;
  readonly problem: Problem | undefined;
}

export interface ControllerOptions {
  readonly server: StackServer;
  readonly guardEntry: string;
  /** A folder per stack is made in it. */
  readonly logsDirectory: string;
}

interface Entry {
  outline: StackOutline;
  readonly supervisor: Supervisor;
  changes: WorkerChanges;
  /** With all numbers, before anything was taken out. */
  full: LaunchPlan | undefined;
  /** Actions of one stack follow each other; only a stop may overtake. */
  busy: Promise<unknown>;
  starting: Promise<ActionResult> | undefined;
  readonly started: Map<string, { readonly pid: number; readonly at: number }>;
}

export function createStackController(options: ControllerOptions): StackController {
  const changed = new EventEmitter<undefined>();
  const logged = new EventEmitter<{ stack: string; lines: readonly LogLine[] }>();
  const entries = new Map<string, Entry>();
  let outlines: readonly StackOutline[] = [];
  let server: StackController['server'] = 'loading';
  let asked = 0;

  const entryOf = (id: string): Entry => {
    const known = entries.get(id);
    if (known !== undefined) return known;
    const outline = outlines.find((each) => each.id === id);
    if (outline === undefined) throw new Error(l10n.t('There is no stack {0}.', id));
    const supervisor = createSupervisor({
      guardEntry: options.guardEntry,
      logsDirectory: `${options.logsDirectory}/${id}`,
    });
    const entry: Entry = {
      outline,
      supervisor,
      changes: noChanges,
      full: undefined,
      busy: Promise.resolve(),
      starting: undefined,
      started: new Map(),
    };
    supervisor.onState((state) => {
      noteTimes(entry.started, state);
      changed.fire(undefined);
    });
    supervisor.onLines((lines) => {
      logged.fire({ stack: id, lines });
    });
    entries.set(id, entry);
    return entry;
  };

  const stateOf = (id: string): StackState =>
    entries.get(id)?.supervisor.state ?? initialStackState;

  /** A stack that runs stays in the list, even while its files make no sense. */
  const listed = (): readonly StackOutline[] => {
    const present = new Set(outlines.map((each) => each.id));
    const running = [...entries.values()].filter(
      ({ outline, supervisor }) => !present.has(outline.id) && supervisor.state.run !== 'none',
    );
    return [...outlines, ...running.map((entry) => entry.outline)];
  };

  const refresh = async (): Promise<void> => {
    const turn = (asked += 1);
    const answer = await options.server.stacks();
    // An answer that was overtaken by a younger question is old news.
    if (turn !== asked) return;
    outlines = answer;
    server = 'ready';
    for (const outline of answer) {
      const entry = entries.get(outline.id);
      if (entry !== undefined) entry.outline = outline;
    }
    changed.fire(undefined);
  };

  const result = (entry: Entry, problem?: Problem): ActionResult => ({
    state: entry.supervisor.state.phase,
    url: entry.supervisor.state.plan?.pages[0]?.url,
    problem,
  });

  const resultOf = (entry: Entry, outcome: StackOutcome): ActionResult =>
    result(entry, outcome.kind === 'failed' ? fromReason(outcome.reason) : undefined);

  const makePlan = async (
    entry: Entry,
    changes: WorkerChanges,
  ): Promise<
    | { readonly kind: 'plan'; readonly full: LaunchPlan; readonly plan: LaunchPlan }
    | { readonly kind: 'problem'; readonly problem: Problem }
  > => {
    const { outline } = entry;
    await saveFiles(outline.files);
    const settings = workspace.getConfiguration(settingPrefix);
    const programs = await findPrograms({
      nginx: settings.get('nginx.path', 'nginx'),
      uwsgi: settings.get('uwsgi.path', 'uwsgi'),
    });
    if (programs.kind === 'missing') {
      return { kind: 'problem', problem: problem(programs.message, programs.remedy) };
    }
    const { nginx, uwsgi, nginxModules } = programs;
    const answer = await options.server.plan({
      stack: outline.id,
      workers: changes.counts,
      runDirectory: runDirectoryFor(outline.id),
      programs: { nginx, uwsgi, nginxModules },
      root: process.getuid?.() === 0,
    });
    if (answer.kind === 'plan') {
      return { kind: 'plan', full: answer.plan, plan: applyChanges(answer.plan, changes) };
    }
    const [first] = answer.problems;
    const why =
      first === undefined ? problem(l10n.t('The stack can’t be planned.')) : fromPlan(first);
    return { kind: 'problem', problem: why };
  };

  /** Plans with these changes and carries the plan out. The changes are kept only when there is such a plan. */
  const carryOut = async (
    entry: Entry,
    changes: WorkerChanges,
    act: (plan: LaunchPlan) => Promise<StackOutcome>,
  ): Promise<ActionResult> => {
    const planned = await makePlan(entry, changes);
    if (planned.kind === 'problem') return result(entry, planned.problem);
    entry.changes = changes;
    entry.full = planned.full;
    return resultOf(entry, await act(planned.plan));
  };

  const inTurn = <T>(entry: Entry, action: () => Promise<T>): Promise<T> => {
    const turn = entry.busy.then(action);
    entry.busy = turn.catch(() => undefined);
    return turn;
  };

  const start = (id: string): Promise<ActionResult> => {
    const entry = entryOf(id);
    // A second click on Start waits for the same start.
    entry.starting ??= inTurn(entry, async () => {
      if (entry.supervisor.state.run !== 'none') return result(entry);
      return await carryOut(entry, noChanges, (plan) => entry.supervisor.start(plan));
    }).finally(() => {
      entry.starting = undefined;
    });
    return entry.starting;
  };

  const update = (id: string, change: (entry: Entry, full: LaunchPlan) => WorkerChanges) => {
    const entry = entryOf(id);
    return inTurn(entry, async () => {
      const full = entry.full;
      if (full === undefined || entry.supervisor.state.wanted === 'down') {
        return result(entry, problem(l10n.t('The stack {0} is not running.', entry.outline.title)));
      }
      return await carryOut(entry, change(entry, full), (plan) => entry.supervisor.update(plan));
    });
  };

  return {
    get server() {
      return server;
    },
    get stacks() {
      return listed();
    },
    onDidChange: changed.event,
    onDidLog: logged.event,
    stateOf,
    startedAt: (stack, step) => entries.get(stack)?.started.get(step)?.at,
    recentLines: (stack, step) => entries.get(stack)?.supervisor.recentLines(step) ?? [],
    refresh,
    serverFailed: () => {
      server = 'failed';
      changed.fire(undefined);
    },
    start,
    stop: async (id) => {
      await entries.get(id)?.supervisor.stop();
    },
    restart: (id) => {
      const entry = entryOf(id);
      // A fresh plan: what was edited since the start is what a restart is mostly for.
      return inTurn(entry, () =>
        carryOut(entry, entry.changes, (plan) => entry.supervisor.restart(plan)),
      );
    },
    restartStep: (id, step) => {
      const entry = entryOf(id);
      if (entry.supervisor.state.wanted === 'down') return start(id);
      if (entry.changes.without.has(step)) {
        return update(id, ({ changes }) => bringBack(changes, step));
      }
      return inTurn(entry, async () => resultOf(entry, await entry.supervisor.restartStep(step)));
    },
    addWorker: (id, template) =>
      update(id, ({ changes }, full) => addWorker(changes, full, template)),
    removeWorker: (id, step) =>
      update(id, ({ changes }, full) => {
        const present = workersOf(applyChanges(full, changes));
        const gone = step === undefined ? present.at(-1) : present.find((each) => each.id === step);
        return gone === undefined ? changes : removeWorker(changes, full, gone);
      }),
    dispose: async () => {
      await Promise.all([...entries.values()].map((entry) => entry.supervisor.dispose()));
      changed.dispose();
      logged.dispose();
    },
  };
}

/** The programs read the disk, so what is on the screen has to be there. */
async function saveFiles(files: readonly string[]): Promise<void> {
  const dirty = workspace.textDocuments.filter(
    (document) => document.isDirty && files.includes(document.uri.fsPath),
  );
  await Promise.all(dirty.map((document) => document.save()));
}

function noteTimes(
  started: Map<string, { readonly pid: number; readonly at: number }>,
  state: StackState,
): void {
  for (const stepState of state.steps) {
    const { status, step } = stepState;
    const pid = status.kind === 'starting' || status.kind === 'ready' ? status.pid : undefined;
    if (pid === undefined) {
      if (!isLive(stepState)) started.delete(step.id);
    } else if (started.get(step.id)?.pid !== pid) {
      started.set(step.id, { pid, at: Date.now() });
    }
  }
}
