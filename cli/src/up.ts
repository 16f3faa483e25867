import { realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { findPrograms, type ProgramSettings } from '../../client/src/stack/programs.ts';
import { runDirectoryFor } from '../../client/src/stack/run-directory.ts';
import { createMessageStore } from '../../client/src/stack/messages/message-store.ts';
import { createSupervisor } from '../../client/src/stack/supervisor.ts';
import { createLanguage } from '../../server/src/language/language.ts';
import type { LaunchPlan } from '../../shared/launch-plan.ts';
import { fillDisk } from './fill-disk.ts';
import { createPrinter } from './printer.ts';
import { readFolder } from './read-folder.ts';

export interface UpOptions {
  readonly stack: string | undefined;
  readonly workers: number | undefined;
  readonly timeoutMs: number | undefined;
  readonly programs: ProgramSettings;
}

/** Starts the folder's stack, shows its lines, and stops it on SIGINT or SIGTERM. */
export async function up(folder: string, options: UpOptions): Promise<number> {
  const printer = createPrinter();
  const files = await readFolder(folder, {
    ...(options.workers !== undefined && { workers: options.workers }),
    ...(options.timeoutMs !== undefined && { readyTimeoutMs: options.timeoutMs }),
  });
  if (files === undefined) {
    printer.fail(`There is no folder ${folder}.`, undefined);
    return 2;
  }
  const programs = await findPrograms(options.programs);
  if (programs.kind === 'missing') return printer.fail(programs.message, programs.remedy);

  const language = createLanguage();
  const snapshot = await fillDisk(language).fill(files);
  const outlines = language.outlines(snapshot);
  const id = options.stack ?? (outlines.length === 1 ? outlines[0]?.id : undefined);
  const result = language.plan(snapshot, {
    stack: id,
    workers: {},
    runDirectory: runDirectoryFor(id ?? 'none'),
    programs: { ...programs },
    root: userInfo().uid === 0,
  });
  if (result.kind === 'problems') return printer.problems(result.problems);
  return run(result.plan, printer);
}

async function run(plan: LaunchPlan, printer: ReturnType<typeof createPrinter>): Promise<number> {
  const logsDirectory = join(stateFolder(), 'logs', plan.id);
  await mkdir(logsDirectory, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    // A service account has no home. The lines are shown here in any case.
    printer.say(`Nothing is kept in log files: ${String(error)}`);
  });
  const supervisor = createSupervisor({ guardEntry: guardEntry(), logsDirectory });
  const asked = new AbortController();
  const stop = () => {
    if (asked.signal.aborted) return; // stopping is bounded; a second Ctrl+C has nothing to hurry
    asked.abort();
    printer.say('Stopping …');
    void supervisor.stop();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  const messages = createMessageStore(() => undefined);
  messages.plan(plan.steps, plan.root);
  supervisor.onLines((lines) => {
    printer.lines(lines, plan);
    for (const message of messages.read(lines, asked.signal.aborted))
      printer.explain(message, plan);
  });
  for (const note of plan.notes) printer.say(note);
  const ended = new Promise<void>((done) => {
    supervisor.onState((state) => {
      printer.state(state);
      if (state.wanted === 'down' && state.run === 'none') done();
    });
  });
  try {
    const outcome = await supervisor.start(plan);
    if (outcome.kind === 'failed')
      return printer.fail(outcome.reason.message, outcome.reason.remedy);
    if (outcome.kind === 'ready') {
      const [page] = plan.pages;
      printer.say(page === undefined ? 'Ready.' : `Ready: ${page.url}`);
      printer.say('Ctrl+C stops it.');
      await ended;
    }
    const { failure } = supervisor.state;
    if (failure !== undefined && !asked.signal.aborted)
      return printer.fail(failure.message, failure.remedy);
    printer.say('Stopped.');
    return 0;
  } finally {
    await supervisor.dispose();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    process.off('SIGHUP', stop);
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
