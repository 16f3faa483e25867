import type { StackGraph } from '../../stack/graph.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from '../feature.ts';

/** What a person looks for by name: addresses of sockets, domains, apps. */
export interface WireSymbol extends Place {
  readonly kind: 'socket' | 'key' | 'server' | 'app';
  readonly name: string;
  /** The option or directive that it stands in. */
  readonly detail: string;
}

/** `appsOf` gives the apps that a worker's file names, with the places of their names. */
export function wireSymbols(
  graph: StackGraph,
  appsOf: (path: string) => readonly { readonly name: string; readonly span: Span }[],
): readonly WireSymbol[] {
  const found: WireSymbol[] = [];
  for (const { path, nginx, uwsgi } of graph.files.values()) {
    for (const { names, listens } of nginx?.servers ?? []) {
      for (const { text: name, span } of names)
        found.push({ kind: 'server', name, detail: 'server_name', path, span });
      for (const { span, endpoint } of listens)
        if (endpoint !== undefined)
          found.push({
            ...{ kind: 'socket', path, span, detail: 'listen' },
            name:
              endpoint.kind === 'unix'
                ? endpoint.path
                : `${endpoint.host}:${String(endpoint.port)}`,
          });
    }
    if (uwsgi?.worker === true)
      for (const { name, span } of appsOf(path))
        found.push({ kind: 'app', name, detail: 'app', path, span });
    const sockets = [
      ...(uwsgi?.fronts ?? []),
      ...(uwsgi?.subscriptionServers ?? []),
      ...(uwsgi?.sockets ?? []),
    ];
    for (const { path: where, span, text, option } of sockets)
      found.push({ kind: 'socket', name: text, detail: option, path: where, span });
    for (const { key, path: where, option } of uwsgi?.subscriptions ?? [])
      if (key !== undefined)
        found.push({ kind: 'key', name: key.text, detail: option, path: where, span: key.span });
  }
  const places = new Map(
    found.map((one) => [`${one.path}\0${String(one.span.start)}\0${one.detail}`, one]),
  );
  return [...places.values()];
}
