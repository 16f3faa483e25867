import { EventEmitter, l10n, workspace, type Event } from 'vscode';
import type { LaunchStep } from '../../../shared/launch-plan.ts';
import type { StackOutline } from '../../../shared/messages.ts';
import { settingPrefix } from '../../../shared/settings.ts';
import type { StackServer } from './stack-server.ts';
import type { RequestRecord } from '../stack/figures/request-record.ts';
import type { LogLine } from '../stack/logs.ts';
import { serveControl } from '../stack/control.ts';
import { readDoors, type DebugDoor, type DebugSetup } from '../stack/debug-worker.ts';
import { findPrograms } from '../stack/programs.ts';
import { isInside, runDirectoryFor } from '../stack/run-directory.ts';
import { initialStackState, isLive, type StackPhase, type StackState } from '../stack/state.ts';
import {
  asPlanned,
  createSession,
  type MovedPorts,
  noPlan,
  type Planned,
  type ReloadOutcome,
  type Session,
} from '../stack/session.ts';
import { createSupervisor, type StackOutcome } from '../stack/supervisor.ts';
import { fromReason, type Problem } from './problem.ts';
import { rememberCounts, rememberedCounts } from './remembered-counts.ts';
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
  /** What nginx has noted since the start; undefined while the stack is down. */
  requests(stack: string): RequestRecord | undefined;
  /** Absolute path of the file that holds a process's lines, over all its starts. */
  logFileOf(stack: string, step: string): string;
  /** Asks the server anew. */
  refresh(): Promise<void>;
  serverFailed(): void;
  start(stack: string, moved?: MovedPorts): Promise<ActionResult>;
  stop(stack: string): Promise<void>;
  restart(stack: string): Promise<ActionResult>;
  restartStep(stack: string, step: string): Promise<ActionResult>;
  /** One after the other, without losing a request; without a choice all of them. */
  restartWorkers(stack: string, which?: (step: LaunchStep) => boolean): Promise<ActionResult>;
  debugStep(stack: string, step: string, setup: DebugSetup): Promise<ActionResult>;
  /** Where the processes of a worker wait for a debugger. */
  doorsOf(stack: string, step: string): readonly DebugDoor[];
  addWorker(stack: string, template: string): Promise<ActionResult>;
  /** Without a step the worker with the highest number goes. */
  removeWorker(stack: string, step: string | undefined): Promise<ActionResult>;
  scale(stack: string, template: string, count: number): Promise<ActionResult>;
  /** Brings what runs up to date with files that were saved. */
  filesChanged(stack: string, paths: readonly string[]): Promise<ReloadOutcome>;
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
  readonly session: Session;
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
    const session = createSession({
      supervisor,
      plan: (counts, files, moved) => plan(entry.outline, counts, files, moved),
      firstCounts: () => rememberedCounts(entry.outline),
    });
    serveControl(session);
    const entry: Entry = { outline, session, started: new Map() };
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
    entries.get(id)?.session.supervisor.state ?? initialStackState;

  /** A stack that runs stays in the list, even while its files make no sense. */
  const listed = (): readonly StackOutline[] => {
    const present = new Set(outlines.map((each) => each.id));
    const running = [...entries.values()].filter(
      ({ outline, session }) => !present.has(outline.id) && session.supervisor.state.run !== 'none',
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

  const resultOf = (entry: Entry, outcome: StackOutcome): ActionResult => {
    const { phase, plan } = entry.session.supervisor.state;
    const problem = outcome.kind === 'failed' ? fromReason(outcome.reason) : undefined;
    return { state: phase, url: plan?.pages[0]?.url, problem };
  };

  const plan = async (
    outline: StackOutline,
    counts: Readonly<Record<string, number>>,
    files: 'save' | 'as saved',
    moved: MovedPorts,
  ): Promise<Planned> => {
    if (files === 'save') await saveFiles(outline);
    const settings = workspace.getConfiguration(settingPrefix);
    const programs = await findPrograms({
      nginx: settings.get('nginx.path', 'nginx'),
      uwsgi: settings.get('uwsgi.path', 'uwsgi'),
    });
    if (programs.kind === 'missing') return noPlan(programs.message, programs.remedy);
    const answer = await options.server.plan({
      stack: outline.id,
      workers: counts,
      runDirectory: runDirectoryFor(outline.id),
      programs: { ...programs },
      root: process.getuid?.() === 0,
      moved,
    });
    return asPlanned(answer);
  };

  /** Does it, and remembers the numbers of workers that have come of it for the next start. */
  const scaled = async (
    id: string,
    act: (session: Session) => Promise<StackOutcome>,
  ): Promise<ActionResult> => {
    const entry = entryOf(id);
    const before = entry.session.counts;
    const outcome = await act(entry.session);
    if (entry.session.counts !== before) await rememberCounts(entry.outline, entry.session.counts);
    return resultOf(entry, outcome);
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
    logFileOf: (stack, step) => `${options.logsDirectory}/${stack}/${step}.log`,
    recentLines: (stack, step) => entries.get(stack)?.session.supervisor.recentLines(step) ?? [],
    requests: (stack) => entries.get(stack)?.session.supervisor.requests,
    refresh,
    serverFailed: () => {
      server = 'failed';
      changed.fire(undefined);
    },
    start: async (id, moved) => resultOf(entryOf(id), await entryOf(id).session.start(moved)),
    stop: async (id) => {
      await entries.get(id)?.session.stop();
    },
    restart: async (id) => resultOf(entryOf(id), await entryOf(id).session.restart()),
    restartStep: (id, step) => scaled(id, (session) => session.restartStep(step)),
    restartWorkers: async (id, which) =>
      resultOf(entryOf(id), await entryOf(id).session.restartWorkers(which)),
    debugStep: async (id, step, setup) =>
      resultOf(entryOf(id), await entryOf(id).session.debugStep(step, setup)),
    doorsOf: (id, step) => readDoors(stateOf(id).plan, step),
    addWorker: (id, template) => scaled(id, (session) => session.addWorker(template)),
    removeWorker: (id, step) => scaled(id, (session) => session.removeWorker(step)),
    scale: (id, template, count) => scaled(id, (session) => session.scale(template, count)),
    filesChanged: async (id, paths) =>
      (await entries.get(id)?.session.filesChanged(paths)) ?? { kind: 'untouched' },
    dispose: async () => {
      await Promise.all([...entries.values()].map(({ session }) => session.supervisor.dispose()));
      changed.dispose();
      logged.dispose();
    },
  };
}

/** The programs read the disk, so what is on the screen has to be there. */
async function saveFiles({ files, root }: StackOutline): Promise<void> {
  const isOfStack = (path: string) =>
    files.includes(path) || (path.endsWith('.py') && isInside(root, path));
  const dirty = workspace.textDocuments.filter(
    ({ isDirty, isUntitled, uri }) => isDirty && !isUntitled && isOfStack(uri.fsPath),
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
