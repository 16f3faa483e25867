import type { Piece, StatementShape } from './format-pieces.ts';

/**
 * Statements that somebody has put into columns: two neighbours have a word at the same distance from their first one, and
 * one of the two has more than one blank before it. Both stay as they are, so that a second look finds the same.
 */
export function alignedStatements(pieces: readonly Piece[]): ReadonlySet<StatementShape> {
  const aligned = new Set<StatementShape>();
  let last: StatementShape | undefined;
  for (const { inside } of pieces) {
    if (inside === undefined || inside === last) continue;
    if (last && isRow(last) && isRow(inside) && last.depth === inside.depth)
      if (shareColumn(last, inside)) aligned.add(last).add(inside);
    last = inside;
  }
  return aligned;
}

function isRow({ severalLines, beginsLine, ends }: StatementShape): boolean {
  return ends === 'semicolon' && !severalLines && beginsLine;
}

function shareColumn(one: StatementShape, other: StatementShape): boolean {
  const columns = columnsOf(other);
  for (const [column, isWide] of columnsOf(one)) {
    const opposite = columns.get(column);
    if (opposite !== undefined && (isWide || opposite)) return true;
  }
  return false;
}

/** Distance of each argument from the first word, and whether more than one blank stands before it. */
function columnsOf({ start, words }: StatementShape): ReadonlyMap<number, boolean> {
  const columns = new Map<number, boolean>();
  for (let at = 1; at < words.length; at += 1) {
    const [before, word] = [words[at - 1], words[at]];
    if (before && word) columns.set(word.start - start, word.start - before.end > 1);
  }
  return columns;
}
