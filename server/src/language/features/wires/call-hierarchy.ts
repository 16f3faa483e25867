import type { StackGraph } from '../../stack/graph.ts';
import { basename } from '../../text/path.ts';
import { contains, type Span } from '../../text/span.ts';
import type { Place } from '../feature.ts';

/** A station of a request on its way from the name of a server down to the app. */
export interface CallItem extends Place {
  readonly kind: 'server' | 'pass' | 'router' | 'worker' | 'app';
  readonly name: string;
  readonly detail: string;
}

/** A way from one station to the next one, or back. */
export interface Call {
  readonly item: CallItem;
  /** Where the calling station names the other one; in the file of the caller. */
  readonly from: readonly Span[];
}

export interface AppPlace extends Place {
  /** `app.py`, `app:application` */
  readonly name: string;
  /** Where the worker's file names it. */
  readonly named: Span;
}

export interface CallContext {
  readonly graph: StackGraph;
  /** Python files that a worker's file names, at their callables. */
  readonly appsOf: (path: string) => readonly AppPlace[];
}

/** The stations at a place of a file. */
export function prepareCalls(
  { graph }: CallContext,
  path: string,
  offset: number,
): readonly CallItem[] {
  const at = ({ path: where, span }: Place) => where === path && contains(span, offset);
  const servers = serverItems(graph).filter(
    ({ item, places }) => at(item) || places.some((place) => at({ path: item.path, span: place })),
  );
  if (servers.length > 0) return servers.map(({ item }) => item);
  const passes = passItems(graph).filter(at);
  if (passes.length > 0) return passes;
  const uwsgi = graph.files.get(path)?.uwsgi;
  if (uwsgi === undefined) return [];
  const own = [...uwsgi.fronts, ...uwsgi.subscriptionServers].some(at);
  const [router, worker] = [routerItem(graph, path), workerItem(graph, path)];
  const subscribes = uwsgi.subscriptions.some(at) || uwsgi.sockets.some(at);
  if (own && router) return [router];
  if (subscribes && worker) return [worker];
  // Elsewhere in the file it stands for what it is.
  return [router, worker].filter((item) => item !== undefined).slice(0, 1);
}

/** Where a request goes from a station. */
export function outgoingCalls(context: CallContext, item: CallItem): readonly Call[] {
  return stationLinks(context).flatMap(({ caller, call, to }) =>
    isSame(caller, item) ? [{ item: to, from: [call] }] : [],
  );
}

/** Where requests come to a station from. */
export function incomingCalls(context: CallContext, item: CallItem): readonly Call[] {
  return stationLinks(context).flatMap(({ caller, call, to }) =>
    isSame(to, item) ? [{ item: caller, from: [call] }] : [],
  );
}

export interface StationLink {
  readonly caller: CallItem;
  /** In the caller's file. */
  readonly call: Span;
  readonly to: CallItem;
}

/** Every step of every way: few, even in a large workspace. */
export function stationLinks({ graph, appsOf }: CallContext): readonly StationLink[] {
  const found: StationLink[] = [];
  const servers = serverItems(graph);
  for (const { path, pass, targets, routes } of graph.passes) {
    const own = passItem(path, pass);
    for (const { server } of routes) {
      const caller = servers.find(
        ({ item }) => item.path === server?.path && item.span.start === server.server.span.start,
      )?.item;
      // A fragment's line is not in the server's own file: the server itself stands for the place.
      if (caller !== undefined)
        found.push({ caller, call: caller.path === path ? pass.span : caller.span, to: own });
    }
    for (const { ends } of targets)
      for (const { path: end, socket } of ends) {
        const to = socket.option === 'fastrouter' ? routerItem(graph, end) : workerItem(graph, end);
        if (to !== undefined) found.push({ caller: own, call: pass.span, to });
      }
  }
  for (const { path, ends } of graph.subscriptions) {
    const to = workerItem(graph, path);
    for (const { path: router, socket } of ends) {
      const caller = routerItem(graph, router);
      const call = socket.path === router ? socket.span : caller?.span;
      if (to !== undefined && caller !== undefined && call !== undefined)
        found.push({ caller, call, to });
    }
  }
  for (const [path, { uwsgi }] of graph.files) {
    const caller = uwsgi?.worker === true ? workerItem(graph, path) : undefined;
    if (caller === undefined) continue;
    for (const { name, named, ...place } of appsOf(path)) {
      const to: CallItem = {
        ...place,
        kind: 'app',
        name,
        detail: name === basename(place.path) ? 'Python app' : basename(place.path),
      };
      found.push({ caller, call: named, to });
    }
  }
  const known = new Map(found.map((link) => [`${idOf(link.caller)}\0${idOf(link.to)}`, link]));
  return [...known.values()];
}

function serverItems(
  graph: StackGraph,
): readonly { readonly item: CallItem; readonly places: readonly Span[] }[] {
  return [...graph.files.values()].flatMap(({ path, nginx }) =>
    (nginx?.servers ?? []).map(({ span, names, listens }) => ({
      item: {
        ...({ kind: 'server', path, span } as const),
        name: names.map(({ text }) => text).join(' ') || 'server',
        detail: basename(path),
      },
      places: [...names, ...listens].map((one) => one.span),
    })),
  );
}

function passItems(graph: StackGraph): readonly CallItem[] {
  return graph.passes.map(({ path, pass }) => passItem(path, pass));
}

function passItem(path: string, pass: StackGraph['passes'][number]['pass']): CallItem {
  const { location, text, span } = pass;
  const name =
    location === undefined
      ? 'uwsgi_pass'
      : `location ${location.modifier === '' ? '' : `${location.modifier} `}${location.path}`;
  return { kind: 'pass', path, span, name, detail: `uwsgi_pass ${text}` };
}

function routerItem(graph: StackGraph, path: string): CallItem | undefined {
  const uwsgi = graph.files.get(path)?.uwsgi;
  if (uwsgi?.router !== true) return undefined;
  const address = uwsgi.fronts[0]?.text ?? '';
  return {
    kind: 'router',
    path,
    span: uwsgi.span,
    name: basename(path),
    detail: `FastRouter ${address}`,
  };
}

function workerItem(graph: StackGraph, path: string): CallItem | undefined {
  const uwsgi = graph.files.get(path)?.uwsgi;
  if (uwsgi?.worker !== true) return undefined;
  const keys = uwsgi.subscriptions.flatMap(({ key }) => key?.text ?? []);
  const detail = keys.length === 0 ? 'worker' : `worker of ${keys.join(', ')}`;
  return { kind: 'worker', path, span: uwsgi.span, name: basename(path), detail };
}

function isSame(one: CallItem, other: CallItem): boolean {
  return idOf(one) === idOf(other);
}

export function idOf({ kind, path, span }: CallItem): string {
  return `${kind}\0${path}\0${String(span.start)}`;
}
