import { reportStack } from '../../client/src/stack/status.ts';
import { ofPlan, type Printer } from './printer.ts';

/** One JSON object a line, told apart by `event`. */
export function createJsonPrinter(out: NodeJS.WritableStream = process.stdout): Printer {
  const print = (event: string, what: object): void => {
    out.write(`${JSON.stringify({ event, ...what })}\n`);
  };
  let last = '';
  return {
    say: (text) => {
      print('note', { text });
    },
    ready: ({ pages: [page] }) => {
      print('ready', { url: page?.url ?? null });
    },
    lines: (lines) => {
      for (const { time, stepId, stream, text } of lines) {
        print('line', { time, step: stepId, stream, text });
      }
    },
    explain: ({ means, remedy, place, level }) => {
      print('message', {
        ...{ level, message: means ?? null, remedy: remedy ?? null },
        ...{ path: place.path, line: place.line + 1 },
      });
    },
    state: (state) => {
      const report = JSON.stringify(reportStack(state) ?? null);
      if (report === last || report === 'null') return;
      last = report;
      print('state', { stack: JSON.parse(report) as object });
    },
    fail: (problem) => {
      print('failed', { problem });
      return 1;
    },
    problems: (problems) => {
      for (const problem of problems) print('failed', { problem: ofPlan(problem) });
      return 1;
    },
  };
}
