import { lineFilter, type FilterChoice, type LineFilter } from './line-filter.ts';
import { LineQueue } from './line-queue.ts';
import { maxLogCharacters } from '../../shared/newest-lines.ts';
import type { LogLine, OldestLines } from '../../shared/panel-lines.ts';

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
  /** Where the lines begin that are held, whether they pass the filter or not; undefined where there are none. */
  readonly oldest: () => OldestLines | undefined;
  /** Puts older lines before all others, and holds more than usual from then on. Returns how many pass the filter. */
  readonly prepend: (lines: readonly LogLine[]) => number;
  /** Whether no older lines can be taken in any more. */
  readonly isFull: () => boolean;
  /** Lets go of what is older than usual. Returns how many visible lines fell off the start. */
  readonly leaveOlder: () => number;
  readonly clear: () => void;
  /** Index of the next visible line from there that begins an error; undefined when there is none. */
  readonly findError: (from: number, step: 1 | -1) => number | undefined;
}

/** As many lines as anybody can scroll through, and the memory that they may take. */
export const mostLines = 1_000_000;
const mostCharacters = 8 * maxLogCharacters;

export function createLogModel(initialMax: number): LogModel {
  const all = new LineQueue();
  const visible = new LineQueue();
  let maxLines = initialMax;
  let filter = lineFilter({ text: '', regex: false, hidden: new Set(), level: 'all' });
  let longest = 0;
  /** Somebody reads older lines than are usually held. */
  let reading = false;

  const show = (lines: readonly LogLine[]) => {
    const passing = lines.filter(filter.accepts);
    for (const line of passing) longest = Math.max(longest, line.text.length);
    visible.append(passing);
  };
  const trim = (): number => {
    const cut = reading
      ? all.keepLast(Math.max(maxLines, mostLines), mostCharacters)
      : all.keepLast(maxLines);
    const oldest = all.at(0);
    return cut === 0 || oldest === undefined ? 0 : visible.dropBefore(oldest.key);
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
      reading = false;
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
      reading = false;
      all.clear();
      refilter();
    },
    oldest: () => {
      const time = all.at(0)?.time;
      if (time === undefined) return undefined;
      const known: Record<string, number> = {};
      for (let at = 0; all.at(at)?.time === time; at++) {
        const process = all.at(at)?.process ?? '';
        known[process] = (known[process] ?? 0) + 1;
      }
      return { time, known };
    },
    prepend: (lines) => {
      reading = true;
      const firstKey = (all.at(0)?.key ?? 0) - lines.length;
      const older = lines.map((line, at) => ({ ...line, key: firstKey + at }));
      all.prepend(older);
      const passing = older.filter(filter.accepts);
      for (const line of passing) longest = Math.max(longest, line.text.length);
      visible.prepend(passing);
      return passing.length - trim();
    },
    isFull: () => all.length >= mostLines || all.characters >= mostCharacters,
    leaveOlder: () => {
      reading = false;
      return trim();
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
