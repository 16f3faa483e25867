import type { SocketFacts } from '../../stack/facts.ts';
import type { PassWire, SocketEnd, StackGraph, SubscriptionWire } from '../../stack/graph.ts';
import { indexLines, lineAt } from '../../text/line-index.ts';
import { basename } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import type { Lens } from '../code-lens.ts';
import type { Place } from '../feature.ts';
import { keyPlacesAt } from '../key-places.ts';

export type TextOf = (path: string) => string | undefined;

/** What is at the other end, above each line of a file that a wire ends at. */
export function wireLenses(graph: StackGraph, path: string, textOf: TextOf): readonly Lens[] {
  const lenses = [
    ...graph.passes.flatMap((wire) => (wire.path === path ? passLens(graph, wire) : [])),
    ...sockets(graph, path).flatMap((socket) => socketLens(graph, socket, textOf)),
    ...servers(graph, path).flatMap((socket) => serverLens(graph, socket)),
    ...graph.subscriptions.flatMap((wire) =>
      wire.subscription.path === path ? subscriptionLens(graph, wire, textOf) : [],
    ),
  ];
  // A line that several files bring in, or that binds two sockets, has one lens.
  const byPlace = new Map(lenses.map((lens) => [lens.span.start, lens]));
  return [...byPlace.values()].sort((a, b) => a.span.start - b.span.start);
}

/** `→ router.ini → worker.ini` above a `uwsgi_pass`. */
function passLens(graph: StackGraph, { pass, targets }: PassWire): readonly Lens[] {
  const ends = targets.flatMap((target) => target.ends);
  if (ends.length === 0) return [];
  const behind = ends.flatMap((end) => workersOf(graph, end));
  const first = names(ends.map((end) => end.path));
  const workers = behind.map(({ subscription }) => subscription.path);
  const second = workers.length === 0 ? '' : ` → ${names(workers)}`;
  return [
    lens(pass.span, `→ ${first}${second}`, [
      ...ends.map(({ socket }) => placeOf(socket)),
      ...behind.map(({ subscription }) => placeOf(subscription)),
    ]),
  ];
}

/** The announcements that the router of a socket takes. */
function workersOf(graph: StackGraph, { path, socket }: SocketEnd): readonly SubscriptionWire[] {
  if (socket.option !== 'fastrouter') return [];
  return graph.subscriptions.filter(({ ends }) => ends.some((end) => end.path === path));
}

/** `reached from nginx.conf:31` above a socket. */
function socketLens(graph: StackGraph, socket: SocketFacts, textOf: TextOf): readonly Lens[] {
  const passes = graph.passes.flatMap(({ path, pass, targets }) =>
    targets.some(({ ends }) => ends.some((end) => isSame(end.socket, socket)))
      ? [{ path, span: pass.span }]
      : [],
  );
  if (passes.length === 0) return [];
  return [lens(socket.span, `reached from ${placeNames(passes, textOf)}`, passes)];
}

/** `2 workers subscribe here` above a subscription server. */
function serverLens(graph: StackGraph, socket: SocketFacts): readonly Lens[] {
  const wires = graph.subscriptions.filter(({ ends }) =>
    ends.some((end) => isSame(end.socket, socket)),
  );
  const files = new Set(wires.map(({ path }) => path));
  const many =
    files.size === 1 ? '1 worker subscribes here' : `${files.size} workers subscribe here`;
  const places = wires.map(({ subscription }) => placeOf(subscription));
  return files.size === 0 ? [] : [lens(socket.span, many, places)];
}

/** `→ router.ini, asked for by nginx.conf:7` above a subscription. */
function subscriptionLens(
  graph: StackGraph,
  { subscription, ends }: SubscriptionWire,
  textOf: TextOf,
): readonly Lens[] {
  if (ends.length === 0) return [];
  const { key, path, span } = subscription;
  const asked = key === undefined ? [] : (keyPlacesAt(graph, path, key.span.start)?.asked ?? []);
  const by = asked.length === 0 ? '' : `, asked for by ${placeNames(asked, textOf)}`;
  const routers = names(ends.map((end) => end.path));
  const places = [...ends.map(({ socket }) => placeOf(socket)), ...asked];
  return [lens(span, `→ ${routers}${by}`, places)];
}

function sockets(graph: StackGraph, path: string): readonly SocketFacts[] {
  return factsOf(graph).flatMap(({ fronts, sockets: own }) =>
    [...fronts, ...own].filter((socket) => socket.path === path),
  );
}

function servers(graph: StackGraph, path: string): readonly SocketFacts[] {
  return factsOf(graph).flatMap(({ subscriptionServers }) =>
    subscriptionServers.filter((socket) => socket.path === path),
  );
}

function factsOf(graph: StackGraph) {
  return [...graph.files.values()].flatMap(({ uwsgi }) => uwsgi ?? []);
}

function lens(span: Span, title: string, places: readonly Place[]): Lens {
  return { span, title, command: 'uwsgiStack.showPlaces', arguments: [], places };
}

function placeOf({ path, span }: Place): Place {
  return { path, span };
}

function isSame(one: Place, other: Place): boolean {
  return one.path === other.path && one.span.start === other.span.start;
}

/** `router.ini, worker.ini and 2 more` */
function names(paths: readonly string[]): string {
  return shorten([...new Set(paths.map(basename))]);
}

/** `nginx.conf:31` */
function placeNames(places: readonly Place[], textOf: TextOf): string {
  const lines = places.map(({ path, span }) => {
    const line = lineAt(indexLines(textOf(path) ?? ''), span.start) + 1;
    return `${basename(path)}:${String(line)}`;
  });
  return shorten([...new Set(lines)]);
}

function shorten(words: readonly string[]): string {
  if (words.length <= 2) return words.join(', ');
  return `${words.slice(0, 2).join(', ')} and ${String(words.length - 2)} more`;
}
