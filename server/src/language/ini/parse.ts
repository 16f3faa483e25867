import { span } from '../text/span.ts';
import { pairLength, percentPair } from './percent.ts';
import type { IniLine, IniTree } from './tree.ts';

/**
 * Splits a file as uWSGI does (core/ini.c, uwsgi_ini_config): only LF ends a line, blanks are space, tab and CR, a
 * comment begins with the first character of a line, there is no quoting and no continuation but the one by accident,
 * a `%` that eats the line break. Never throws, one walk over the text.
 */
export function parseIni(text: string): IniTree {
  const lines: IniLine[] = [];
  for (let at = 0; at < text.length;) {
    const line = classify(text, scanLine(text, at));
    lines.push(line);
    at = line.span.end;
  }
  return { text, lines };
}

/** Offsets of one logical line, before it is known what the line is. */
interface ScannedLine {
  readonly start: number;
  readonly end: number;
  readonly joined: readonly number[];
  /** Start of the first character that is no blank, and end of the last one: a pair that vanishes is no blank. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** The first character that uWSGI sees after the pairs are gone; -1 in a line that is blank to it. */
  readonly firstSeen: number;
  /** Start of the last one. */
  readonly lastSeen: number;
  readonly equals: number;
  /** End of the last character before `equals` that is no blank. */
  readonly keyEnd: number;
}

function scanLine(text: string, start: number): ScannedLine {
  const joined: number[] = [];
  let [contentStart, contentEnd, firstSeen, lastSeen, equals, keyEnd] = [-1, -1, -1, -1, -1, -1];
  // A NUL ends the string for C; what follows up to the line break is never looked at.
  let cut = false;
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\n') {
      at += 1;
      break;
    }
    const length = char === '%' ? pairLength(text, at) : 1;
    if (char === '%' && text.charAt(at + 1) === '\n') joined.push(at);
    if (char === '\0') cut = true;
    if (!cut && !isBlank(char)) {
      if (contentStart === -1) contentStart = at;
      if (char === '=' && equals === -1) {
        equals = at;
        keyEnd = contentEnd;
      }
      contentEnd = at + length;
      if (char !== '%' || percentPair(text, at) !== 'vanishes') {
        if (firstSeen === -1) firstSeen = at;
        lastSeen = at;
      }
    }
    at += length;
  }
  return { start, end: at, joined, contentStart, contentEnd, firstSeen, lastSeen, equals, keyEnd };
}

function classify(text: string, scanned: ScannedLine): IniLine {
  const { start, end, joined, contentStart, contentEnd, firstSeen, equals } = scanned;
  const base = { span: span(start, end), joined };
  if (firstSeen === -1) return { ...base, kind: 'blank' };
  const first = text.charAt(firstSeen);
  if (first === ';' || first === '#') {
    const lineEnd = text.charAt(end - 1) === '\n' && !joined.includes(end - 2) ? end - 1 : end;
    return { ...base, kind: 'comment', content: span(firstSeen, lineEnd) };
  }
  if (first === '[') {
    const nameSpan = span(firstSeen + 1, Math.max(firstSeen + 1, scanned.lastSeen));
    const name = sectionName(text.slice(firstSeen, contentEnd));
    return { ...base, kind: 'section', header: span(firstSeen, contentEnd), name, nameSpan };
  }
  if (equals === -1) {
    const keySpan = span(contentStart, contentEnd);
    const valueSpan = span(contentEnd, contentEnd);
    return entry(text, base, keySpan, undefined, valueSpan);
  }
  const keySpan = span(contentStart, Math.max(contentStart, scanned.keyEnd));
  const valueStart = skipBlanks(text, equals + 1, contentEnd);
  return entry(text, base, keySpan, equals, span(valueStart, contentEnd));
}

function entry(
  text: string,
  base: Pick<IniLine, 'span' | 'joined'>,
  keySpan: { readonly start: number; readonly end: number },
  equals: number | undefined,
  valueSpan: { readonly start: number; readonly end: number },
): IniLine {
  const key = text.slice(keySpan.start, keySpan.end);
  const value = text.slice(valueSpan.start, valueSpan.end);
  return { ...base, kind: 'entry', key, keySpan, equals, value, valueSpan };
}

/**
 * Everything after `[` less the last character, whatever that is, so that `[uwsgix` opens the section `uwsgi`. Takes
 * the header as written or with its magic variables already replaced. The last character goes by one byte: half of a
 * longer one stays behind.
 */
export function sectionName(header: string): string {
  let name = '';
  let previous = '';
  for (let at = 1; at < header.length;) {
    const pair = header.charAt(at) === '%';
    const length = pair ? pairLength(header, at) : 1;
    if (!pair || percentPair(header, at) !== 'vanishes') {
      name += previous;
      previous = header.slice(at, at + length);
    }
    at += length;
  }
  return previous.charCodeAt(0) > 0x7f ? `${name}\ufffd` : name;
}

/** Form feed, vertical tab and no-break space are not blank to uWSGI. */
function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\r';
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charAt(at))) at += 1;
  return at;
}
