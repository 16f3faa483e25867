import { lineFilter, type FilterChoice, type LineFilter } from './line-filter.ts';
import { LineQueue } from './line-queue.ts';
import type { LogLine } from '../../shared/panel-lines.ts';

/** The lines that the panel holds and those of them that pass the filter, kept in step line by line. */
export interface LogModel {
  readonly visible: LineQueue;
  readonly total: () => number;
  readonly filter: () => LineFilter;
  /** Length of the longest visible line, in characters. */
  readonly longest: () => number;
  /** Returns how many visible lines fell off the start. */
  readonly append: (lines: readonly LogLine[]) => number;
  readonly replace: (lines: readonly LogLine[]) => void;
  readonly choose: (choice: FilterChoice) => void;
  readonly resize: (maxLines: number) => void;
  readonly clear: () => void;
  /** Index of the next visible line from there that begins an error; undefined when there is none. */
  readonly findError: (from: number, step: 1 | -1) => number | undefined;
}

export function createLogModel(initialMax: number): LogModel {
  const all = new LineQueue();
  const visible = new LineQueue();
  let maxLines = initialMax;
  let filter = lineFilter({ text: '', regex: false, hidden: new Set(), level: 'all' });
  let longest = 0;

  const show = (lines: readonly LogLine[]) => {
    const passing = lines.filter(filter.accepts);
    for (const line of passing) longest = Math.max(longest, line.text.length);
    visible.append(passing);
  };
  const trim = (): number => {
    if (all.keepLast(maxLines) === 0) return 0;
    const oldest = all.at(0);
    return oldest === undefined ? 0 : visible.dropBefore(oldest.key);
  };
  const refilter = () => {
    longest = 0;
    visible.clear();
    show(all.toArray());
  };

  const sameProcess = (one: number, other: number) =>
    visible.at(one)?.process === visible.at(other)?.process;

  return {
    visible,
    total: () => all.length,
    filter: () => filter,
    longest: () => longest,
    append: (lines) => {
      all.append(lines);
      show(lines);
      return trim();
    },
    replace: (lines) => {
      all.clear();
      all.append(lines);
      all.keepLast(maxLines);
      refilter();
    },
    choose: (choice) => {
      filter = lineFilter(choice);
      refilter();
    },
    resize: (count) => {
      maxLines = count;
      trim();
    },
    clear: () => {
      all.clear();
      refilter();
    },
    findError: (from, step) => {
      const isError = (at: number) => visible.at(at)?.level === 'error';
      for (let at = from; at >= 0 && at < visible.length; at += step) {
        // Lines of one error follow each other.
        if (isError(at) && (!isError(at - 1) || !sameProcess(at - 1, at))) return at;
      }
      return undefined;
    },
  };
}
