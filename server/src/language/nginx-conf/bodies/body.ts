import type { Word } from '../../nginx/tree.ts';
import { span, type Span } from '../../text/span.ts';
import type { ConfNode } from '../conf.ts';

/** What is wrong in a body that nginx reads as data. */
export interface BodyProblem {
  readonly span: Span;
  readonly message: string;
  /** Set for what nginx itself only warns about. */
  readonly level?: 'warning';
  /** Offset where a missing `;` would go, when that is the likely mend. */
  readonly semicolonAt?: number;
}

/** Reads the entries of one body in their order. */
export type BodyReader = (
  entries: readonly ConfNode[],
  text: string,
  block: ConfNode | undefined,
) => Iterable<BodyProblem>;

export type EntryWords = readonly [Word, ...Word[]];

/** The first word is what the syntax takes for a name. */
export function wordsOf({ statement }: ConfNode): EntryWords {
  return [statement.name, ...statement.args];
}

/** Too many words, or a second one that is missing. Where a line begins among them, a `;` is missing before it. */
export function wrongCount(text: string, words: EntryWords, message: string): BodyProblem {
  const [first, ...rest] = words;
  const [start] = rest.slice(1);
  const end = rest.at(-1);
  const next = rest.findIndex((word, index) =>
    text.slice((rest[index - 1] ?? first).span.end, word.span.start).includes('\n'),
  );
  const place = start && end ? span(start.span.start, end.span.end) : first.span;
  if (next === -1) return { span: place, message };
  const before = rest[next - 1] ?? first;
  return {
    span: place,
    message: `${message}; a \`;\` is missing behind "${before.value}"`,
    semicolonAt: before.span.end,
  };
}

/** `include` with one word; nginx reads the file in the same way. */
export function isInclude(words: EntryWords): boolean {
  return words.length === 2 && words[0].value === 'include';
}
