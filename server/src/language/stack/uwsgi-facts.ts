import type { UwsgiFile } from '../rules/inputs.ts';
import type { EffectiveConfig, EffectiveEntry } from '../uwsgi/effective.ts';
import { dirname, resolvePath } from '../text/path.ts';
import { span } from '../text/span.ts';
import { type Address, type AddressUse, parseAddress } from '../uwsgi/address.ts';
import {
  parseSubscribe2,
  parseSubscribeTo,
  type Subscription,
  type ValuePart,
} from '../uwsgi/subscription.ts';
import { askedSections } from './asked-sections.ts';
import type { Endpoint } from './endpoint.ts';
import type { NamedSpan, PlacedSpan, SocketFacts, SubscriptionFacts, UwsgiFacts } from './facts.ts';

export function uwsgiFacts({ path, tree }: UwsgiFile, config: EffectiveConfig): UwsgiFacts {
  const { entries } = config;
  const all = (...names: string[]) => entries.filter((entry) => names.includes(nameOf(entry)));
  const last = (...names: string[]) => all(...names).at(-1);
  const folder = dirname(path);
  const chdir = last('chdir');
  const directory = chdir?.known === true ? resolvePath(folder, chdir.value) : folder;

  const socketOf = (entry: EffectiveEntry, use: AddressUse, from = directory) =>
    socketFacts(entry, use, from, isSettled(config, entry));
  const shared = all('shared-socket', 'undeferred-shared-socket').map((entry) =>
    // Bound before uWSGI changes its directory, unlike all the others.
    socketOf(entry, 'shared-socket', folder),
  );
  const behindShared = (facts: SocketFacts): SocketFacts => {
    const index = /^=(\d+)$/.exec(facts.text)?.[1];
    const real = index === undefined ? undefined : shared[Number(index)];
    return real === undefined ? facts : { ...real, option: facts.option, protocol: facts.protocol };
  };
  const sockets = entries
    .filter(({ option }) => option !== undefined && socketHandlers.has(option.handler))
    .map((entry) => behindShared(socketOf(entry, 'socket')));
  const stats = last('stats', 'stats-server');
  const routerStats = last('fastrouter-stats', 'fastrouter-stats-server', 'fastrouter-ss');
  const header = tree.lines.find((line) => line.kind === 'section');
  const master = last('master');
  return {
    span: header?.kind === 'section' ? header.header : span(0, 0),
    includes: config.files.filter((other) => other !== path),
    asked: askedSections(path, config),
    router: config.roles.router,
    worker: config.roles.worker,
    fronts: all('fastrouter').map((entry) => behindShared(socketOf(entry, 'router'))),
    subscriptionServers: all('fastrouter-subscription-server').map((entry) =>
      socketOf(entry, 'subscription-server'),
    ),
    sockets,
    subscriptions: entries.flatMap((entry) =>
      subscriptionFacts(entry, directory, sockets, shared, isSettled(config, entry)),
    ),
    otherRouters: entries
      .filter(
        ({ option }) =>
          option?.name.startsWith('fastrouter') === false &&
          ['corerouter', 'corerouter_ss', 'https'].includes(option.handler),
      )
      .map((entry) =>
        socketOf(
          entry,
          entry.option?.handler === 'corerouter_ss' ? 'subscription-server' : 'router',
        ),
      ),
    stats: stats && socketOf(stats, 'stats'),
    routerStats: routerStats && socketOf(routerStats, 'stats'),
    directory,
    emperor: all('emperor').flatMap((entry) =>
      entry.known ? [{ text: resolvePath(folder, entry.value), ...at(entry) }] : [],
    ),
    daemonize: named(last('daemonize', 'daemonize2')),
    masterOff:
      master !== undefined && /^(?:false|off|no|0)$/i.test(master.value)
        ? named(master)
        : undefined,
    logFormat: last('log-format', 'logformat')?.value,
    optionLines: optionLines(entries),
    otherMapper: entries.some(({ key }) => otherMappers.test(key)),
  };
}

function optionLines(entries: readonly EffectiveEntry[]): ReadonlyMap<string, PlacedSpan> {
  const lines = new Map<string, PlacedSpan>();
  for (const { key, path, keySpan } of entries)
    if (!lines.has(key)) lines.set(key, { text: key, path, span: keySpan });
  return lines;
}

const otherMappers =
  /^fastrouter-(?:to|fallback|fallback-on-no-key|use-\S+|subscription-use-regexp)$/;

const socketHandlers: ReadonlySet<string> = new Set(['add_socket', 'add_ssl_socket']);

/** Options that are the same by another name carry their first name. */
function nameOf({ option, key }: EffectiveEntry): string {
  return option === undefined ? '' : key;
}

function named(entry: EffectiveEntry | undefined): PlacedSpan | undefined {
  return entry && { text: entry.value, ...at(entry) };
}

function at({ path, valueSpan }: EffectiveEntry): Pick<PlacedSpan, 'path' | 'span'> {
  return { path, span: valueSpan };
}

/**
 * Whether the value is known so far that addresses can be compared: it may hold a host name that `resolve` looks up when
 * uWSGI starts.
 */
function isSettled({ byKey }: EffectiveConfig, { known, value, line }: EffectiveEntry): boolean {
  if (known || /[$@%]\(/.test(value)) return known;
  const names = [...line.value.matchAll(/%\(([^)]+)\)/g)].map(([, name = '']) => name);
  return (
    names.length > 0 &&
    names.every((name) => {
      const [definition] = byKey.get(name) ?? [];
      const resolved = definition?.line.key === 'resolve' && !/[$@%]/.test(definition.value);
      return definition?.conditional === false && (definition.known || resolved);
    })
  );
}

function socketFacts(
  entry: EffectiveEntry,
  use: AddressUse,
  directory: string,
  known: boolean,
): SocketFacts {
  const { key, value, valueSpan, path } = entry;
  const address = parseAddress(value, use);
  return {
    option: key,
    path,
    span: valueSpan,
    text: value,
    endpoint: known ? endpointOf(address, directory) : undefined,
    auto: address.kind === 'tcp' && address.auto,
    protocol: protocolOf(key),
  };
}

function protocolOf(option: string): SocketFacts['protocol'] {
  if (/^(?:socket|uwsgi-socket|undeferred-shared-socket|shared-socket|fastrouter)/.test(option))
    return 'uwsgi';
  if (option.startsWith('http')) return 'http';
  return option === 'stats' ? 'http' : 'other';
}

/** undefined where only the running program knows the address. */
function endpointOf(address: Address, directory: string): Endpoint | undefined {
  switch (address.kind) {
    case 'tcp':
      if (address.auto) return undefined;
      // `127.*` is the loopback for everyone; other patterns depend on the machine's interfaces.
      if (address.pattern !== undefined)
        return address.pattern.startsWith('127.')
          ? { kind: 'tcp', host: '127.0.0.1', port: address.port }
          : undefined;
      return { kind: 'tcp', host: address.host, port: address.port };
    case 'hostname':
      return { kind: 'tcp', host: address.host, port: address.port };
    case 'unix':
      return { kind: 'unix', path: resolvePath(directory, address.path) };
    case 'abstract':
    case 'shared':
    case 'fd':
    case 'invalid':
      return undefined;
  }
}

function subscriptionFacts(
  entry: EffectiveEntry,
  directory: string,
  sockets: readonly SocketFacts[],
  shared: readonly SocketFacts[],
  known: boolean,
): readonly SubscriptionFacts[] {
  const subscription = parse(entry);
  if (subscription === undefined) return [];
  // Offsets in the value hold for the file only while no placeholder has changed the text.
  const asWritten = entry.line.value.endsWith(entry.value);
  const place = (part: ValuePart): NamedSpan => ({
    text: part.text,
    span: asWritten
      ? span(entry.valueSpan.start + part.span.start, entry.valueSpan.start + part.span.end)
      : entry.valueSpan,
  });
  const { server, key, address, socket, sharedSocket, modifier1, sign } = subscription;
  // A socket that does not exist is passed over, and the first one is announced.
  const told =
    sharedSocket === undefined
      ? (sockets[socket?.number ?? 0] ?? sockets[0])
      : shared[sharedSocket.number];
  return [
    {
      option: entry.key,
      path: entry.path,
      span: entry.valueSpan,
      server: server && {
        ...place(server),
        endpoint: known
          ? endpointOf(parseAddress(server.text, 'subscribe-target'), directory)
          : undefined,
      },
      key: key && place(key),
      announced: address
        ? {
            kind: 'address',
            address: place(address),
            endpoint: known
              ? endpointOf(parseAddress(address.text, 'socket'), directory)
              : undefined,
          }
        : told && { kind: 'socket', socket: told },
      modifier1: (modifier1?.number ?? 0) & 255,
      sign: sign && place(sign),
    },
  ];
}

function parse({ option, key, value }: EffectiveEntry): Subscription | undefined {
  if (option === undefined) return undefined;
  if (key === 'subscribe2') return parseSubscribe2(value);
  return ['subscribe', 'subscribe-to', 'st'].includes(key) ? parseSubscribeTo(value) : undefined;
}
