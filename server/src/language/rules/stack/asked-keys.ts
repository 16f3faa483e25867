import type { NamedSpan, ServerFacts } from '../../stack/facts.ts';
import { followVariables } from '../../stack/follow-variables.ts';
import type { PassWire, StackGraph } from '../../stack/graph.ts';
import { type KeyParameter, keyParameter } from '../../stack/key-parameter.ts';
import type { Route } from '../../stack/nginx-tree.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { Around, StackView } from '../inputs.ts';

/** A key that nginx asks a router for, and where it comes from. */
export interface AskedKey {
  readonly text: string;
  readonly path: string;
  readonly span: NamedSpan['span'];
}

/** All keys that nginx may ask for on this way; undefined when it may ask for any. */
export function askedKeys(
  { graph, around }: StackView,
  route: Route,
): readonly AskedKey[] | undefined {
  const parameter = keyOnRoute(graph, around, route);
  const names = namesOf(route);
  if (parameter.kind !== 'parameter') {
    if (names === undefined) return undefined;
    // The Host header may come with the port, and without it.
    return [...names, ...lower(names), ...withPorts(names, route.server?.server)];
  }
  const { value, path } = parameter;
  if (!value.text.includes('$')) return [{ ...value, path }];
  switch (value.text) {
    case '$host':
      return names && lower(names);
    case '$http_host':
      return names && [...names, ...lower(names), ...withPorts(names, route.server?.server)];
    case '$server_name':
      return names?.slice(0, 1);
    case '$host:$server_port':
      return names && withPorts(lower(names), route.server?.server);
  }
  const { texts, complete } = followVariables(
    graph.nginx.definitionsAt(path),
    { text: value.text, place: { path, span: value.span } },
    route.levels[0]?.level,
  );
  if (!complete) return undefined;
  return texts.map(({ text, place }) => ({ text, ...(place ?? { path, span: value.span }) }));
}

/** As keyParameter, with the `uwsgi_params` of the machine where the workspace has none. */
export function keyOnRoute(graph: StackGraph, around: Around, route: Route): KeyParameter {
  const parameter = keyParameter(graph, route);
  if (parameter.kind !== 'unknown' || parameter.missing.length !== 1) return parameter;
  const [missing] = parameter.missing;
  if (missing === undefined || !/(?:^|\/)uwsgi_params$/.test(missing.pattern)) return parameter;
  const main = route.levels.at(-1)?.path ?? missing.path;
  const bases = [dirname(main), '/etc/nginx'];
  for (const base of bases) {
    const text = around.disk.text(resolvePath(base, missing.pattern));
    if (text === undefined) continue;
    const line = /^\s*uwsgi_param\s+(UWSGI_FASTROUTER_KEY|HTTP_HOST)\s+([^\s;]+)/m.exec(text);
    if (line === null) return { kind: 'header' };
    const name = line[1] === 'HTTP_HOST' ? 'HTTP_HOST' : 'UWSGI_FASTROUTER_KEY';
    const include = route.levels
      .flatMap(({ level }) => level.includes)
      .find(({ pattern }) => pattern === missing.pattern);
    if (include === undefined) return parameter;
    const value = { text: line[2] ?? '', span: include.span };
    return { kind: 'parameter', name, path: missing.path, value };
  }
  return parameter;
}

/** Ports that a browser writes into the Host header: those that its scheme does not imply. */
export function shownPorts(server: ServerFacts | undefined): readonly number[] {
  const listens = server?.listens ?? [];
  return listens.flatMap(({ endpoint, ssl }) =>
    endpoint?.kind === 'tcp' && endpoint.port !== (ssl ? 443 : 80) ? [endpoint.port] : [],
  );
}

/** Passes that lead to the front of one of these routers. */
export function passesTo(graph: StackGraph, routers: ReadonlySet<string>): readonly PassWire[] {
  return graph.passes.filter(({ targets }) =>
    targets.some(({ ends }) =>
      ends.some((end) => routers.has(end.path) && end.socket.option === 'fastrouter'),
    ),
  );
}

/** Whether the router finds workers in other ways than by the very key, or may do so. */
export function isOpen(graph: StackGraph, around: Around, router: string): boolean {
  if (graph.files.get(router)?.uwsgi?.otherMapper === true) return true;
  const config = around.effective(router);
  if (config?.complete !== true) return true;
  const others = ['subscription-dotsplit', 'fastrouter-subscription-fallback-key'];
  return lastOption(config, ...others) !== undefined;
}

/** A key that is written out: no placeholder, no pattern. */
export function isPlainKey(key: string | undefined): key is string {
  return key !== undefined && /^[\w-][\w.:-]*$/.test(key);
}

/** undefined where the server takes names that it does not list. */
function namesOf({ server }: Route): readonly AskedKey[] | undefined {
  if (server === undefined || server.server.names.length === 0) return undefined;
  const { path } = server;
  const names = server.server.names.map(({ text, span }) => ({ text, span, path }));
  // No wildcard, no regular expression, no name that stands for all.
  return names.every(({ text }) => /^[A-Za-z0-9][\w.-]*$/.test(text)) ? names : undefined;
}

function lower(names: readonly AskedKey[]): readonly AskedKey[] {
  return names.map((name) => ({ ...name, text: name.text.toLowerCase() }));
}

function withPorts(
  names: readonly AskedKey[],
  server: ServerFacts | undefined,
): readonly AskedKey[] {
  const ports = (server?.listens ?? []).flatMap(({ endpoint }) =>
    endpoint?.kind === 'tcp' ? [endpoint.port] : [],
  );
  return names.flatMap((name) => ports.map((port) => ({ ...name, text: `${name.text}:${port}` })));
}
