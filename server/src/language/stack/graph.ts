import { dirname } from '../text/path.ts';
import { sectionsByPath, type SectionsByPath } from './asked-sections.ts';
import { type Endpoint, formatEndpoint, isLocal } from './endpoint.ts';
import type { FileFacts, PassFacts, SocketFacts, SubscriptionFacts } from './facts.ts';
import { includedFiles, matchingFiles } from './includes.ts';
import { isNear } from './near.ts';
import { type NginxTree, nginxTree, type Route, routesTo } from './nginx-tree.ts';
import { passTarget, proxyTarget } from './pass-facts.ts';
import { endsAt, type ParseTarget, type SocketEnd, targetsOf, type WireTarget } from './targets.ts';

export type { SocketEnd, WireTarget } from './targets.ts';

/** All files joined by what their addresses say. */
export interface StackGraph {
  readonly files: ReadonlyMap<string, FileFacts>;
  /**
   * uWSGI files that are there to be brought in by others, with those others. What such a file says counts as theirs,
   * so that it has no facts of its own in `files`.
   */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** Sections of uWSGI files that other files ask for, by include or by command. */
  readonly asked: SectionsByPath;
  /** Those of them that uWSGI is started with. */
  readonly started: SectionsByPath;
  /** Every `uwsgi_pass` of every nginx file, followed to the sockets that it can mean. */
  readonly passes: readonly PassWire[];
  /** Every subscription of every worker, followed to the router's subscription server. */
  readonly subscriptions: readonly SubscriptionWire[];
  /** Every `proxy_pass` likewise, to the same sockets. */
  readonly proxies: readonly PassWire[];
  /** Files that an emperor starts, with the files of those emperors. */
  readonly vassals: ReadonlyMap<string, readonly string[]>;
  readonly nginx: NginxTree;
  /** For each file the files that it includes, directly or not, itself first. */
  readonly includes: ReadonlyMap<string, readonly string[]>;
}

export interface PassWire {
  readonly path: string;
  readonly pass: PassFacts;
  /** One for a plain address, one for each server of an upstream and each value of a variable. */
  readonly targets: readonly WireTarget[];
  /** Each way in which the line comes to be in nginx's configuration. */
  readonly routes: readonly Route[];
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
  const asked = [...all.values()].flatMap(({ uwsgi }) => uwsgi?.asked ?? []);
  const sockets = passEnds(files);
  const servers = subscriptionEnds(files);
  const nginx = nginxTree(files);
  const passes: PassWire[] = [];
  const proxies: PassWire[] = [];
  const subscriptions: SubscriptionWire[] = [];
  const wire = (path: string, pass: PassFacts, parse: ParseTarget): PassWire => ({
    path,
    pass,
    targets: targetsOf(files, nginx, path, pass, parse, sockets),
    routes: routesTo(files, nginx, path, pass),
  });
  for (const { path, nginx: conf, uwsgi } of files.values()) {
    for (const pass of conf?.passes ?? []) passes.push(wire(path, pass, passTarget));
    for (const pass of conf?.proxies ?? []) proxies.push(wire(path, pass, proxyTarget));
    for (const subscription of uwsgi?.subscriptions ?? [])
      subscriptions.push({
        path,
        subscription,
        ends: endsAt(subscription.server?.endpoint, servers, path),
      });
  }
  const includes = new Map(
    [...files.values()]
      .filter((file) => file.nginx !== undefined || file.uwsgi !== undefined)
      .map(({ path, uwsgi }) => [
        path,
        uwsgi === undefined ? includedFiles(files, path) : [path, ...uwsgi.includes],
      ]),
  );
  return {
    files,
    parts,
    asked: sectionsByPath(asked),
    started: sectionsByPath(asked.filter(({ started }) => started)),
    passes,
    proxies,
    subscriptions,
    includes,
    vassals: vassalsOf(files),
    nginx,
  };
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

/** The files that an emperor starts: all ini files of a folder, or those that a pattern names. */
function vassalsOf(files: ReadonlyMap<string, FileFacts>): StackGraph['vassals'] {
  const vassals = new Map<string, string[]>();
  const candidates = [...files.values()].flatMap(({ path, uwsgi }) =>
    uwsgi === undefined ? [] : [path],
  );
  for (const { path, uwsgi } of files.values())
    for (const { text } of uwsgi?.emperor ?? []) {
      const folder = candidates.filter((other) => dirname(other) === text.replace(/\/$/, ''));
      const named = folder.length > 0 ? folder : matchingFiles(candidates, '/', text);
      for (const vassal of named)
        if (vassal !== path) vassals.set(vassal, [...(vassals.get(vassal) ?? []), path]);
    }
  return vassals;
}

/** Sockets that speak the uwsgi protocol, so that a `uwsgi_pass` can lead to them. */
export function passEnds(files: ReadonlyMap<string, FileFacts>): readonly SocketEnd[] {
  return ends(files, ({ uwsgi }) => [
    ...(uwsgi?.fronts ?? []),
    ...(uwsgi?.sockets ?? []).filter(({ protocol }) => protocol === 'uwsgi'),
  ]);
}

/** Everything else that takes connections: sockets of other protocols, other routers, stats servers. */
export function otherEnds(files: ReadonlyMap<string, FileFacts>): readonly SocketEnd[] {
  return ends(files, ({ uwsgi }) => [
    ...(uwsgi?.sockets ?? []).filter(({ protocol }) => protocol !== 'uwsgi'),
    ...(uwsgi?.otherRouters ?? []),
    ...[uwsgi?.stats, uwsgi?.routerStats].filter((socket) => socket !== undefined),
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

function ends(
  files: ReadonlyMap<string, FileFacts>,
  of: (file: FileFacts) => readonly SocketFacts[],
): SocketEnd[] {
  return [...files.values()].flatMap((file) =>
    of(file).map((socket) => ({ path: file.path, socket })),
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

/** Whether a socket that the file may mean has an address that is known only when uWSGI runs. */
export function mayBeAnywhere(path: string, candidates: readonly SocketEnd[]): boolean {
  return candidates.some(
    (end) => end.socket.endpoint === undefined && !end.socket.auto && isNear(path, end.path),
  );
}
