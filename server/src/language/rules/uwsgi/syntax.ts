import type { EntryLine, SectionLine } from '../../ini/tree.ts';
import { span } from '../../text/span.ts';
import { uwsgiOption } from '../../uwsgi/options.ts';
import { hasTemplateMark, isTemplateLine } from '../../uwsgi/template.ts';
import type { UwsgiFile, UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';
import { replace } from './entry-text.ts';

export const syntax = defineRule({
  id: 'uwsgi/syntax',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A line that uWSGI reads in another way than it looks.',
    why: 'The reader has no error messages: a section header with something behind it names another section, keys above the first section are ignored, a % at the end of a line joins the next line.',
    fix: 'Write `[uwsgi]` alone on its line, `key = value` below it, and %% for a percent sign.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/ini.c',
  },
  check(file, report) {
    checkByteOrderMark(file, report);
    checkSections(file, report);
    for (const line of file.tree.lines) {
      for (const at of line.joined) checkJoinedLine(file, at, report);
      if (line.kind === 'section') checkHeader(file, line, report);
      else if (line.kind === 'entry') checkEquals(file, line, report);
    }
  },
});

/** `name: value` and `name value`: an option without its equals sign. */
export function missingEquals(line: EntryLine): { name: string; value: string } | undefined {
  if (line.equals !== undefined) return undefined;
  const [, name, value] = /^([A-Za-z0-9-]+)(?:[ \t]*:[ \t]*|[ \t]+)(\S.*)$/.exec(line.key) ?? [];
  if (name === undefined || value === undefined || uwsgiOption(name) === undefined)
    return undefined;
  return { name, value };
}

function checkByteOrderMark(file: UwsgiFile, report: Report): void {
  if (!file.text.startsWith('\ufeff')) return;
  const place = span(0, 1);
  const message =
    'The byte order mark belongs to the first line for uWSGI, which then is no section';
  const fixes = [replace(file, place, '', 'Remove the byte order mark')];
  report({ span: place, message, fixes });
}

function checkSections(file: UwsgiView, report: Report): void {
  const { lines } = file.tree;
  const first = lines.find((line) => line.kind === 'section');
  const read = (line: EntryLine) => !hasTemplateMark(line.key) && line.key !== '';
  const stray = lines.find((line) => line.kind === 'entry' && read(line));
  if (first === undefined) {
    if (stray?.kind !== 'entry' || file.text.startsWith('\ufeff[')) return;
    const message = 'No [uwsgi] section: uWSGI reads nothing of this file';
    const fixes = [replace(file, span(0, 0), '[uwsgi]\n', 'Insert [uwsgi]')];
    report({ span: stray.keySpan, message, fixes });
    return;
  }
  const marked = file.text.startsWith('\ufeff') && first.span.start > 0;
  if (stray?.kind === 'entry' && stray.span.start < first.span.start && !marked) {
    const message = 'A key above the first section: uWSGI ignores it';
    report({ span: stray.keySpan, level: 'warning', message });
  }
  const sections = lines.filter((line) => line.kind === 'section');
  checkEmpty(file, report);
  if (marked || sections.some((line) => looksLikeUwsgi(line) || hasTemplateMark(line.name))) return;
  const { graph } = file.around;
  // It is asked for by the name of a section.
  if (graph.asked.has(file.path)) return;
  if (graph.vassals.has(file.path)) {
    const message = 'No [uwsgi] section: the emperor that starts this file finds nothing in it';
    report({ span: first.header, message });
    return;
  }
  const message = `No [uwsgi] section: uWSGI reads this file only when it is asked for a section, as in file.ini:${first.name}`;
  report({ span: first.header, level: 'information', message });
}

/** A `[uwsgi]` without a line is as good as none. */
function checkEmpty({ tree, text }: UwsgiFile, report: Report): void {
  let header: SectionLine | undefined;
  let name: string | undefined;
  let elsewhere = false;
  for (const line of tree.lines) {
    if (line.kind === 'section') name = line.name;
    if (line.kind === 'section' && name === 'uwsgi') header ??= line;
    // A line that a % has swallowed is missed already.
    if (line.joined.length > 0 || (line.kind === 'entry' && name === 'uwsgi')) return;
    elsewhere ||= line.kind === 'entry';
  }
  if (header === undefined || hasTemplateMark(text)) return;
  const message =
    'An empty section: uWSGI warns that it cannot find it, and goes on without any option';
  report({ span: header.header, level: elsewhere ? 'warning' : 'information', message });
}

function looksLikeUwsgi({ name }: SectionLine): boolean {
  return /^\s*uwsg(?:i|$)/i.test(name);
}

function checkHeader(file: UwsgiFile, line: SectionLine, report: Report): void {
  const place = line.header;
  const written = file.text.slice(place.start, place.end);
  if (written.includes('%') || hasTemplateMark(written)) return;
  const bracket = written.indexOf(']');
  const named = `uWSGI reads the section name "${line.name}"`;
  if (bracket === -1) {
    const fixes = [replace(file, place, `${written}]`, 'Add the closing bracket')];
    if (line.name === 'uwsgi') fixes[0] = replace(file, place, '[uwsgi]', 'Change to [uwsgi]');
    report({ span: place, message: `No closing bracket: ${named}`, fixes });
  } else if (bracket < written.length - 1) {
    const rest = written.slice(bracket + 1).trim();
    const comment = /^[;#]/.test(rest) ? `${rest}\n` : `; ${rest}\n`;
    const newText = `${comment}${written.slice(0, bracket + 1)}`;
    const fixes = [replace(file, place, newText, 'Move the text to a line of its own')];
    report({ span: place, message: `Text behind the closing bracket: ${named}`, fixes });
  } else if (line.name !== 'uwsgi' && line.name.trim().toLowerCase() === 'uwsgi') {
    const fixes = [replace(file, place, '[uwsgi]', 'Change to [uwsgi]')];
    report({ span: place, message: `${named}, which is not "uwsgi"`, fixes });
  }
}

function checkJoinedLine(file: UwsgiFile, at: number, report: Report): void {
  const end = file.text.indexOf('\n', at + 2);
  const next = file.text.slice(at + 2, end === -1 ? undefined : end).trim();
  // The end of a template's {% … %} goes away with the template.
  if (file.text[at + 2] === undefined || isTemplateLine(lineBefore(file.text, at + 1))) return;
  const harmless = next === '' || /^[;#]/.test(next);
  report({
    span: span(at, at + 1),
    level: harmless ? 'warning' : 'error',
    message:
      'A % at the end of a line takes the line break with it: uWSGI joins the next line to this one',
    fixes: [replace(file, span(at, at + 1), '%%', 'Write %%')],
  });
}

function lineBefore(text: string, end: number): string {
  return text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

function checkEquals(file: UwsgiFile, line: EntryLine, report: Report): void {
  if (line.key === '' && line.equals !== undefined && !hasTemplateMark(line.value)) {
    const place = span(line.equals, line.equals + 1);
    const message = 'No key in front of the equals sign: uWSGI keeps the value under an empty name';
    report({ span: place, level: 'warning', message });
    return;
  }
  if (line.equals !== undefined || isTemplateLine(line.key)) return;
  const found = missingEquals(line);
  if (found !== undefined) {
    const newText = `${found.name} = ${found.value}`;
    const fixes = [replace(file, line.keySpan, newText, 'Put an equals sign in')];
    report({
      span: line.keySpan,
      message: 'No equals sign: uWSGI takes the whole line for a key',
      fixes,
    });
    return;
  }
  const option = uwsgiOption(line.key);
  if (option?.argument !== 'required' || option.type === 'flag') return;
  const fatal = option.type === 'socket' || option.type === 'chmod';
  const message = `"${line.key}" needs a value: uWSGI reads an empty one`;
  report({ span: line.keySpan, level: fatal ? 'error' : 'warning', message });
}
