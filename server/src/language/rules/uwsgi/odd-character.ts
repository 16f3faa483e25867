import type { IniLine } from '../../ini/tree.ts';
import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { UwsgiFile } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';
import { replace } from './entry-text.ts';

export const oddCharacter = defineRule({
  id: 'uwsgi/odd-character',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A character that looks like a blank, a line break or nothing at all, and is something else to uWSGI.',
    why: 'Only space, tab and carriage return are blank to uWSGI: a no-break space or a form feed becomes part of the key or the value. Only a line feed ends a line. A NUL ends the line for uWSGI, whatever follows.',
    fix: 'Remove the character, or write a plain blank or line break.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/ini.c',
  },
  check(file, report) {
    const { text, tree } = file;
    checkLineBreaks(file, report);
    for (const line of tree.lines) {
      if (line.kind === 'blank') continue;
      if (line.kind !== 'comment') checkNul(file, line, report);
      if (line.kind !== 'entry' || hasTemplateMark(line.key + line.value)) continue;
      for (const part of [line.keySpan, line.valueSpan]) {
        const odd = oddEnd(text.slice(part.start, part.end));
        if (odd === undefined) continue;
        const place = span(part.start + odd.start, part.start + odd.end);
        const name = nameOf(text.slice(place.start, place.end));
        const what = part === line.keySpan ? 'key' : 'value';
        const fixes = [replace(file, place, '', 'Remove it')];
        report({
          span: place,
          message: `${name} is no blank to uWSGI: it belongs to the ${what}`,
          fixes,
        });
      }
    }
  },
});

/** Where a text begins or ends with something that only looks like a blank. */
export function oddEnd(text: string): Span | undefined {
  let start = 0;
  while (start < text.length && looksBlank(text.charAt(start))) start += 1;
  if (start > 0) return span(0, start);
  let end = text.length;
  while (end > 0 && looksBlank(text.charAt(end - 1))) end -= 1;
  return end < text.length ? span(end, text.length) : undefined;
}

function looksBlank(char: string): boolean {
  return char === '\u200b' || char === '\ufeff' || char.trim() === '';
}

function nameOf(odd: string): string {
  for (const [char, name] of names) if (odd.includes(char)) return name;
  return 'This character';
}

const names: ReadonlyMap<string, string> = new Map([
  ['\f', 'A form feed'],
  ['\v', 'A vertical tab'],
  ['\u00a0', 'A no-break space'],
  ['\u202f', 'A narrow no-break space'],
  ['\u200b', 'A zero-width space'],
  ['\ufeff', 'A byte order mark'],
]);

/** Files of old Macs, and of programs that mix the two. */
function checkLineBreaks(file: UwsgiFile, report: Report): void {
  const breaks = loneReturns(file.text);
  const [first] = breaks;
  if (first === undefined) return;
  const edits = breaks.map((at) => ({ path: file.path, span: span(at, at + 1), newText: '\n' }));
  report({
    span: span(first, first + 1),
    level: 'error',
    message:
      'A carriage return alone ends no line for uWSGI: what follows belongs to the same line',
    fixes: [{ title: 'Write line feeds', edits, preferred: true }],
  });
}

/** Those with text on either side in the same line. */
function loneReturns(text: string): readonly number[] {
  const found: number[] = [];
  if (!text.includes('\r')) return found;
  let waiting: number[] = [];
  let begun = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') [begun, waiting] = [false, []];
    else if (char === '\r') {
      if (begun) waiting.push(at);
    } else if (char.trim() !== '') {
      for (const one of waiting) found.push(one);
      [begun, waiting] = [true, []];
    }
  }
  return found;
}

function checkNul(file: UwsgiFile, line: IniLine, report: Report): void {
  // Within the line only: to look through the rest of the file for each line would take forever.
  const offset = file.text.slice(line.span.start, line.span.end).indexOf('\0');
  if (offset === -1) return;
  const at = line.span.start + offset;
  const rest = /^[^\r\n]*/.exec(file.text.slice(at, line.span.end))?.[0] ?? '\0';
  report({
    span: span(at, at + rest.length),
    level: 'error',
    message: 'A NUL ends the line for uWSGI: what follows it is not read',
    fixes: [replace(file, span(at, at + rest.length), rest.replaceAll('\0', ''), 'Remove the NUL')],
  });
}
