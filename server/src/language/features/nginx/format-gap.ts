import type { Span } from '../../text/span.ts';
import type { FormatOptions } from '../feature.ts';
import type { Piece, StatementShape } from './format-pieces.ts';

/** What lies between two pieces; at the beginning and the end of the file one of them is missing. */
export interface Gap {
  readonly text: string;
  readonly span: Span;
  readonly before: Piece | undefined;
  readonly after: Piece | undefined;
}

export interface GapStyle extends FormatOptions {
  readonly lineBreak: string;
  readonly aligned: ReadonlySet<StatementShape>;
}

/** The blanks that belong between two pieces. Nothing is ever joined that a blank or a line break keeps apart. */
export function wantedGap(gap: Gap, style: GapStyle): string {
  const { text, span, before, after } = gap;
  const present = text.slice(span.start, span.end);
  if (before === undefined) return after?.isTag === true ? present : '';
  if (before.isTag || after?.isTag === true) return present;
  if (after === undefined) return style.lineBreak;
  if (before.kind === 'raw' || after.kind === 'raw') return present;
  const breaks = countBreaks(present);
  if (before.kind === 'comment') return newLine(gap, after, breaks, style);
  if (after.kind === 'comment' && breaks === 0) return present === '' ? ' ' : present;
  if (before.kind === 'word') return behindWord(gap, after, present, style);
  // An empty block may stand in one line.
  if (before.kind === 'open' && after.kind === 'close' && breaks === 0)
    return present === '' ? '' : ' ';
  return newLine(gap, after, breaks, style);
}

function behindWord(gap: Gap, after: Piece, present: string, style: GapStyle): string {
  if (after.kind === 'semicolon') return '';
  if (after.kind === 'open') return ' ';
  const breaks = countBreaks(present);
  if (breaks > 0) return newLine(gap, after, breaks, style);
  const shape = after.inside;
  // Where tabs lead to, only the writer's editor knows.
  if (present === '' || present.includes('\t')) return present;
  return shape && (shape.severalLines || style.aligned.has(shape)) ? present : ' ';
}

function newLine({ text, span }: Gap, after: Piece, breaks: number, style: GapStyle): string {
  const blank = style.lineBreak.repeat(Math.min(Math.max(breaks, 1), 2));
  if (after.inside === undefined || after.kind === 'open' || after.kind === 'semicolon')
    return blank + indent(after.depth, style);
  if (after.kind === 'word' && breaks > 0) {
    const last = text.lastIndexOf('\n', span.end - 1) + 1;
    const shift = width(text, last, span.end, style) - columnOf(text, after.inside, style);
    // What begins below an argument of the first line stays there.
    if (shift !== style.tabSize && isColumn(text, after.inside, shift))
      return blank + indent(after.depth, style) + ' '.repeat(shift);
  }
  return blank + indent(after.depth + 1, style);
}

function isColumn(text: string, { start, words }: StatementShape, shift: number): boolean {
  if (shift <= 0) return false;
  const place = start + shift;
  const word = words.find((one) => one.start >= place);
  return word?.start === place && !/[\t\n]/.test(text.slice(start, place));
}

function columnOf(text: string, { start }: StatementShape, style: GapStyle): number {
  return width(text, text.lastIndexOf('\n', start - 1) + 1, start, style);
}

function width(text: string, start: number, end: number, { tabSize }: GapStyle): number {
  let column = 0;
  for (let at = start; at < end; at += 1)
    column += text[at] === '\t' ? tabSize - (column % tabSize) : 1;
  return column;
}

/** Nobody nests a hundred blocks; who does so by mistake shall not get lines of a megabyte. */
const deepest = 100;

function indent(depth: number, { tabSize, insertSpaces }: GapStyle): string {
  const levels = Math.min(depth, deepest);
  return insertSpaces ? ' '.repeat(tabSize * levels) : '\t'.repeat(levels);
}

function countBreaks(blank: string): number {
  let count = 0;
  for (const character of blank) if (character === '\n') count += 1;
  return count;
}
