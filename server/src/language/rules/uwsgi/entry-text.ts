import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigEntry, UwsgiConfig } from '../../uwsgi/config.ts';
import type { UwsgiFile } from '../inputs.ts';
import type { Fix } from '../rule.ts';

/** The place of a piece of an entry's value; the whole value where the text differs from what uWSGI makes of it. */
export function placeInValue(file: UwsgiFile, entry: ConfigEntry, part: Span): Span {
  if (rawValue(file, entry) !== entry.value) return entry.valueSpan;
  return span(entry.valueSpan.start + part.start, entry.valueSpan.start + part.end);
}

export function rawValue(file: UwsgiFile, entry: ConfigEntry): string {
  return file.text.slice(entry.valueSpan.start, entry.valueSpan.end);
}

/** The value, or the key where there is none: a finding needs something to underline. */
export function valueOrKey(entry: ConfigEntry): Span {
  return entry.valueSpan.end > entry.valueSpan.start ? entry.valueSpan : entry.keySpan;
}

export function replace(file: UwsgiFile, place: Span, newText: string, title: string): Fix {
  return { title, edits: [{ path: file.path, span: place, newText }], preferred: true };
}

/** A new line below the entry, with the line break that the file has. */
export function insertLineAfter(
  file: UwsgiFile,
  entry: ConfigEntry,
  line: string,
  title: string,
): Fix {
  const { end } = entry.line.span;
  const [, lineBreak] = /(\r?\n)$/.exec(file.text.slice(Math.max(0, end - 2), end)) ?? [];
  const newText = lineBreak === undefined ? `\n${line}` : `${line}${lineBreak}`;
  return replace(file, span(end, end), newText, title);
}

export function insertLineBefore(
  file: UwsgiFile,
  entry: ConfigEntry,
  line: string,
  title: string,
): Fix {
  const { start } = entry.line.span;
  return replace(file, span(start, start), `${line}\n`, title);
}

/** Whether options may come from a file that is not seen here. */
export function includesOtherFiles({ entries }: UwsgiConfig): boolean {
  return entries.some(
    ({ option, value }) =>
      option !== undefined &&
      (option.type === 'config-file' || includeOptions.has(option.name)) &&
      !value.startsWith(':'),
  );
}

const includeOptions: ReadonlySet<string> = new Set(['inherit', 'inject-before', 'inject-after']);

/** Where something looks like a comment behind the value; uWSGI has none there. */
export function inlineCommentAt(entry: ConfigEntry): number {
  const strict = entry.option !== undefined && scalarTypes.has(entry.option.type);
  return entry.value.search(strict ? /[ \t][;#]/ : /[ \t][;#](?:[ \t]|$)/);
}

/** Types whose values never hold a `;` or `#` behind a blank. */
export const scalarTypes: ReadonlySet<string> = new Set([
  ...[
    'bool',
    'bool-inverted',
    'int',
    'int-signed',
    'uint64',
    'uint16',
    'megabytes',
    'octal',
    'chmod',
  ],
  ...[
    'socket',
    'ssl-socket',
    'router-socket',
    'subscription-socket',
    'uid',
    'gid',
    'path',
    'list-ip',
  ],
  ...['plugin-list', 'config-file', 'enum'],
]);

/** Commands, routes, formats and code: quotes, `;`, `#` and `%` may well be meant there. */
export function commandLike({ key, option }: Pick<ConfigEntry, 'key' | 'option'>): boolean {
  const type = option?.type;
  if (type === 'command' || type === 'route' || type === 'cron' || type === 'cron-kv') return true;
  return /exec|hook|cron|daemon|print|alarm|route|format|encoder|eval|cmd|command|mule|(?<![a-z])(?:un)?env(?![a-z])|message|title/.test(
    key,
  );
}

/** What uwsgi_opt_true takes for off. */
export function meansOff(value: string): boolean {
  return /^(?:false|off|no)$/i.test(value) || value === '0';
}

/** Takes the whole line away. */
export function removeLine(file: UwsgiFile, entry: ConfigEntry, title: string): Fix {
  return replace(file, entry.line.span, '', title);
}
