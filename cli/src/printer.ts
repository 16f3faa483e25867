import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { LogLine } from '../../client/src/stack/logs.ts';
import type { ProgramMessage } from '../../client/src/stack/messages/message-reader.ts';
import type { StackState } from '../../client/src/stack/state.ts';
import type { ProblemReport } from '../../client/src/stack/status.ts';
import type { LaunchPlan, LaunchStep } from '../../shared/launch-plan.ts';
import type { PlanProblem } from '../../shared/messages.ts';
import { withColoursOnly } from '../../shared/terminal-text.ts';

/** How the commands tell what happens: as text for people, or as JSON for scripts. */
export interface Printer {
  say(text: string): void;
  ready(plan: LaunchPlan, detached?: boolean): void;
  /** One line of a program behind its title. */
  lines(
    lines: readonly LogLine[],
    plan: { readonly steps: readonly Pick<LaunchStep, 'id' | 'title'>[] },
  ): void;
  /** What a line of a program means, below it; once for each mistake. */
  explain(message: ProgramMessage, plan: LaunchPlan): void;
  /** Each step's state, once per change. */
  state(state: StackState): void;
  /** Returns the exit code. */
  fail(problem: ProblemReport | null): number;
  problems(problems: readonly PlanProblem[]): number;
}

const colours = ['cyan', 'green', 'magenta', 'yellow', 'blue', 'red'] as const;

/** Writes to the terminal; colours only where the terminal shows them. */
export function createPrinter(
  out: NodeJS.WritableStream = process.stdout,
  problemsTo: NodeJS.WritableStream = process.stderr,
): Printer {
  const shown = new Map<string, string>();
  const titles = new Map<string, string>();
  const print = (text: string, to = out): void => {
    to.write(`${withColoursOnly(text)}\n`);
  };
  const say = (text: string): void => {
    print(`${styleText('bold', 'uwsgi-stack')} ${text}`);
  };
  const fail = (problem: ProblemReport | null): number => {
    print(
      `${styleText('red', 'uwsgi-stack:')} ${problem?.message ?? 'It has failed.'}`,
      problemsTo,
    );
    if (problem?.remedy) print(`  ${problem.remedy}`, problemsTo);
    return 1;
  };
  return {
    say,
    ready: ({ pages: [page] }, detached = false) => {
      say(page === undefined ? 'Ready.' : `Ready: ${page.url}`);
      say(detached ? '`uwsgi-stack down` stops it.' : 'Ctrl+C stops it.');
    },
    lines: (lines, plan) => {
      plan.steps.forEach((step) => titles.set(step.id, step.title));
      const width = Math.max(...[...titles.values()].map(({ length }) => length));
      for (const { stepId, text } of lines) {
        const at = [...titles.keys()].indexOf(stepId);
        const title = (titles.get(stepId) ?? stepId).padEnd(width);
        print(`${styleText(colours[Math.max(0, at) % colours.length] ?? 'cyan', title)} ${text}`);
      }
    },
    explain: ({ means, remedy, place }, plan) => {
      if (means === undefined) return;
      const at = `${relative(plan.root, place.path)}:${String(place.line + 1)}`;
      const what = [means, remedy].filter((part) => part !== undefined).join(' ');
      print(`${styleText('yellow', '  ↳')} ${styleText('dim', `${at}:`)} ${what}`);
    },
    state: ({ steps }) => {
      for (const { step, status } of steps) {
        const text = status.kind === 'starting' ? status.stage : status.kind;
        if (shown.get(step.id) === text) continue;
        shown.set(step.id, text);
        if (text !== 'idle') print(styleText('dim', `${step.title}: ${text}`));
      }
    },
    fail,
    problems: (problems) => {
      for (const problem of problems) fail(ofPlan(problem));
      return 1;
    },
  };
}

/** Lines of people's files count from 1 where they are printed. */
export function ofPlan({ message, remedy, path, line }: PlanProblem): ProblemReport {
  return { message, remedy, path: path ?? null, line: line === undefined ? null : line + 1 };
}
