import { styleText } from 'node:util';
import {
  askControl,
  type ControlAnswer,
  type ControlRequest,
} from '../../client/src/stack/control.ts';
import { recover } from '../../client/src/stack/run-file.ts';
import type { KnownRun } from '../../client/src/stack/runs.ts';
import {
  bareProblem,
  type ProblemReport,
  type StackReport,
  type StepReport,
} from '../../client/src/stack/status.ts';
import type {
  ControlOptions,
  LogsOptions,
  RestartOptions,
  ScaleOptions,
} from './control-options.ts';
import { findRun } from './find-run.ts';
import { withColoursOnly } from '../../shared/terminal-text.ts';
import { createJsonPrinter } from './json-printer.ts';
import { createPrinter } from './printer.ts';

/** The code of all these commands when no such stack runs, as init scripts have it. */
const notRunning = 3;

/** Stops the stack, whoever started it; what a killed supervisor has left behind is cleared. */
export async function down(options: ControlOptions): Promise<number> {
  return await withRun(options, async (run) => {
    if (run.supervisor === undefined) {
      const cleared = await recover(run.runDirectory);
      if (cleared.kind === 'error') return failed(options, bareProblem(cleared.message));
      tell(options, 'Cleared what an earlier run has left.', { cleared: true });
      return 0;
    }
    return await carryOut(options, run, { command: 'stop' }, () => {
      tell(options, 'Stopped.', { stopped: run.id });
    });
  });
}

/** 0 when all is ready, 1 when something is not, 3 when nothing runs. */
export async function status(options: ControlOptions): Promise<number> {
  return await withRun(options, async (run) => {
    let code = 1;
    const answered = await carryOut(options, run, { command: 'status' }, (report) => {
      code = report.phase === 'ready' ? 0 : 1;
      print(options, report);
    });
    return answered === 0 ? code : answered;
  });
}

export async function restart(options: RestartOptions): Promise<number> {
  return await withRun(options, (run) =>
    carryOut(options, run, { command: 'restart', step: options.step }, (report) => {
      print(options, report);
    }),
  );
}

export async function scale(options: ScaleOptions): Promise<number> {
  return await withRun(options, async (run) => {
    const report = await ask(run, { command: 'status' });
    if (report?.kind !== 'status') return failed(options, silent(run));
    const { templates } = report.report;
    for (const [name, count] of options.counts) {
      const template = name === '' && templates.length === 1 ? templates[0] : name;
      if (template === undefined || !templates.includes(template)) {
        const which = templates.map((each) => `${each}=${count}`).join(' or ');
        const what = name === '' ? 'The stack has several worker files' : `There is no ${name}`;
        return failed(options, bareProblem(`${what}: say ${which}.`));
      }
      const code = await carryOut(options, run, { command: 'scale', template, count }, (after) => {
        print(options, after);
      });
      if (code !== 0) return code;
    }
    return 0;
  });
}

export async function logs(options: LogsOptions): Promise<number> {
  return await withRun(options, async (run) => {
    const about = await ask(run, { command: 'status' });
    if (about?.kind !== 'status') return failed(options, silent(run));
    const { steps } = about.report;
    if (options.step !== undefined && !steps.some(({ id }) => id === options.step)) {
      const known = steps.map(({ id }) => id).join(', ');
      return failed(options, bareProblem(`There is no ${options.step}; there are ${known}.`));
    }
    const printer = options.json ? createJsonPrinter() : createPrinter();
    const { step, lines, follow } = options;
    await askControl(
      run.runDirectory,
      { command: 'logs', step, lines, follow },
      (answer) => {
        if (answer.kind === 'lines') printer.lines(answer.lines, { steps });
      },
      untilInterrupted(),
    );
    return 0;
  });
}

async function withRun(
  options: ControlOptions,
  act: (run: KnownRun) => Promise<number>,
): Promise<number> {
  const found = findRun(options.folder, options.stack);
  if (found.kind === 'run') return await act(found.run);
  const code = failed(options, bareProblem(found.message));
  return found.kind === 'none' ? notRunning : code;
}

async function carryOut(
  options: ControlOptions,
  run: KnownRun,
  request: ControlRequest,
  done: (report: StackReport) => void,
): Promise<number> {
  const answer = await ask(run, request);
  if (answer === undefined || answer.kind === 'lines') return failed(options, silent(run));
  if (answer.kind === 'failed') return failed(options, answer.problem);
  done(answer.report);
  return 0;
}

async function ask(run: KnownRun, request: ControlRequest): Promise<ControlAnswer | undefined> {
  let last: ControlAnswer | undefined;
  await askControl(run.runDirectory, request, (answer) => {
    last = answer;
  });
  return last;
}

function untilInterrupted(): AbortSignal {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      abort.abort();
    });
  }
  return abort.signal;
}

function silent({ supervisor }: KnownRun): ProblemReport {
  return supervisor === undefined
    ? bareProblem('Its supervisor was killed.', '`uwsgi-stack down` clears what is left.')
    : bareProblem(`Its supervisor (pid ${supervisor}) does not answer.`);
}

function failed({ json }: ControlOptions, what: ProblemReport): number {
  return (json ? createJsonPrinter() : createPrinter()).fail(what);
}

function tell({ json }: ControlOptions, text: string, value: object): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : withColoursOnly(`${text}\n`));
}

function print({ json }: ControlOptions, report: StackReport): void {
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : withColoursOnly(asText(report)));
}

/** One line for the stack, one for each process. */
function asText({ title, phase, url, pid, steps, problem: why }: StackReport): string {
  const rows = steps.map((step) => [step.title, step.state, step.address ?? '', pidText(step)]);
  const widths = [0, 1, 2].map((at) => Math.max(0, ...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    const reason = steps[at]?.problem?.message;
    return `  ${cells.trimEnd()}${reason === undefined ? '' : `\n    ${reason}`}`;
  });
  const head = `${styleText('bold', title)}: ${phase}${url === null ? '' : `, ${url}`} (pid ${pid})`;
  return `${[head, ...lines, ...(why === null ? [] : [`  ${why.message}`])].join('\n')}\n`;
}

function pidText({ pid, restarts }: StepReport): string {
  const again =
    restarts === 0 ? '' : `, started again ${restarts === 1 ? 'once' : `${restarts} times`}`;
  return pid === null ? '' : `pid ${pid}${again}`;
}
