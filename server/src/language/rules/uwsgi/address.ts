import { isAnyHost, parseAddress } from '../../uwsgi/address.ts';
import type { Address, AddressProblem, AddressUse } from '../../uwsgi/address.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import { span } from '../../text/span.ts';
import type { UwsgiFile } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix, Report } from '../rule.ts';
import { addressesOf } from './addresses-of.ts';
import type { AddressPlace } from './addresses-of.ts';
import {
  includesOtherFiles,
  inlineCommentAt,
  placeInValue,
  rawValue,
  replace,
} from './entry-text.ts';

export const address = defineRule({
  id: 'uwsgi/address',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'An address that uWSGI binds or sends to elsewhere than it says.',
    why: 'A host name, scheme or quote that uWSGI cannot read becomes 255.255.255.255, and the log still says "bound". Subscriptions never resolve names.',
    fix: 'Write IP:PORT, :PORT or the path of a unix socket. `resolve = name=host` turns a host name into a placeholder.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/socket.c',
  },
  check(file, report) {
    let shared = 0;
    const sharedSockets = file.config.entries.filter(isShared);
    const names = namesIn(file);
    // Shared sockets may stand in a file that this one brings in, or that brings in this one.
    const open = includesOtherFiles(file.config) || file.around.graph.parts.has(file.path);
    for (const read of file.config.entries) {
      // As written where it isn't known: a part without placeholders can be decided all the same.
      const entry = read.known ? read : { ...read, value: rawValue(file, read) };
      if (isShared(entry)) shared += 1;
      for (const place of addressesOf(entry)) {
        if (names.resolved.has(place.text)) {
          const message =
            '`resolve` gives an address without a port, which is a unix socket of that name: write the port behind it';
          report({ span: placeInValue(file, entry, place.span), message });
          continue;
        }
        if (!decidable(entry, place.text)) continue;
        const parsed = parseAddress(place.text, place.use);
        const found = problemOf(file, entry, place, parsed, names);
        if (found !== undefined) {
          report({ span: placeInValue(file, entry, place.span), ...found });
        } else if (
          parsed.kind === 'shared' &&
          place.use === 'socket' &&
          !open &&
          !entry.conditional
        ) {
          if (parsed.index >= shared)
            reportShared(file, entry, place, parsed.index, sharedSockets[parsed.index], report);
        }
      }
    }
  },
});

/** A part of a value can be decided while another one is known only when uWSGI runs. */
function decidable(entry: ConfigEntry, text: string): boolean {
  if (inlineCommentAt(entry) !== -1) return false;
  return entry.known || !(/[%$@]\(|%[A-Za-z0-9]/.test(text) || hasTemplateMark(text));
}

type Problem = { readonly message: string; readonly level?: 'warning'; readonly fixes?: Fix[] };

function problemOf(
  file: UwsgiFile,
  entry: ConfigEntry,
  place: AddressPlace,
  parsed: Address,
  names: Names,
): Problem | undefined {
  const where = placeInValue(file, entry, place.span);
  const fix = (text: string) => [replace(file, where, text, `Change to "${text}"`)];
  if (parsed.kind === 'invalid') {
    const port = /^\*:(\d+)$/.exec(place.text)?.[1];
    const bare = place.text.replace(/^["']|["']$/g, '').replace(/^[a-z]+:\/\//i, '');
    const mendable = parsed.reason === 'scheme' || parsed.reason === 'quotes';
    const text = port === undefined ? (mendable ? bare : undefined) : `:${port}`;
    const level = parsed.reason === 'blank' ? 'warning' : undefined;
    const message = problems[parsed.reason];
    if (parsed.reason === 'list') return { message, fixes: splitFix(file, entry, place) };
    return { message, ...(level && { level }), ...(text !== undefined && { fixes: fix(text) }) };
  }
  if (parsed.kind === 'unix' && /^(?:@|\\0)/.test(place.text)) {
    const message = `Subscriptions know no abstract sockets: this is a file that is called "${place.text}"`;
    return { level: 'warning', message };
  }
  if (parsed.kind === 'unix' && /^\d+$/.test(place.text)) {
    const message = 'Without a colon this is a unix socket of that name, not a port';
    return { message, fixes: fix(`:${place.text}`) };
  }
  if (parsed.kind === 'unix' && /^\d+(?:\.\d+){3}$/.test(place.text)) {
    return { message: 'Without a port this is a unix socket of that name' };
  }
  if (parsed.kind === 'hostname' && !place.resolved) {
    const message = `uWSGI does not resolve "${parsed.host}" here: ${consequences[place.use]}`;
    return { message, fixes: resolveFix(file, entry, place, parsed.host, names) };
  }
  if (parsed.kind !== 'tcp') return undefined;
  if (place.use === 'subscribe-target' && isAnyHost(parsed.host)) {
    const message = 'A worker cannot send to all interfaces: name the address of the router';
    return { message, fixes: fix(`127.0.0.1:${parsed.port}`) };
  }
  if (place.use === 'router' && parsed.auto) {
    return {
      level: 'warning',
      message: 'A router on a port that the kernel chooses: nginx cannot know it',
    };
  }
  return undefined;
}

interface Names {
  readonly keys: ReadonlySet<string>;
  /** Placeholders that `resolve` makes an address of, which is a number without a port. */
  readonly resolved: ReadonlySet<string>;
  /** Placeholder by host. */
  readonly byHost: ReadonlyMap<string, string>;
}

/** Made once: to look through all lines for each address would take minutes in a very long file. */
function namesIn({ config }: UwsgiFile): Names {
  const byHost = new Map<string, string>();
  const resolved = new Set<string>();
  for (const { line } of config.entries) {
    if (line.key !== 'resolve') continue;
    const equals = line.value.indexOf('=');
    const placeholder = `%(${line.value.slice(0, equals)})`;
    resolved.add(placeholder);
    const host = line.value.slice(equals + 1);
    if (!byHost.has(host)) byHost.set(host, placeholder);
  }
  return { keys: new Set(config.entries.map(({ key }) => key)), resolved, byHost };
}

const consequences: Readonly<Record<AddressUse, string>> = {
  socket: 'the router gets the name as it is and cannot connect',
  'shared-socket': 'the socket is bound to 255.255.255.255',
  router: 'the router cannot connect',
  'subscription-server': 'the server is bound to 255.255.255.255 and hears nobody',
  'subscribe-target': 'every announcement fails with "Permission denied"',
  stats: 'the socket is bound to 255.255.255.255',
};

const elsewhere = 'uWSGI binds 255.255.255.255 without an error';

const problems: Readonly<Record<AddressProblem, string>> = {
  empty: 'An empty address: uWSGI does not start',
  scheme: `uWSGI knows no scheme here: ${elsewhere}`,
  quotes: `Quotes belong to the address: ${elsewhere}`,
  list: `One address per line: ${elsewhere}`,
  octets: `This is no IPv4 address: ${elsewhere}`,
  host: `This is no host: ${elsewhere}`,
  'port-text': 'The port is no number: uWSGI takes the leading digits, or any free port',
  'port-range': 'The port is beyond 65535: uWSGI takes it modulo 65536',
  blank: 'A blank in the address: it works by luck, and is announced with the blank',
  asterisk: 'uWSGI knows no * alone: write :PORT for all interfaces, or 127.* for a prefix',
  pattern: `Only worker sockets know 127.*: ${elsewhere}`,
  ipv6: 'Subscriptions know no IPv6',
  shared: 'No shared socket can be named here',
  'path-colon': `A colon makes it a TCP address, not the path of a socket: ${elsewhere}`,
  'path-length': 'The path is longer than 102 bytes: uWSGI does not start',
};

/** `resolve` looks the name up once, when uWSGI starts or reloads, and makes a placeholder of it. */
function resolveFix(
  file: UwsgiFile,
  entry: ConfigEntry,
  place: AddressPlace,
  host: string,
  { keys, byHost }: Names,
): Fix[] {
  const where = placeInValue(file, entry, place.span);
  if (!file.text.startsWith(host, where.start) || entry.origin !== 'line') return [];
  const before = byHost.get(host);
  const base = place.use === 'subscribe-target' ? 'router' : 'address';
  let name = base;
  for (let count = 2; keys.has(name); count += 1) name = `${base}${count}`;
  const use = {
    path: file.path,
    span: span(where.start, where.start + host.length),
    newText: before ?? `%(${name})`,
  };
  const at = entry.line.span.start;
  const declare = { path: file.path, span: span(at, at), newText: `resolve = ${name}=${host}\n` };
  const edits = before === undefined ? [declare, use] : [use];
  return [{ title: `Resolve "${host}" when uWSGI starts`, edits, preferred: true }];
}

function isShared({ option }: Pick<ConfigEntry, 'option'>): boolean {
  return option?.handler === 'add_shared_socket';
}

function reportShared(
  file: UwsgiFile,
  entry: ConfigEntry,
  place: AddressPlace,
  index: number,
  late: ConfigEntry | undefined,
  report: Report,
): void {
  const movable = late?.line.joined.length === 0;
  report({
    span: placeInValue(file, entry, place.span),
    message: `No shared-socket number ${index} above this line: uWSGI does not start. They count from 0`,
    ...(late && {
      related: [{ path: file.path, span: late.keySpan, message: 'It stands too far below' }],
    }),
    fixes: movable ? [moveAbove(file, late, entry)] : [],
  });
}

function moveAbove(file: UwsgiFile, { line }: ConfigEntry, other: ConfigEntry): Fix {
  const { path, text } = file;
  const moved = text.slice(line.span.start, line.span.end);
  const at = other.line.span.start;
  const edits = [
    { path, span: span(at, at), newText: moved.endsWith('\n') ? moved : `${moved}\n` },
    { path, span: line.span, newText: '' },
  ];
  return { title: 'Move the shared-socket above', edits, preferred: true };
}

/** Each address of a list in a line of its own. */
function splitFix(file: UwsgiFile, entry: ConfigEntry, place: AddressPlace): Fix[] {
  const { key, origin, keySpan, valueSpan } = entry;
  if (origin !== 'line' || place.text !== rawValue(file, entry)) return [];
  const addresses = place.text.split(',').map((text) => text.trim());
  const lines = addresses.filter((text) => text !== '').map((text) => `${key} = ${text}`);
  const where = span(keySpan.start, valueSpan.end);
  return [replace(file, where, lines.join('\n'), 'Write one address per line')];
}
