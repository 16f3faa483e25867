import type { ConfNode } from '../../nginx-conf/conf.ts';
import { ancestors } from '../../nginx-conf/walk.ts';
import type { NginxToken, Statement } from '../../nginx/tree.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { contains, type Span, span, textOf } from '../../text/span.ts';
import { growing } from '../grow-spans.ts';
import { nodeAround } from './node-around.ts';
import { tokenBefore } from './place.ts';
import { variablesIn } from './variables-in.ts';

/** Part of a word, word, arguments, statement, statements between blank lines, body of the block, block, file. */
export function nginxSelections(file: NginxFile, offset: number): readonly Span[] {
  const { text, tree, conf } = file;
  const around: Span[] = [];
  const at = tokenAt(tree.tokens, offset);
  const token = tree.tokens[at];
  if (token?.kind === 'comment') around.push(...commentSpans(file, at, offset));
  if (token?.kind === 'raw') around.push(...rawSpans(text, token.span, offset));
  const node = nodeAround(conf.nodes, offset);
  if (token?.kind === 'word') around.push(...wordSpans(text, token.span, offset));
  if (node !== undefined) {
    const { statement } = node;
    const { name, args } = statement;
    const [first, last] = [args[0], args.at(-1)];
    for (const word of [name, ...args])
      if (contains(word.span, offset))
        for (const use of variablesIn(text, word)) around.push(use.span);
    if (first !== undefined && last !== undefined) {
      around.push(span(first.span.start, last.span.end));
      around.push(span(name.span.start, last.span.end));
    }
    around.push(...bodySpans(text, statement, offset), statement.span);
    around.push(groupOf(text, node.parent?.children ?? conf.nodes, node));
    for (const block of ancestors(node))
      around.push(...bodySpans(text, block.statement, offset), block.statement.span);
  }
  return growing([...around, span(0, text.length)], offset);
}

/** The word that the offset touches rather than the blank before it. */
function tokenAt(tokens: readonly NginxToken[], offset: number): number {
  const before = tokenBefore(tokens, offset);
  const next = tokens[before + 1];
  if (next?.span.start === offset && tokens[before]?.kind !== 'word' && next.kind !== 'blank')
    return before + 1;
  return before;
}

function wordSpans(text: string, word: Span, offset: number): Span[] {
  const quoted = /["']/.test(text.charAt(word.start));
  const closed = quoted && word.end > word.start + 1 && /["']/.test(text.charAt(word.end - 1));
  const inner = quoted ? span(word.start + 1, closed ? word.end - 1 : word.end) : word;
  return [...pieces(text, inner, offset), inner, word];
}

/** A name, a name with dots, a part of an address or a path, the value behind `key=`. */
function pieces(text: string, within: Span, offset: number): Span[] {
  return [/\w/, /[\w.-]/, /[^:=,|()/\s]/, /[^=,|()\s]/, /[^=\s]/, /\S/].map((letters) =>
    stretch(text, within, offset, letters),
  );
}

function stretch(text: string, within: Span, offset: number, letters: RegExp): Span {
  let [start, end] = [offset, offset];
  while (start > within.start && letters.test(text.charAt(start - 1))) start--;
  while (end < within.end && letters.test(text.charAt(end))) end++;
  return span(start, end);
}

function commentSpans({ text, tree }: NginxFile, at: number, offset: number): Span[] {
  const { tokens } = tree;
  const own = tokens[at]?.span ?? span(offset, offset);
  const sign = /^#+[ \t]*/.exec(textOf(text, own))?.[0].length ?? 0;
  let [first, last] = [own, own];
  for (let before = at - 2; before >= 0; before -= 2) {
    const comment = tokens[before];
    if (comment?.kind !== 'comment' || isApart(text, comment.span.end, first.start)) break;
    first = comment.span;
  }
  for (let after = at + 2; after < tokens.length; after += 2) {
    const comment = tokens[after];
    if (comment?.kind !== 'comment' || isApart(text, last.end, comment.span.start)) break;
    last = comment.span;
  }
  const inner = span(Math.min(own.start + sign, own.end), own.end);
  return [stretch(text, own, offset, /[\w-]/), inner, own, span(first.start, last.end)];
}

function rawSpans(text: string, raw: Span, offset: number): Span[] {
  const line = stretch(text, raw, offset, /[^\n]/);
  return [
    stretch(text, raw, offset, /\w/),
    stretch(text, raw, offset, /[\w.:]/),
    trimmed(text, line),
    trimmed(text, raw),
  ];
}

/** What stands between the braces. */
function bodySpans(text: string, { end }: Statement, offset: number): Span[] {
  if (end.kind !== 'block' || offset <= end.open) return [];
  const body = span(end.open + 1, end.close ?? text.length);
  return [trimmed(text, body), span(end.open, Math.min(body.end + 1, text.length))];
}

/** The statements of the same block up to the next blank lines. */
function groupOf(text: string, siblings: readonly ConfNode[], node: ConfNode): Span {
  const at = siblings.indexOf(node);
  let [from, to] = [at, at];
  const ends = (one: number, other: number) => {
    const [before, after] = [siblings[one], siblings[other]];
    if (before === undefined || after === undefined) return true;
    return isApart(text, before.statement.span.end, after.statement.span.start);
  };
  while (!ends(from - 1, from)) from--;
  while (!ends(to, to + 1)) to++;
  return span(
    siblings[from]?.statement.span.start ?? node.statement.span.start,
    siblings[to]?.statement.span.end ?? node.statement.span.end,
  );
}

/** Whether a blank line stands between two places. */
function isApart(text: string, start: number, end: number): boolean {
  return /\n[ \t\r]*\n/.test(text.slice(start, end));
}

function trimmed(text: string, place: Span): Span {
  const raw = textOf(text, place);
  const start = place.start + (raw.length - raw.trimStart().length);
  return raw.trim() === '' ? place : span(start, start + raw.trim().length);
}
