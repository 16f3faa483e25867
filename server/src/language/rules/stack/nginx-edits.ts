import type { Span } from '../../text/span.ts';
import type { Around } from '../inputs.ts';
import type { FileEdit } from '../rule.ts';

/** Puts a statement on a line of its own in front of another one, indented like that. */
export function insertStatement(
  around: Around,
  path: string,
  before: Span,
  statement: string,
): FileEdit | undefined {
  const text = around.nginxFile(path)?.text;
  if (text === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', before.start - 1) + 1;
  const blank = /^[ \t]*/.exec(text.slice(lineStart, before.start))?.[0] ?? '';
  const alone = lineStart + blank.length === before.start;
  const newText = alone ? `${statement}\n${blank}` : `${statement} `;
  return { path, span: { start: before.start, end: before.start }, newText };
}
