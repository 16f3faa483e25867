import type { ConfNode } from '../../nginx-conf/conf.ts';
import type { Statement, Word } from '../../nginx/tree.ts';
import type { Span } from '../../text/span.ts';
import type { NginxView } from '../inputs.ts';
import type { Fix } from '../rule.ts';

/** Puts a text in the place of another; the one fix that `autoFix` takes, unless it is told otherwise. */
export function replaceSpan(
  { path }: Pick<NginxView, 'path'>,
  span: Span,
  newText: string,
  { title = `Change to "${newText}"`, preferred = true } = {},
): Fix {
  return { title, edits: [{ path, span, newText }], preferred };
}

/** Inserts lines before a statement, in its indentation; in its line when something else stands before it there. */
export function insertBefore(
  { path, text }: Pick<NginxView, 'path' | 'text'>,
  { span }: Pick<Statement, 'span'>,
  lines: readonly string[],
  { title = `Insert \`${lines.join(' ')}\``, preferred = true } = {},
): Fix {
  const { start } = span;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lead = text.slice(lineStart, start);
  const glue = lead.trim() === '' ? `\n${lead}` : ' ';
  const newText = lines.map((line) => line + glue).join('');
  return { title, edits: [{ path, span: { start, end: start }, newText }], preferred };
}

/** Inserts lines behind a statement, likewise. */
export function insertBehind(
  { path, text }: Pick<NginxView, 'path' | 'text'>,
  { span }: Pick<Statement, 'span'>,
  lines: readonly string[],
  { title = `Insert \`${lines.join(' ')}\``, preferred = true } = {},
): Fix {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lead = text.slice(lineStart, span.start);
  const glue = lead.trim() === '' ? `\n${lead}` : ' ';
  const newText = lines.map((line) => glue + line).join('');
  return { title, edits: [{ path, span: { start: span.end, end: span.end }, newText }], preferred };
}

/** From the first word to the last one, without the `;` or the block. */
export function headSpan({ statement: { name, args } }: ConfNode): Span {
  return { start: name.span.start, end: (args.at(-1) ?? name).span.end };
}

/** All arguments; the name where there is none. */
export function argsSpan({ statement: { name, args } }: ConfNode): Span {
  const first = args[0] ?? name;
  return { start: first.span.start, end: (args.at(-1) ?? name).span.end };
}

/** Puts more words behind one. */
export function insertBehindWord(
  { path }: Pick<NginxView, 'path'>,
  { span: { end } }: Word,
  newText: string,
): Fix {
  const title = `Insert \`${newText.trim()}\``;
  return { title, edits: [{ path, span: { start: end, end }, newText }], preferred: true };
}
