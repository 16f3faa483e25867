import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { LogLine } from '../../client/src/stack/logs.ts';
import type { ProgramMessage } from '../../client/src/stack/messages/message-reader.ts';
import type { StackState } from '../../client/src/stack/state.ts';
import type { LaunchPlan } from '../../shared/launch-plan.ts';
import type { PlanProblem } from '../../shared/messages.ts';

const colours = ['cyan', 'green', 'magenta', 'yellow', 'blue', 'red'] as const;

/** Writes to the terminal; colours only where the terminal shows them. */
export function createPrinter(
  out: NodeJS.WritableStream = process.stdout,
  problemsTo: NodeJS.WritableStream = process.stderr,
) {
  const shown = new Map<string, string>();
  const titles = new Map<string, string>();
  return {
    say(text: string): void {
      out.write(`${styleText('bold', 'uwsgi-stack')} ${text}\n`);
    },
    /** One line of a program behind its title. */
    lines(lines: readonly LogLine[], plan: LaunchPlan): void {
      plan.steps.forEach((step) => titles.set(step.id, step.title));
      const width = Math.max(...[...titles.values()].map(({ length }) => length));
      for (const { stepId, text } of lines) {
        const at = plan.steps.findIndex(({ id }) => id === stepId);
        const title = (titles.get(stepId) ?? stepId).padEnd(width);
        out.write(
          `${styleText(colours[Math.max(0, at) % colours.length] ?? 'cyan', title)} ${text}\n`,
        );
      }
    },
    /** What a line of a program means, below it; once for each mistake. */
    explain({ means, remedy, place }: ProgramMessage, plan: LaunchPlan): void {
      if (means === undefined) return;
      const at = `${relative(plan.root, place.path)}:${String(place.line + 1)}`;
      const what = [means, remedy].filter((part) => part !== undefined).join(' ');
      out.write(`${styleText('yellow', '  ↳')} ${styleText('dim', `${at}:`)} ${what}\n`);
    },
    /** Each step's state, once per change. */
    state({ steps }: StackState): void {
      for (const { step, status } of steps) {
        const text = status.kind === 'starting' ? status.stage : status.kind;
        if (shown.get(step.id) === text) continue;
        shown.set(step.id, text);
        if (text !== 'idle') out.write(`${styleText('dim', `${step.title}: ${text}`)}\n`);
      }
    },
    fail(message: string, remedy: string | undefined): number {
      problemsTo.write(`${styleText('red', 'uwsgi-stack:')} ${message}\n`);
      if (remedy !== undefined) problemsTo.write(`  ${remedy}\n`);
      return 1;
    },
    problems(problems: readonly PlanProblem[]): number {
      for (const { message, remedy } of problems) this.fail(message, remedy);
      return 1;
    },
  };
}
