import type { DiskEntry } from '../disk.ts';
import { resolvePath } from '../text/path.ts';
import { fromBytes, toBytes } from './bytes.ts';
import { hostName } from './choose-server.ts';
import type { JoinedNode } from './join-conf.ts';
import { compilePattern } from './pattern.ts';
import { type Run, settings, text, type Value } from './run.ts';

/** A value of the configuration with its variables filled in. */
export function evaluate(run: Run, written: string, depth = 0): Value {
  let result = '';
  for (const part of toBytes(written).split(/(\$\{\w+\}|\$\w+)/)) {
    const name = /^\$\{?(\w+)\}?$/.exec(part)?.[1];
    if (name === undefined) {
      result += part;
      continue;
    }
    // `$12` is the group 1 and a 2: there are nine.
    const group = /^\$[1-9]/.test(part) ? Number(part[1]) : undefined;
    const value: Value =
      group === undefined
        ? variable(run, name, depth)
        : { text: (run.groups[group] ?? '') + part.slice(2) };
    if ('unknown' in value) return value;
    result += value.text;
  }
  return { text: result };
}

/** Maps may name maps; a person could write a circle. */
const depthLimit = 20;

export function variable(run: Run, name: string, depth = 0): Value {
  const lower = name.toLowerCase();
  const unknown: Value = { unknown: `$${name}` };
  const made = run.variables.get(name);
  if (made !== undefined) return made;
  const map = run.maps.get(name);
  if (map !== undefined) return depth > depthLimit ? unknown : mapped(run, map, depth + 1);
  const known = builtIn(run, lower);
  if (known !== undefined) return known;
  if (lower.startsWith('arg_')) return { text: argument(run.args, lower.slice(4)) };
  if (lower.startsWith('http_')) {
    const value = run.request.headers?.[lower.slice(5).replaceAll('_', '-')];
    return value === undefined ? unknown : text(value);
  }
  // What only `set` makes is empty until it has.
  return run.made.has(name) ? { text: '' } : unknown;
}

function builtIn(run: Run, name: string): Value | undefined {
  const { request, chosen } = run;
  const standard = request.scheme === 'https' ? 443 : 80;
  switch (name) {
    case 'uri':
    case 'document_uri':
      return { text: run.uri };
    case 'args':
    case 'query_string':
      return { text: run.args };
    case 'is_args':
      return { text: run.args === '' ? '' : '?' };
    case 'request_uri':
      return text(request.target);
    case 'request_method':
      return text(run.method);
    case 'host':
      return { text: hostName(request) };
    case 'http_host':
      return text(
        request.port === standard ? request.host : `${request.host}:${String(request.port)}`,
      );
    case 'scheme':
      return { text: request.scheme };
    case 'https':
      return { text: request.scheme === 'https' ? 'on' : '' };
    case 'server_port':
      return { text: String(chosen.listenPort) };
    case 'server_name':
      return text(chosen.server.names[0]?.text.replace(/^\./, '') ?? '');
    case 'server_protocol':
      return { text: 'HTTP/1.1' };
    case 'document_root':
      return rootOf(run)?.path;
    case 'request_filename':
      return fileOf(run, run.uri);
    case 'fastcgi_script_name':
      return { text: run.uri };
    default:
      return undefined;
  }
}

function argument(args: string, name: string): string {
  for (const pair of args.split('&')) {
    const equals = pair.indexOf('=');
    if (equals !== -1 && pair.slice(0, equals).toLowerCase() === name)
      return pair.slice(equals + 1);
  }
  return '';
}

/** Exact first, then the longest wildcard where the map has `hostnames`, then regular expressions, then `default`. */
function mapped(run: Run, map: JoinedNode, depth: number): Value {
  const source = evaluate(run, map.args[0] ?? '', depth);
  if ('unknown' in source) return source;
  const unknown: Value = { unknown: map.args[1] ?? '' };
  const hosts = map.children.some(({ name, args }) => name === 'hostnames' && args.length === 0);
  const asked = source.text.toLowerCase().replace(hosts ? /\.$/ : /^\b$/, '');
  let fallback: string | undefined;
  let wildcard: { readonly value: string; readonly rank: number } | undefined;
  for (const { name, args } of map.children) {
    const [value] = args;
    if (value === undefined) continue;
    if (name === 'default') fallback = value;
    const key = toBytes(name.replace(/^\\/, '')).toLowerCase();
    if (!name.startsWith('~') && key === asked) return evaluate(run, value, depth);
    const rank = hosts ? wildcardRank(key, asked) : 0;
    if (rank > (wildcard?.rank ?? 0)) wildcard = { value, rank };
  }
  if (wildcard !== undefined) return evaluate(run, wildcard.value, depth);
  for (const { name, args } of map.children) {
    const [value] = args;
    if (value === undefined || !name.startsWith('~')) continue;
    const ignoreCase = name.startsWith('~*');
    const pattern = compilePattern(toBytes(name.slice(ignoreCase ? 2 : 1)), ignoreCase);
    const match = pattern === undefined ? 'unknown' : pattern.match(source.text);
    if (match === 'unknown') return unknown;
    if (match === undefined) continue;
    // Groups of a map's regular expression count for its own value.
    const variables = new Map(run.variables);
    for (const [group, matched] of match.named) variables.set(group, { text: matched });
    return evaluate({ ...run, groups: match.groups, variables }, value, depth);
  }
  return fallback === undefined ? { text: '' } : evaluate(run, fallback, depth);
}

function wildcardRank(key: string, host: string): number {
  const tail = key.startsWith('*.') ? key.slice(1) : key.startsWith('.') ? key : undefined;
  if (tail !== undefined && (host.endsWith(tail) || `.${host}` === tail)) return 1000 + tail.length;
  return key.endsWith('.*') && host.startsWith(key.slice(0, -1)) ? key.length : 0;
}

export interface Root {
  readonly node: JoinedNode | undefined;
  readonly path: Value;
  /** How much of the path is replaced: 0 of `root`; undefined for an `alias` that is the whole name of the file. */
  readonly replaces: number | undefined;
}

/** What `root` or `alias` say here; undefined when nginx could not make a file name of it. */
export function rootOf(run: Run): Root | undefined {
  const node = innermostRoot(run);
  if (node === undefined) return { node, path: absolute(run, text('html')), replaces: 0 };
  const path = absolute(run, evaluate(run, node.args[0] ?? ''));
  if (node.name === 'root') return { node, path: withoutSlash(path), replaces: 0 };
  let location = run.location;
  while (location !== undefined && location.node !== locationOf(node)) location = location.parent;
  if (location?.modifier.startsWith('~') === true) return { node, path, replaces: undefined };
  if (!run.fitsLocation) return undefined;
  return { node, path, replaces: location?.prefix.length ?? 0 };
}

function innermostRoot(run: Run): JoinedNode | undefined {
  const [root] = settings(run, 'root');
  const [alias] = settings(run, 'alias');
  if (root === undefined || alias === undefined) return root ?? alias;
  return depthOf(root) > depthOf(alias) ? root : alias;
}

function locationOf(node: JoinedNode): JoinedNode | undefined {
  let block = node.parent;
  while (block !== undefined && block.name !== 'location') block = block.parent;
  return block;
}

function depthOf(node: JoinedNode): number {
  let depth = 0;
  for (let block = node.parent; block !== undefined; block = block.parent) depth++;
  return depth;
}

function absolute({ prefix }: Run, value: Value): Value {
  if ('unknown' in value) return value;
  return value.text.startsWith('/') ? value : { text: `${toBytes(prefix)}/${value.text}` };
}

function withoutSlash(value: Value): Value {
  return 'unknown' in value ? value : { text: value.text.replace(/\/$/, '') };
}

/** The file that a path stands for. */
export function fileOf(run: Run, uri: string): Value | undefined {
  const root = rootOf(run);
  if (root === undefined) return undefined;
  const { path, replaces } = root;
  if ('unknown' in path || replaces === undefined) return path;
  return { text: path.text + uri.slice(replaces) };
}

/** What lies at a path; with a slash at its end only a folder can. */
export function look({ disk }: Run, bytes: string): DiskEntry | undefined {
  const entry = disk.look(diskPath(bytes));
  return entry?.kind === 'file' && bytes.endsWith('/') ? { kind: 'absent' } : entry;
}

/** As the disk is asked for it. */
export function diskPath(bytes: string): string {
  return resolvePath('/', fromBytes(bytes));
}
