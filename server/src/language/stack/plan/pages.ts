import type { StackPage } from '../../../../../shared/launch-plan.ts';
import type { ListenFacts, PassFacts, ServerFacts } from '../facts.ts';
import type { StackGraph } from '../graph.ts';
import { type KeyParameter, keyParameter } from '../key-parameter.ts';
import type { Stack } from '../stacks.ts';
import { defaultListen, type PortRules, shadowAddress } from './shadow-address.ts';

export interface KeyedPage {
  readonly page: StackPage;
  /** The `uwsgi_pass` that it goes through. */
  readonly pass: PassFacts;
  readonly path: string;
  /** Under which the router looks for a worker; undefined where that is known only to nginx. */
  readonly key: string | undefined;
  readonly viaRouter: boolean;
  /** Whether a worker of the stack would answer. */
  readonly hasWorker: boolean;
}

/** The pages that the stack serves through `uwsgi_pass`; those that a worker answers come first. */
export function stackPages(
  stack: Stack,
  graph: StackGraph,
  ports: PortRules,
): readonly KeyedPage[] {
  const keys = new Set(
    graph.subscriptions
      .filter(({ path }) => stack.files.includes(path))
      .map(({ subscription }) => subscription.key?.text),
  );
  const pages: KeyedPage[] = [];
  for (const { path, pass, targets, routes } of graph.passes) {
    if (!stack.files.includes(path)) continue;
    const viaRouter = targets.some(({ ends }) =>
      ends.some(({ socket }) => socket.option === 'fastrouter'),
    );
    for (const route of routes) {
      const { server } = route;
      if (server !== undefined && !stack.files.includes(server.path)) continue;
      for (const host of hostsOf(server?.server, keys)) {
        const found = pageOf(server?.server.listens ?? [], host, pass, ports);
        if (found === undefined) continue;
        const key = keyOf(keyParameter(graph, route), host, found.host, server?.server);
        const hasWorker = viaRouter
          ? key === undefined || keys.has(key)
          : targets.some(({ ends }) => ends.length > 0);
        pages.push({ page: found, pass, path, key, viaRouter, hasWorker });
      }
    }
  }
  const unique = new Map(pages.map((page) => [page.page.url, page]));
  return [...unique.values()].sort((a, b) => Number(b.hasWorker) - Number(a.hasWorker));
}

/** Plain names that a browser can ask for; the keys of the workers where nginx takes any name. */
function hostsOf(
  server: ServerFacts | undefined,
  keys: ReadonlySet<string | undefined>,
): readonly string[] {
  const names = (server?.names ?? [])
    .map(({ text }) => text)
    .filter((name) => /^[\w.-]+$/.test(name) && name !== '_' && !name.startsWith('.'));
  if (names.length > 0) return names;
  const plain = [...keys].filter(
    (key): key is string => key !== undefined && /^[\w.-]+$/.test(key),
  );
  return plain.length > 0 ? plain : ['localhost'];
}

function pageOf(
  listens: readonly ListenFacts[],
  host: string,
  pass: PassFacts,
  ports: PortRules,
): StackPage | undefined {
  const listen = listens.find(({ endpoint, ssl }) => endpoint?.kind === 'tcp' && !ssl);
  if (listen === undefined && listens.length > 0) return undefined; // TLS or unix sockets only
  const endpoint = listen?.endpoint?.kind === 'tcp' ? listen.endpoint : defaultListen;
  const bound = shadowAddress(endpoint, ports);
  const path = pathOf(pass);
  // Browsers send every name below .localhost to this machine; for others the Host header would need a hosts file.
  const shown = /(^|\.)localhost$/.test(host) ? host : bound.host;
  const port = bound.port === 80 ? '' : `:${String(bound.port)}`;
  const named = shown.includes(':') ? `[${shown}]` : shown;
  return { url: `http://${named}${port}${path}`, address: bound, host: `${host}${port}`, path };
}

/** A regular expression has no path that fits for sure: the root is asked for. */
function pathOf({ location }: PassFacts): string {
  if (location === undefined || location.modifier.startsWith('~') || !location.path.startsWith('/'))
    return '/';
  return location.path;
}

/** undefined where nginx decides it only when the request comes. */
function keyOf(
  parameter: KeyParameter,
  host: string,
  hostHeader: string,
  server: ServerFacts | undefined,
): string | undefined {
  if (parameter.kind !== 'parameter') return undefined;
  const { text } = parameter.value;
  if (text === '$host') return host.toLowerCase();
  if (text === '$http_host') return hostHeader;
  if (text === '$server_name') return server?.names[0]?.text;
  return text.includes('$') ? undefined : text;
}
