import type { LogLine } from '../../shared/panel-lines.ts';
import type { LineQueue } from './line-queue.ts';

interface RowOfLine {
  readonly line: LogLine;
}

/**
 * Rows of those lines that `read` makes one of, in the order of `compare`, and of the lines where that does not decide. Lines
 * come many times a second: only those that were not there the last time are read, sorted, and merged in.
 */
export function createRequestRows<Row extends RowOfLine>(
  read: (line: LogLine) => Row | undefined,
  compare: (one: Row, other: Row) => number,
): (lines: Pick<LineQueue, 'length' | 'at'>) => readonly Row[] {
  let rows: readonly Row[] = [];
  /** Keys of the first and the last line that have been read. */
  let range: { readonly first: number; readonly last: number } | undefined;
  const inOrder = (one: Row, other: Row) => compare(one, other) || one.line.key - other.line.key;

  return (lines) => {
    const first = lines.at(0)?.key;
    const last = lines.at(lines.length - 1)?.key;
    // Lines of another run, or none at all any more.
    if (range !== undefined && (first === undefined || last === undefined || last < range.last)) {
      rows = [];
      range = undefined;
    }
    if (first === undefined || last === undefined) return rows;
    const fresh: Row[] = [];
    const take = (line: LogLine) => {
      const row = read(line);
      if (row !== undefined) fresh.push(row);
    };
    const before = range ?? { first, last: -Infinity };
    for (const line of from(lines, lines.length - 1, -1)) {
      if (line.key <= before.last) break;
      take(line);
    }
    for (const line of from(lines, 0, 1)) {
      if (line.key >= before.first) break;
      take(line);
    }
    const left = first > before.first ? rows.filter(({ line }) => line.key >= first) : rows;
    rows = fresh.length > 0 ? merge(left, fresh.sort(inOrder), inOrder) : left;
    range = { first, last };
    return rows;
  };
}

function* from(
  lines: Pick<LineQueue, 'length' | 'at'>,
  start: number,
  step: 1 | -1,
): Generator<LogLine> {
  for (let at = start; ; at += step) {
    const line = lines.at(at);
    if (line === undefined) return;
    yield line;
  }
}

/** Of two lists that are in order. */
function merge<T>(
  one: readonly T[],
  other: readonly T[],
  compare: (a: T, b: T) => number,
): readonly T[] {
  const merged: T[] = [];
  let next = 0;
  for (const item of one) {
    for (let added = other[next]; added !== undefined && compare(added, item) < 0;) {
      merged.push(added);
      added = other[++next];
    }
    merged.push(item);
  }
  for (const added of other.slice(next)) merged.push(added);
  return merged;
}
