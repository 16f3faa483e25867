import type { PassWire, StackGraph, SubscriptionWire, WireTarget } from '../../stack/graph.ts';

/** Files of the routers that take subscriptions which are known. */
export function subscribedRouters(graph: StackGraph): ReadonlySet<string> {
  return new Set(graph.subscriptions.flatMap(({ ends }) => ends.map(({ path }) => path)));
}

export function subscriptionsTo(graph: StackGraph, router: string): readonly SubscriptionWire[] {
  return graph.subscriptions.filter(({ ends }) => ends.some(({ path }) => path === router));
}

/** Files of the workers that answer what is passed to this target: those behind a router, or the one that listens. */
export function workersBehind(graph: StackGraph, { ends }: WireTarget): readonly string[] {
  const found = ends.flatMap(({ path, socket }) =>
    socket.option === 'fastrouter' ? subscriptionsTo(graph, path).map((wire) => wire.path) : [path],
  );
  return [...new Set(found)];
}

/** The routers that a pass leads to. */
export function routersOf({ targets }: PassWire): readonly string[] {
  const found = targets.flatMap(({ ends }) =>
    ends.flatMap(({ path, socket }) => (socket.option === 'fastrouter' ? [path] : [])),
  );
  return [...new Set(found)];
}
