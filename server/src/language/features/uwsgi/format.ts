import { pairLength } from '../../ini/percent.ts';
import type { EntryLine, IniLine, IniTree } from '../../ini/tree.ts';
import type { UwsgiFile } from '../../rules/inputs.ts';
import { span, textOf } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { logicBlocks } from '../../uwsgi/blocks.ts';
import { templateSpans } from '../../uwsgi/template.ts';
import type { FormatOptions, TextEdit } from '../feature.ts';

/**
 * Puts one blank on either side of the first `=`, takes blanks from the ends of the lines and all but one of several
 * blank lines. Values and comments stay as they are, and so does every line in which a blank could mean something: one
 * that a `%` joins to the next, one with a NUL or a BOM, an odd section header, the work of a template engine.
 */
export function formatUwsgi(
  { text, tree }: UwsgiFile,
  options: FormatOptions,
  within?: Span,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const put = (place: Span, newText: string) => {
    if (textOf(text, place) !== newText) edits.push({ span: place, newText });
  };
  const { lines } = tree;
  const template = templateSpans(text);
  // The blocks of the template engine are often indented, and only it knows which.
  const indents = template.length > 0 ? undefined : indentsOf(tree, options);
  const last = lines.findLastIndex((line) => !isEmpty(line, text));
  let templateAt = 0;
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    while ((template[templateAt]?.end ?? Infinity) <= line.span.start) templateAt += 1;
    const empty = isEmpty(line, text);
    if (!empty) blanks = 0;
    if (empty) blanks += 1;
    if (within !== undefined && !touches(within, line.span, text)) continue;
    if (empty) {
      const superfluous = blanks > 1 || index > last || isHead(lines, index, text);
      put(superfluous ? line.span : bodyOf(line, text), '');
      continue;
    }
    const content = contentOf(line, text);
    if (content === undefined || inTemplate(line, template, templateAt)) continue;
    if (indents !== undefined) put(span(line.span.start, content.start), indents.get(index) ?? '');
    if (line.kind === 'entry') spaceEquals(line, put);
    const { end } = bodyOf(line, text);
    if (content.end <= end) put(span(content.end, end), end === text.length ? newlineOf(text) : '');
  }
  return edits;
}

function spaceEquals(line: EntryLine, put: (place: Span, newText: string) => void): void {
  const { equals, keySpan, valueSpan, key, value } = line;
  if (equals === undefined || key === '') return;
  if (value === '') put(span(keySpan.end, equals + 1), ' =');
  else put(span(keySpan.end, valueSpan.start), ' = ');
}

/** From the first to the last character that is no blank; undefined for a line that must stay as it is. */
function contentOf(line: IniLine, text: string): Span | undefined {
  if (line.joined.length > 0 || line.kind === 'blank') return undefined;
  const raw = textOf(text, line.span);
  if (raw.includes('\0') || raw.includes('\ufeff')) return undefined;
  const content = span(line.span.start + raw.search(/[^ \t\r]/), endOfContent(text, line.span));
  // A `%` at the very end of the file would join the line break that is put behind it.
  if (content.end === text.length && endsInPercent(raw)) return undefined;
  if (line.kind !== 'section') return content;
  return /^\[[^\]%]*\]$/.test(textOf(text, content)) ? content : undefined;
}

/** A pair is no blank even if its second half is one: without that blank the `%` would take the next character. */
function endOfContent(text: string, { start, end }: Span): number {
  let last = start;
  for (let at = start; at < end;) {
    const char = text.charAt(at);
    const length = char === '%' ? pairLength(text, at) : 1;
    if (!' \t\r\n'.includes(char)) last = at + length;
    at += length;
  }
  return Math.min(last, end);
}

function endsInPercent(raw: string): boolean {
  return (/%+$/.exec(raw)?.[0].length ?? 0) % 2 === 1;
}

/** Without the line break. */
function bodyOf({ span: { start, end } }: IniLine, text: string): Span {
  if (text.charAt(end - 1) !== '\n') return span(start, end);
  const crlf = end - 2 >= start && text.charAt(end - 2) === '\r';
  return span(start, crlf ? end - 2 : end - 1);
}

function newlineOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text.charAt(first - 1) === '\r' ? '\r\n' : '\n';
}

/** Nothing but blanks; a pair that vanishes makes a line blank for uWSGI, but somebody wrote it. */
function isEmpty(line: IniLine, text: string): boolean {
  return line.kind === 'blank' && /^[ \t\r\n]*$/.test(textOf(text, line.span));
}

/** Blank lines before the first other one; a BOM must not move to the beginning, where an editor hides it. */
function isHead(lines: readonly IniLine[], index: number, text: string): boolean {
  if (index > 0) return false;
  const next = lines.find((line) => !isEmpty(line, text));
  return next !== undefined && text.charAt(next.span.start) !== '\ufeff';
}

function touches(within: Span, line: Span, text: string): boolean {
  if (within.start === within.end && within.end === line.start) return true;
  return within.end > line.start && (within.start < line.end || line.end === text.length);
}

/** Lines inside a block are indented where its author indents them; all others are not. */
function indentsOf(
  tree: IniTree,
  { tabSize, insertSpaces }: FormatOptions,
): ReadonlyMap<number, string> {
  const indent = insertSpaces ? ' '.repeat(tabSize) : '\t';
  const indents = new Map<number, string>();
  for (const { from, to } of logicBlocks(tree)) {
    const first = tree.lines.slice(from + 1, to).find(({ kind }) => kind === 'entry');
    if (first === undefined || !/[ \t]/.test(tree.text.charAt(first.span.start))) continue;
    for (let index = from + 1; index < to; index += 1) indents.set(index, indent);
  }
  return indents;
}

/** Whether a template engine has its hands in more than the value. */
function inTemplate(line: IniLine, spans: readonly Span[], from: number): boolean {
  for (let at = from; at < spans.length; at += 1) {
    const mark = spans[at];
    if (mark === undefined || mark.start >= line.span.end) return false;
    const inValue =
      line.kind === 'entry' && line.valueSpan.start <= mark.start && mark.end <= line.valueSpan.end;
    if (!inValue) return true;
  }
  return false;
}
