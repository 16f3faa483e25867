import { isRelated, dirname } from '../text/path.ts';
import { type Endpoint, formatEndpoint, isLocal, reaches } from './endpoint.ts';
import type { FileFacts, PassFacts, SocketFacts, SubscriptionFacts } from './facts.ts';
import { includedFiles } from './includes.ts';

/** All files joined by what their addresses say. */
export interface StackGraph {
  readonly files: ReadonlyMap<string, FileFacts>;
  /**
   * uWSGI files that are there to be brought in by others, with those others. What such a file says counts as theirs,
   * so that it has no facts of its own in `files`.
   */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** Every `uwsgi_pass` of every nginx file, followed to the sockets that it can mean. */
  readonly passes: readonly PassWire[];
  /** Every subscription of every worker, followed to the router's subscription server. */
  readonly subscriptions: readonly SubscriptionWire[];
  /** For each file the files that it includes, directly or not, itself first. */
  readonly includes: ReadonlyMap<string, readonly string[]>;
}

export interface SocketEnd {
  readonly path: string;
  readonly socket: SocketFacts;
}

export interface PassWire {
  readonly path: string;
  readonly pass: PassFacts;
  /** One for a plain address, one for each server of an upstream. */
  readonly targets: readonly WireTarget[];
}

export interface WireTarget {
  readonly endpoint: Endpoint;
  /** Where the address is written: in the `uwsgi_pass` or in the upstream's `server`. */
  readonly path: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly ends: readonly SocketEnd[];
}

export interface SubscriptionWire {
  readonly path: string;
  readonly subscription: SubscriptionFacts;
  readonly ends: readonly SocketEnd[];
}

export function buildGraph(all: ReadonlyMap<string, FileFacts>): StackGraph {
  const parts = partsOf(all);
  const files = new Map(
    [...all].map(([path, facts]) => [
      path,
      parts.has(path) ? { ...facts, uwsgi: undefined } : facts,
    ]),
  );
  const sockets = passEnds(files);
  const servers = subscriptionEnds(files);
  const passes: PassWire[] = [];
  const subscriptions: SubscriptionWire[] = [];
  for (const { path, nginx, uwsgi } of files.values()) {
    for (const pass of nginx?.passes ?? [])
      passes.push({ path, pass, targets: targetsOf(files, path, pass, sockets) });
    for (const subscription of uwsgi?.subscriptions ?? [])
      subscriptions.push({
        path,
        subscription,
        ends: endsAt(subscription.server?.endpoint, servers, path),
      });
  }
  const includes = new Map(
    [...files.values()]
      .filter(({ nginx, uwsgi }) => nginx !== undefined || uwsgi !== undefined)
      .map(({ path, uwsgi }) => [
        path,
        uwsgi === undefined ? includedFiles(files, path) : [path, ...uwsgi.includes],
      ]),
  );
  return { files, parts, passes, subscriptions, includes };
}

/** A file that is brought in is no start by itself, unless it brings in the other one, too: one of a circle is started. */
function partsOf(files: ReadonlyMap<string, FileFacts>): StackGraph['parts'] {
  const parts = new Map<string, string[]>();
  for (const { path, uwsgi } of files.values())
    for (const part of uwsgi?.includes ?? []) {
      if (files.get(part)?.uwsgi?.includes.includes(path) === true) continue;
      const known = parts.get(part);
      if (known === undefined) parts.set(part, [path]);
      else known.push(path);
    }
  return parts;
}

/** Sockets that speak the uwsgi protocol, so that a `uwsgi_pass` can lead to them. */
export function passEnds(files: ReadonlyMap<string, FileFacts>): readonly SocketEnd[] {
  return ends(files, ({ uwsgi }) => [
    ...(uwsgi?.fronts ?? []),
    ...(uwsgi?.sockets ?? []).filter(({ protocol }) => protocol === 'uwsgi'),
  ]);
}

export function subscriptionEnds(files: ReadonlyMap<string, FileFacts>): readonly SocketEnd[] {
  return ends(files, ({ uwsgi }) => uwsgi?.subscriptionServers ?? []);
}

/**
 * The socket that a dangling address most likely means: in a related folder if there is one, then the one whose text
 * differs least.
 */
export function nearestEnd(
  path: string,
  endpoint: Endpoint,
  candidates: readonly SocketEnd[],
): SocketEnd | undefined {
  const text = formatEndpoint(endpoint);
  const ranked = candidates
    .filter(({ socket }) => socket.endpoint !== undefined && !socket.auto)
    .map((end) => ({
      end,
      far: isNear(path, end.path) ? 0 : 1,
      difference: differences(text, formatEndpoint(end.socket.endpoint ?? endpoint)),
    }));
  ranked.sort((a, b) => a.far - b.far || a.difference - b.difference);
  return ranked[0]?.end;
}

/** Whether two files are meant for each other: one's folder holds the other's, or they are neighbours. */
export function isNear(path: string, other: string): boolean {
  const one = dirname(path);
  const two = dirname(other);
  return isRelated(one, two) || dirname(one) === dirname(two);
}

function ends(
  files: ReadonlyMap<string, FileFacts>,
  of: (file: FileFacts) => readonly SocketFacts[],
): SocketEnd[] {
  return [...files.values()].flatMap((file) =>
    of(file).map((socket) => ({ path: file.path, socket })),
  );
}

/** Where several files bind the address (examples in one workspace), those near the asking file are meant. */
function endsAt(
  endpoint: Endpoint | undefined,
  candidates: readonly SocketEnd[],
  path: string,
): readonly SocketEnd[] {
  if (endpoint === undefined) return [];
  const all = candidates.filter(
    ({ socket }) => socket.endpoint !== undefined && reaches(endpoint, socket.endpoint),
  );
  const near = all.filter((end) => isNear(path, end.path));
  const beside = near.filter((end) => dirname(end.path) === dirname(path));
  return beside.length > 0 ? beside : near.length > 0 ? near : all;
}

function targetsOf(
  files: ReadonlyMap<string, FileFacts>,
  path: string,
  pass: PassFacts,
  sockets: readonly SocketEnd[],
): readonly WireTarget[] {
  const { target } = pass;
  switch (target.kind) {
    case 'unknown':
      return [];
    case 'endpoint':
      return [
        {
          endpoint: target.endpoint,
          path,
          span: pass.span,
          ends: endsAt(target.endpoint, sockets, path),
        },
      ];
    case 'upstream':
      return upstreamServers(files, path, target.name).flatMap((server) =>
        server.endpoint === undefined
          ? []
          : [
              {
                endpoint: server.endpoint,
                path: server.path,
                span: server.span,
                ends: endsAt(server.endpoint, sockets, path),
              },
            ],
      );
  }
}

function upstreamServers(files: ReadonlyMap<string, FileFacts>, path: string, name: string) {
  const wanted = name.toLowerCase();
  return [...files.values()].flatMap((file) =>
    (file.path === path || isNear(path, file.path) ? (file.nginx?.upstreams ?? []) : [])
      .filter((upstream) => upstream.name.toLowerCase() === wanted)
      .flatMap((upstream) => upstream.servers.map((server) => ({ ...server, path: file.path }))),
  );
}

/** Number of characters that differ, position by position from either end: 3031 against 3030 is 1. */
function differences(one: string, other: string): number {
  let count = Math.abs(one.length - other.length);
  for (let at = 0; at < Math.min(one.length, other.length); at++)
    if (one[at] !== other[at]) count++;
  return count;
}

/** Whether nothing answers at this target though it must be somewhere on this machine. */
export function isDangling(target: {
  readonly endpoint: Endpoint;
  readonly ends: readonly SocketEnd[];
}): boolean {
  return target.ends.length === 0 && isLocal(target.endpoint);
}
