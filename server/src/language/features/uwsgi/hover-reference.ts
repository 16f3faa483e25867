import { uwsgiLogVariables } from '../../data/uwsgi-log-variables.extra.ts';
import { uwsgiMagic } from '../../data/uwsgi-magic.extra.ts';
import { percentPair } from '../../ini/percent.ts';
import type { IniLine, SectionLine } from '../../ini/tree.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import { type Span, contains } from '../../text/span.ts';
import { placeholderDefinition } from '../../uwsgi/lookup.ts';
import { magicTable } from '../../uwsgi/magic.ts';
import { uwsgiOption } from '../../uwsgi/options.ts';
import type { PlaceholderPlace, PlaceholderToken } from '../../uwsgi/placeholder-places.ts';
import type { Hover } from '../feature.ts';
import { codeSpan, escapeMarkdown, paragraphs } from '../markdown.ts';
import { manualPage } from './manual.ts';
import { where } from './where.ts';

/** `%(name)`, `$(NAME)` or `@(file)`. */
export function placeholderHover(
  view: UwsgiView,
  line: IniLine,
  place: PlaceholderPlace,
  offset: number,
): Hover {
  const written = view.text.slice(place.span.start, place.span.end);
  const note = immediateNote(line);
  if (place.sign === '$' || place.sign === '@') {
    const inner = view.text.slice(place.inner.start, place.inner.end);
    const words = place.sign === '$' ? environmentWords(inner) : fileWords(view, inner);
    return { span: place.span, markdown: paragraphs(`**${codeSpan(written)}**`, words, note) };
  }
  const names = place.tokens.filter(({ kind }) => kind === 'name');
  const token = names.find((name) => contains(name.span, offset)) ?? names[0];
  const arithmetic = place.tokens.length > 1;
  if (token === undefined || (arithmetic && !contains(token.span, offset))) {
    return { span: place.span, markdown: paragraphs(`**${codeSpan(written)}**`, sums, note) };
  }
  const markdown = paragraphs(
    `**${codeSpan(token.text)}**`,
    nameWords(view, line, token),
    arithmetic ? sums : undefined,
    note,
  );
  return { span: arithmetic ? token.span : place.span, markdown };
}

const sums =
  'Blanks inside make a sum of it: strictly from left to right, whole numbers only, a name without a value counts as 0.';

function nameWords(view: UwsgiView, line: IniLine, { text }: PlaceholderToken): string {
  const found = placeholderDefinition(view.effective, text);
  const logged = isLogFormat(line) ? logWords(text) : undefined;
  if (found === undefined) {
    if (text === '_')
      return 'The word that the loop is at, or the value that the condition looked at.';
    return logged ?? 'Not set in this file or in what it reads: uWSGI leaves it as it is written.';
  }
  const set = found.option === undefined ? 'A variable' : 'The value of an option';
  const value = found.known
    ? codeSpan(found.value)
    : `${codeSpan(found.value)}, as far as the files decide it`;
  const all = view.effective.byKey.get(text)?.length ?? 1;
  return paragraphs(
    `${set}, set in ${where(view, found.path, found.line.keySpan.start)}: ${value}.`,
    all > 1 ? `It is set ${all} times; as a placeholder the first one counts.` : undefined,
    logged && `It takes the place of the log variable: ${logged}`,
  );
}

export function isLogFormat(line: IniLine): boolean {
  return line.kind === 'entry' && uwsgiOption(line.key)?.canonical === 'log-format';
}

export function logWords(name: string): string {
  const [, family, rest = ''] = /^(var|metric)\.(.+)$/.exec(name) ?? [];
  if (family === 'var') return `The request variable ${codeSpan(rest)}.`;
  if (family === 'metric') return `The metric ${codeSpan(rest)}.`;
  const known = Object.hasOwn(uwsgiLogVariables, name) ? uwsgiLogVariables[name] : undefined;
  return known === undefined
    ? 'No log variable of uWSGI: what the app sets with `uwsgi.set_logvar()`, else `-`.'
    : `In the log: ${known}. ${manualPage('Manual', 'LogFormat')}`;
}

function environmentWords(name: string): string {
  return `The environment variable ${codeSpan(name)} at the start of uWSGI. It stays as it is written when there is none; \`env\` lines come too late for it.`;
}

function fileWords(view: UwsgiView, name: string): string {
  const known = name !== '' && !/[%$@:]/.test(name);
  const path = known ? resolvePath(dirname(view.path), name) : undefined;
  const there = path === undefined ? undefined : view.around.disk.look(path);
  const missing = there?.kind === 'absent' ? ' It is not there.' : '';
  return `The text of the file ${codeSpan(name)}, less one line break at its end; uWSGI does not start without the file.${missing}`;
}

function immediateNote(line: IniLine): string | undefined {
  const option = line.kind === 'entry' ? uwsgiOption(line.key) : undefined;
  if (option?.immediate !== true || option.handler === 'set_placeholder') return undefined;
  return `**Not replaced here:** ${codeSpan(option.name)} takes effect while the file is read.`;
}

/** `%d`, `%%`, or a pair that vanishes. */
export function percentHover(view: UwsgiView, pair: Span): Hover {
  const letter = view.text.charAt(pair.start + 1);
  const title = `**${codeSpan(view.text.slice(pair.start, pair.end))}**`;
  const words = percentWords(view, pair, letter);
  const markdown = paragraphs(title, words, manualPage('Manual', 'Configuration'));
  return { span: pair, markdown };
}

function percentWords(view: UwsgiView, pair: Span, letter: string): string {
  switch (percentPair(view.text, pair.start)) {
    case 'percent':
      return 'One percent sign. A single one would take the next character with it.';
    case 'magic': {
      const value = magicTable({ path: view.path }).get(letter);
      const meaning = uwsgiMagic[letter] ?? 'a folder of the path of this file';
      const shown = value === undefined || letter === '[' ? '' : `: ${codeSpan(value)}`;
      return `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}${shown}.`;
    }
    case 'placeholder':
    case 'vanishes':
      return letter === '\n' || letter === ''
        ? '**Takes the line break with it**, so that the next line is joined to this one. Write `%%` for a percent sign.'
        : `**Vanishes**: ${escapeMarkdown(letter)} is no magic variable, and uWSGI drops both characters. Write \`%%\` for a percent sign.`;
  }
}

export function sectionHover(view: UwsgiView, line: SectionLine): Hover {
  const { name } = line;
  const same = view.tree.lines.filter((other) => other.kind === 'section' && other.name === name);
  const words =
    name === 'uwsgi'
      ? 'The section that uWSGI reads unless another one is asked for.'
      : `uWSGI reads it only when it is asked for: ${codeSpan(`${view.path}:${name}`)} at the start, or ${codeSpan(`ini = :${name}`)} in a section that is read.`;
  const parts =
    same.length > 1 ? `It has ${same.length} parts; all are read, in order.` : undefined;
  const markdown = paragraphs(`**Section ${codeSpan(name)}**`, words, parts);
  return { span: line.header, markdown };
}
