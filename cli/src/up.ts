import { realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createMessageStore } from '../../client/src/stack/messages/message-store.ts';
import { createOutageWatch } from '../../client/src/stack/messages/outage-watch.ts';
import { serveControl } from '../../client/src/stack/control.ts';
import {
  asPlanned,
  createSession,
  type MovedPorts,
  type Session,
} from '../../client/src/stack/session.ts';
import { bareProblem, reportProblem } from '../../client/src/stack/status.ts';
import { createSupervisor } from '../../client/src/stack/supervisor.ts';
import type { LaunchPlan } from '../../shared/launch-plan.ts';
import type { PlanResult } from '../../shared/messages.ts';
import { createJsonPrinter } from './json-printer.ts';
import { openPlanner, type PlannerOptions } from './planner.ts';
import { createPrinter, type Printer } from './printer.ts';
import { startDetached, tellReady, toCaller } from './start-detached.ts';

export interface UpOptions extends PlannerOptions {
  /** One JSON value a line instead of text. */
  readonly json: boolean;
  /** Leaves it running in the background once it is ready. */
  readonly detach: boolean;
  /** Is the one in the background. */
  readonly background: boolean;
  readonly moved: MovedPorts;
}

/** Starts the folder's stack, shows its lines, and stops it on SIGINT or SIGTERM. */
export async function up(
  folder: string,
  options: UpOptions,
  args: readonly string[],
): Promise<number> {
  if (options.detach && !options.background) return await startDetached(args);
  const [out, problemsTo] = options.background
    ? [toCaller('stdout'), toCaller('stderr')]
    : [process.stdout, process.stderr];
  const printer = options.json ? createJsonPrinter(out) : createPrinter(out, problemsTo);
  const planner = await openPlanner(folder, options);
  if (planner.kind === 'no-folder') {
    printer.fail(bareProblem(planner.message));
    return 2;
  }
  if (planner.kind === 'problem') return printer.fail(planner.problem);
  const first = await planner.plan({}, options.moved);
  if (first.kind === 'problems') return printer.problems(first.problems);

  const logsDirectory = join(stateFolder(), 'logs', first.plan.id);
  await mkdir(logsDirectory, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    // A service account has no home. The lines are shown here in any case.
    printer.say(`Nothing is kept in log files: ${String(error)}`);
  });
  let fresh: PlanResult | undefined = first;
  const supervisor = createSupervisor({ guardEntry: guardEntry(), logsDirectory });
  const session = createSession({
    supervisor,
    plan: async (counts, _files, moved) => {
      // What has just been planned is not planned once more.
      const planned = fresh ?? (await planner.plan(counts, moved));
      fresh = undefined;
      return asPlanned(planned);
    },
  });
  serveControl(session);
  try {
    return await run(session, first.plan, printer, options);
  } finally {
    await supervisor.dispose();
  }
}

async function run(
  session: Session,
  first: LaunchPlan,
  printer: Printer,
  { background, moved }: UpOptions,
): Promise<number> {
  const { supervisor } = session;
  const asked = new AbortController();
  const stop = () => {
    if (asked.signal.aborted) return; // stopping is bounded; a second Ctrl+C has nothing to hurry
    asked.abort();
    printer.say('Stopping …');
    void session.stop();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  const plan = (): LaunchPlan => supervisor.state.plan ?? first;
  const messages = createMessageStore(() => undefined);
  messages.plan(first.steps, first.root);
  const outages = createOutageWatch(
    ({ cause }) => {
      printer.say(cause);
    },
    (time) => new Date(time).toLocaleTimeString(),
  );
  supervisor.onLines((lines) => {
    // Whoever has sent it into the background wants to know how it is, not all that it says.
    if (!background) printer.lines(lines, plan());
    const stopping = asked.signal.aborted || supervisor.state.wanted === 'down';
    const fresh = messages.read(lines, stopping);
    for (const message of fresh) printer.explain(message, plan());
    if (fresh.length > 0) outages.look(messages.messages, supervisor.state);
  });
  for (const note of first.notes) printer.say(note);
  const ended = new Promise<void>((done) => {
    supervisor.onState((state) => {
      printer.state(state);
      if (state.plan !== undefined) messages.plan(state.plan.steps, state.plan.root);
      outages.look(messages.messages, state);
      if (state.wanted === 'down' && state.run === 'none') done();
    });
  });
  try {
    const outcome = await session.start(moved);
    if (outcome.kind === 'failed') return printer.fail(reportProblem(outcome.reason));
    if (outcome.kind === 'ready') {
      printer.ready(plan(), background);
      if (background) tellReady();
      await ended;
    }
    const { failure } = supervisor.state;
    if (failure !== undefined && !asked.signal.aborted) return printer.fail(reportProblem(failure));
    printer.say('Stopped.');
    return 0;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** Beside the program, once bundled; unbundled, the source that node runs as it is. */
function guardEntry(): string {
  const program = realpathSync(process.argv[1] ?? '');
  return program.endsWith('.ts')
    ? resolve(dirname(program), '../../client/src/stack/guard-main.ts')
    : join(dirname(program), 'guard.cjs');
}

function stateFolder(): string {
  return join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'uwsgi-stack');
}
