import { lineIndexAt } from '../../ini/line-at.ts';
import type { EntryLine, IniTree } from '../../ini/tree.ts';
import type { UwsgiFile } from '../../rules/inputs.ts';
import { contains, span, textOf } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { logicBlocks } from '../../uwsgi/blocks.ts';
import { uwsgiOption } from '../../uwsgi/options.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import { sectionParts } from '../../ini/section-parts.ts';
import { growing } from '../grow-spans.ts';
import { valuePartsAt } from './value-parts.ts';

/** Word, piece of the value, value, line, lines between blank ones, block, section, file. */
export function uwsgiSelections({ tree }: UwsgiFile, offset: number): readonly Span[] {
  const index = lineIndexAt(tree.lines, offset);
  const line = tree.lines[index];
  if (line === undefined) return [];
  const around: Span[] = [];
  if (line.kind === 'entry') around.push(...entrySpans(tree, line, offset));
  if (line.kind === 'comment') around.push(...word(tree.text, offset), line.content);
  if (line.kind === 'section') around.push(line.nameSpan, line.header);
  if (line.kind !== 'blank') around.push(trimmed(tree.text, line.span));
  around.push(group(tree, index));
  for (const { from, to } of logicBlocks(tree))
    if (from <= index && index <= to) around.push(lineSpan(tree, from, to));
  for (const { header, from, to } of sectionParts(tree)) {
    const first = header === undefined ? from : from - 1;
    if (first <= index && index < to) around.push(lineSpan(tree, first, to - 1));
  }
  return growing([...around, span(0, tree.text.length)], offset);
}

function entrySpans({ text }: IniTree, line: EntryLine, offset: number): Span[] {
  const { keySpan, valueSpan, value, key } = line;
  if (!contains(valueSpan, offset)) return [...word(text, offset), keySpan];
  const places = placeholdersIn(text, valueSpan).filter((place) => contains(place.span, offset));
  const parts = valuePartsAt(uwsgiOption(key), value, offset - valueSpan.start)
    .map(({ start, end }) => span(start + valueSpan.start, end + valueSpan.start))
    // A comma or blank in parentheses divides nothing.
    .filter((part) => places.every((place) => isNested(part, place.span)));
  return [
    ...word(text, offset),
    ...places.flatMap((place) => [place.inner, place.span]),
    ...parts,
    valueSpan,
  ];
}

function isNested(one: Span, other: Span): boolean {
  const inside = one.start >= other.start && one.end <= other.end;
  return inside || (one.start <= other.start && one.end >= other.end);
}

function word(text: string, offset: number): Span[] {
  const isWord = (at: number) => /[A-Za-z0-9_-]/.test(text.charAt(at));
  let [start, end] = [offset, offset];
  while (start > 0 && isWord(start - 1)) start -= 1;
  while (isWord(end)) end += 1;
  return [span(start, end)];
}

/** The lines around this one up to the next blank lines. */
function group({ lines, text }: IniTree, index: number): Span {
  const ends = (at: number) => {
    const kind = lines[at]?.kind;
    return kind === undefined || kind === 'blank' || kind === 'section';
  };
  let [from, to] = [index, index];
  if (!ends(index)) {
    while (!ends(from - 1)) from -= 1;
    while (!ends(to + 1)) to += 1;
  }
  return lineSpan({ lines, text }, from, to);
}

function lineSpan({ lines, text }: IniTree, from: number, to: number): Span {
  return trimmed(text, span(lines[from]?.span.start ?? 0, lines[to]?.span.end ?? text.length));
}

/** Without blanks at its ends. */
function trimmed(text: string, place: Span): Span {
  const raw = textOf(text, place);
  const start = place.start + (raw.length - raw.trimStart().length);
  return raw.trim() === '' ? place : span(start, start + raw.trim().length);
}
