import type { NginxToken, NginxTree } from '../../nginx/tree.ts';
import type { Span } from '../../text/span.ts';

/** A token that is no blank, with its place among the blocks and statements. */
export interface Piece {
  readonly kind: Exclude<NginxToken['kind'], 'blank'>;
  readonly start: number;
  /** Of a comment without the blanks at its end. */
  readonly end: number;
  /** Blocks around it; a `}` counts to the block that it closes. */
  readonly depth: number;
  /** The statement whose words stand before it; undefined between statements and for the first word of one. */
  readonly inside: StatementShape | undefined;
  /** A tag of a template engine that stands for itself. */
  readonly isTag: boolean;
}

/** How somebody has laid a statement out. */
export interface StatementShape {
  readonly start: number;
  /** Offsets of its words. */
  readonly words: readonly Span[];
  readonly ends: 'semicolon' | 'open';
  /** Whether it has line breaks between its words, or in one. */
  readonly severalLines: boolean;
  /** Whether it is the first of its line. */
  readonly beginsLine: boolean;
  readonly depth: number;
}

export function piecesOf(tree: NginxTree): readonly Piece[] {
  const { text } = tree;
  const solid = tree.tokens.filter(({ kind }) => kind !== 'blank');
  const pieces: Piece[] = [];
  let depth = 0;
  let shape: StatementShape | undefined;
  for (const [at, { kind, span }] of solid.entries()) {
    if (kind === 'blank') continue;
    const isTag = kind === 'comment' && text[span.start] !== '#';
    if (kind === 'close') depth -= 1;
    const end = kind === 'comment' && !isTag ? endOfText(text, span.start, span.end) : span.end;
    pieces.push({ kind, start: span.start, end, depth, inside: shape, isTag });
    if (kind === 'word' && shape === undefined) {
      shape = shapeFrom(text, solid, at, depth);
    } else if (kind === 'semicolon' || kind === 'open') shape = undefined;
    if (kind === 'open') depth += 1;
  }
  return pieces;
}

function shapeFrom(
  text: string,
  solid: readonly NginxToken[],
  first: number,
  depth: number,
): StatementShape {
  const words: Span[] = [];
  let at = first;
  for (; solid[at]?.kind === 'word' || solid[at]?.kind === 'comment'; at += 1) {
    const token = solid[at];
    if (token?.kind === 'word') words.push(token.span);
  }
  const start = words[0]?.start ?? 0;
  const end = solid[at]?.span.start ?? text.length;
  const before = solid[first - 1]?.span.end ?? 0;
  return {
    start,
    words,
    ends: solid[at]?.kind === 'open' ? 'open' : 'semicolon',
    severalLines: text.slice(start, end).includes('\n'),
    beginsLine: first === 0 || text.slice(before, start).includes('\n'),
    depth,
  };
}

function endOfText(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ' \t\r'.includes(text.charAt(at - 1))) at -= 1;
  return at;
}
