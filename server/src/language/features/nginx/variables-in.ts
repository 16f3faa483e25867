import type { Word } from '../../nginx/tree.ts';
import type { Span } from '../../text/span.ts';

/** A variable as a word writes it: `$host`, `${host}`, `$1`. */
export interface VariableUse {
  /** With `$` and braces. */
  readonly span: Span;
  /** Without them, as written. */
  readonly name: string;
}

/** Variables of a word, in order. nginx knows no way to escape a `$`. */
export function variablesIn(text: string, { span }: Word): readonly VariableUse[] {
  const raw = text.slice(span.start, span.end);
  if (!raw.includes('$')) return [];
  return [...raw.matchAll(/\$(?:\{(\w+)\}|([1-9])|([A-Za-z_]\w*))/g)].map((match) => ({
    span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
    name: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}
