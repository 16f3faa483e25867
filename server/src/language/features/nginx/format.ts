import type { NginxFile } from '../../rules/inputs.ts';
import { parseNginx } from '../../nginx/parse.ts';
import type { NginxTree } from '../../nginx/tree.ts';
import { span, type Span } from '../../text/span.ts';
import type { FormatOptions, TextEdit } from '../feature.ts';
import { alignedStatements } from './format-columns.ts';
import { wantedGap } from './format-gap.ts';
import { piecesOf } from './format-pieces.ts';

/**
 * Gives each statement a line of its own, indents by the depth of blocks, and keeps at most one of several blank lines.
 * Only what stands between the words is ever changed: words, comments and Lua stay as they are, as do columns that
 * somebody has aligned. A file with a syntax error stays untouched, because where its blocks end is a guess.
 */
export function formatNginx(
  { text, tree }: Pick<NginxFile, 'text' | 'tree'>,
  options: FormatOptions,
  within?: Span,
): readonly TextEdit[] {
  if (tree.errors.length > 0) return [];
  const pieces = piecesOf(tree);
  const lineBreak = lineBreakOf(text);
  const style = { ...options, lineBreak, aligned: alignedStatements(pieces) };
  const reach = within && wholeLines(text, within);
  const edits: TextEdit[] = [];
  for (let at = 0; at <= pieces.length; at += 1) {
    const [before, after] = [pieces[at - 1], pieces[at]];
    const gap = span(before?.end ?? 0, after?.start ?? text.length);
    const wanted = wantedGap({ text, span: gap, before, after }, style);
    for (const edit of editsOf(text, gap, wanted, lineBreak))
      if (reach === undefined || isWithin(edit.span, reach)) edits.push(edit);
  }
  return edits.length > 0 && keepsTokens(tree, applied(text, edits)) ? edits : [];
}

/** A file with both kinds gets plain ones, so that it makes no difference which of them formatting takes away. */
function lineBreakOf(text: string): string {
  return text.includes('\r\n') && !/(?:^|[^\r])\n/.test(text) ? '\r\n' : '\n';
}

/** The end of a line, the lines between, and the indentation of the next are edits of their own. */
function editsOf(text: string, gap: Span, wanted: string, lineBreak: string): readonly TextEdit[] {
  const present = text.slice(gap.start, gap.end);
  if (present === wanted) return [];
  const [old, wish] = [splitLines(present), splitLines(wanted)];
  if (old === undefined || wish === undefined) return [{ span: gap, newText: wanted }];
  const breaks = lineBreak.repeat(wish.breaks);
  const middle = gap.start + old.head;
  const tail = gap.start + old.tail;
  return [
    { span: span(gap.start, middle), newText: wanted.slice(0, wish.head) },
    { span: span(middle, tail), newText: breaks },
    { span: span(tail, gap.end), newText: wanted.slice(wish.tail) },
  ].filter(({ span: { start, end }, newText }) => text.slice(start, end) !== newText);
}

/** `head` is where the first line break begins, `tail` where the last one ends; undefined without any. */
function splitLines(
  blank: string,
): { readonly head: number; readonly tail: number; readonly breaks: number } | undefined {
  const first = blank.indexOf('\n');
  if (first === -1) return undefined;
  const head = blank[first - 1] === '\r' ? first - 1 : first;
  return { head, tail: blank.lastIndexOf('\n') + 1, breaks: blank.split('\n').length - 1 };
}

function wholeLines(text: string, { start, end }: Span): Span {
  const lineFeed = text.indexOf('\n', end);
  return span(
    start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1,
    lineFeed === -1 ? text.length : lineFeed,
  );
}

function isWithin({ start, end }: Span, reach: Span): boolean {
  return start >= reach.start && end <= reach.end;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { span: place, newText } of edits) {
    parts.push(text.slice(end, place.start), newText);
    end = place.end;
  }
  return [...parts, text.slice(end)].join('');
}

/** The last word: what nginx reads before and after must be the same, whatever a template's tags or a long gap may do. */
function keepsTokens(before: NginxTree, text: string): boolean {
  const [old, now] = [wordsOf(before), wordsOf(parseNginx(text))];
  return old.length === now.length && old.every((word, at) => word === now[at]);
}

function wordsOf({ text, tokens }: NginxTree): readonly string[] {
  return tokens.flatMap(({ kind, span: { start, end } }) =>
    kind === 'blank'
      ? []
      : [kind + text.slice(start, end).replace(/[ \t\r]+$/, kind === 'comment' ? '' : '$&')],
  );
}
