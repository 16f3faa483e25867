import type { EntryLine } from '../../ini/tree.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import { type Span, span } from '../../text/span.ts';
import type { UwsgiOption } from '../../uwsgi/options.ts';
import { pythonNames } from '../../python/names.ts';
import type { CompletionItem } from '../feature.ts';
import { choicesAt } from '../../uwsgi/choices.ts';
import { isPath } from './hover-value.ts';
import { keyvalMarkdown } from './keyval-markdown.ts';
import { keyvalList } from '../../uwsgi/keyval.ts';

interface ValuePlace {
  readonly line: EntryLine;
  readonly option: UwsgiOption | undefined;
  readonly start: number;
}

/** Values by what the option takes. */
export function valueCompletion(
  view: UwsgiView,
  { line, option, ...place }: ValuePlace,
  offset: number,
): readonly CompletionItem[] {
  if (option === undefined) return [];
  // An empty value begins where the cursor is, behind the blanks.
  const start = line.value === '' ? offset : place.start;
  const end = Math.max(line.valueSpan.end, offset);
  const value = view.text.slice(start, end);
  const at = offset - start;
  const whole = span(start, end);
  const inList = keyvalItems(view, option, value, at, start);
  if (inList !== undefined) return inList;
  const choice = choicesAt(option, value, at);
  if (choice !== undefined) {
    const replace = span(start + choice.span.start, start + choice.span.end);
    return choice.choices.map(({ name, text, argument }) => ({
      label: name,
      kind: 'value',
      replace,
      insert: name,
      ...(argument !== undefined && { detail: argument }),
      markdown: text,
    }));
  }
  if (option.type === 'bool' || option.type === 'bool-inverted') return words(whole, booleans);
  if (pluginOptions.has(option.canonical)) return plugins(view, itemAt(value, at, start));
  if (option.type.endsWith('socket')) return addresses(view, option, whole);
  if (option.canonical === 'chmod-socket') return words(whole, modes);
  if (moduleOptions.has(option.canonical)) return modules(view, whole, value);
  if (option.canonical === 'callable') return callables(view, whole);
  if (isPath(option)) return files(view, value.slice(0, at), offset, end);
  return [];
}

const pluginOptions: ReadonlySet<string> = new Set([
  'plugins',
  'plugin',
  'need-plugins',
  'need-plugin',
]);
const moduleOptions: ReadonlySet<string> = new Set(['module', 'wsgi']);

const booleans = [
  ['true', 'on'],
  ['false', 'off'],
] as const;
const modes = [
  ['660', 'for the owner and the group: nginx is in that group'],
  ['664', 'others may look, but not connect'],
  ['600', 'for the owner alone'],
  ['666', 'for everybody on this machine'],
] as const;

type Row = readonly [label: string, detail: string];

function words(replace: Span, rows: readonly Row[]): readonly CompletionItem[] {
  return rows.map(([label, detail], at) => ({
    label,
    kind: 'value',
    replace,
    insert: label,
    detail,
    sort: String(at).padStart(3, '0'),
  }));
}

/** The item between two commas that holds an offset. */
function itemAt(value: string, at: number, start: number): Span {
  const from = at === 0 ? 0 : value.lastIndexOf(',', at - 1) + 1;
  const comma = value.indexOf(',', at);
  return span(start + from, start + (comma === -1 ? value.length : comma));
}

/** Keys that are not there yet, or the value of the key at the cursor. */
function keyvalItems(
  view: UwsgiView,
  option: UwsgiOption,
  value: string,
  at: number,
  start: number,
): readonly CompletionItem[] | undefined {
  const list = keyvalList(option, value);
  if (list === undefined || at > list.end) return undefined;
  const item = itemAt(value.slice(0, list.end), at, start);
  const text = view.text.slice(item.start, item.end);
  const equals = text.indexOf('=');
  if (equals !== -1 && start + at > item.start + equals) {
    const replace = span(item.start + equals + 1, item.end);
    const name = text.slice(0, equals);
    if (name === 'server') return words(replace, subscriptionServers(view));
    if (name === 'key') return words(replace, serverNames(view));
    const key = list.syntax.keys.find((each) => each.name === name);
    return words(replace, key?.value.includes('|') === true ? choiceRows(key.value) : []);
  }
  const used = new Set(value.split(',').map((each) => each.split('=', 1)[0]));
  return list.syntax.keys
    .filter(
      ({ name }) => name === text.slice(0, equals === -1 ? undefined : equals) || !used.has(name),
    )
    .map((key) => ({
      label: key.name,
      kind: 'keyword',
      replace: equals === -1 ? item : span(item.start, item.start + equals + 1),
      insert: `${key.name}=`,
      detail: key.value,
      markdown: keyvalMarkdown(key),
      sort: key.required === true ? '0' : '1',
      retrigger: true,
    }));
}

function choiceRows(value: string): readonly Row[] {
  return value.split('|').map((word) => [word, ''] as const);
}

function subscriptionServers({ around: { graph } }: UwsgiView): readonly Row[] {
  return [...graph.files.values()].flatMap(({ uwsgi }) =>
    (uwsgi?.subscriptionServers ?? []).map(
      ({ text, path }) => [text, `the router in ${baseName(path)}`] as const,
    ),
  );
}

function serverNames({ around: { graph } }: UwsgiView): readonly Row[] {
  const names = [...graph.files.values()].flatMap(({ path, nginx }) =>
    (nginx?.servers ?? []).flatMap((server) =>
      server.names
        .filter(({ text }) => /^[\w.-]+$/.test(text) && text !== '_')
        .map(({ text }) => [text.toLowerCase(), `server_name in ${baseName(path)}`] as const),
    ),
  );
  return [...new Map(names)];
}

function plugins({ around: { installed } }: UwsgiView, replace: Span): readonly CompletionItem[] {
  const found = installed.uwsgi?.plugins;
  const rows = found?.map((name) => [name, 'installed'] as const) ?? usualPlugins;
  return words(replace, rows);
}

/** Where the machine may not be asked: the names of Debian's packages. */
const usualPlugins: readonly Row[] = [
  ['python3', 'Python apps; Debian: uwsgi-plugin-python3'],
  ['fastrouter', 'the FastRouter'],
  ['http', 'the HTTP router'],
  ['router_static', 'internal routing to files'],
  ['logfile', 'loggers that write to files'],
  ['gevent', 'greenlets'],
  ['php', 'PHP'],
  ['psgi', 'Perl'],
  ['rack', 'Ruby'],
  ['cgi', 'CGI programs'],
];

function addresses(view: UwsgiView, option: UwsgiOption, replace: Span): readonly CompletionItem[] {
  const shared = (view.effective.byKey.get('shared-socket') ?? []).map(
    ({ value }, at) => [`=${at}`, `the shared socket ${value}`] as const,
  );
  if (option.canonical.startsWith('fastrouter')) {
    return words(replace, [...shared, ['127.0.0.1:3030', 'a port of this machine'] as const]);
  }
  return words(replace, [
    ['127.*:0', 'a free port of this machine: each worker gets its own'],
    ...shared,
    ['127.0.0.1:3031', 'a port of this machine'],
    ['/run/uwsgi/app.sock', 'a unix socket'],
  ]);
}

/** Modules beside the file, then their callables behind the colon. */
function modules(view: UwsgiView, whole: Span, value: string): readonly CompletionItem[] {
  const folder = startOf(view);
  const colon = value.indexOf(':');
  if (colon !== -1) {
    const file = resolvePath(folder, `${value.slice(0, colon).replaceAll('.', '/')}.py`);
    return namesIn(view, file, span(whole.start + colon + 1, whole.end));
  }
  const entry = view.around.disk.look(folder);
  if (entry?.kind !== 'folder') return [];
  return entry.names
    .filter((name) => /^[A-Za-z_]\w*\.py$/.test(name))
    .map((name) => ({
      label: name.slice(0, -3),
      kind: 'module',
      replace: whole,
      insert: name.slice(0, -3),
      detail: name,
    }));
}

function callables(view: UwsgiView, replace: Span): readonly CompletionItem[] {
  const { byKey } = view.effective;
  const file = byKey.get('wsgi-file')?.at(-1)?.value ?? byKey.get('file')?.at(-1)?.value;
  const module = (byKey.get('module') ?? byKey.get('wsgi'))?.at(-1)?.value.split(':', 1)[0];
  const name = file ?? (module === undefined ? undefined : `${module.replaceAll('.', '/')}.py`);
  return name === undefined ? [] : namesIn(view, resolvePath(startOf(view), name), replace);
}

function namesIn({ around }: UwsgiView, file: string, replace: Span): readonly CompletionItem[] {
  const text = around.disk.text(file);
  if (text === undefined) return [];
  return [...pythonNames(text).names].map(([name, { kind }]) => ({
    label: name,
    kind: 'function',
    replace,
    insert: name,
    detail: kind,
    sort: /^(?:application|app)$/.test(name) ? '0' : kind === 'import' ? '2' : '1',
  }));
}

/** Names in the folder that the value leads to so far. */
function files(
  view: UwsgiView,
  typed: string,
  offset: number,
  end: number,
): readonly CompletionItem[] {
  const slash = typed.lastIndexOf('/');
  const written = typed.slice(0, slash + 1).replace(/^%d\/?/, `${dirname(view.path)}/`);
  if (/[%$@]/.test(written)) return [];
  const entry = view.around.disk.look(trimSlash(resolvePath(startOf(view), written || '.')));
  if (entry?.kind !== 'folder') return [];
  const replace = span(offset - (typed.length - slash - 1), end);
  return entry.names.map((name) => ({ label: name, kind: 'file', replace, insert: name }));
}

function startOf(view: UwsgiView): string {
  const chdir = view.effective.byKey.get('chdir')?.at(-1);
  const launch = dirname(view.path);
  return chdir?.known === true ? resolvePath(launch, chdir.value) : launch;
}

function trimSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
