import { formatEndpoint, reaches } from '../../stack/endpoint.ts';
import type { SocketFacts } from '../../stack/facts.ts';
import type { StackGraph } from '../../stack/graph.ts';
import { findStacks } from '../../stack/stacks.ts';
import { basename } from '../../text/path.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { Around } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';

export const noSharedPort = defineRule({
  id: 'stack/no-shared-port',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'Two sockets of one stack have the same address.',
    why: 'The second program does not start ("Address already in use"); a router whose stats have no port restarts each second. Of two routers with the same subscription address both start, and the second one silently takes all announcements.',
    fix: 'Give one of them another port.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/socket.c',
  },
  check({ graph, around }, report) {
    const groups = findStacks(graph).map(({ files }) => files);
    const grouped = new Set(groups.flat());
    const alone = [...graph.files.keys()].filter((path) => !grouped.has(path));
    for (const files of [...groups, ...alone.map((path) => [path])]) {
      const bound = files.flatMap((path) => boundBy(graph, around, path));
      checkGroup(
        bound.filter(({ udp }) => !udp),
        report,
      );
      checkGroup(
        bound.filter(({ udp }) => udp),
        report,
      );
    }
  },
});

interface Bound {
  /** File that the address is written in. */
  readonly path: string;
  readonly option: string;
  readonly span: SocketFacts['span'];
  readonly endpoint: NonNullable<SocketFacts['endpoint']>;
  readonly udp: boolean;
  /** Whether it takes IPv4 connections; uWSGI's `[::]` does, nginx's does not. */
  readonly ipv4: boolean;
  /** A socket whose address only the worker's own subscription tells, so that it can be any. */
  readonly announced: boolean;
}

/** The addresses that a file binds; those under a condition may not be bound at all. */
function boundBy(graph: StackGraph, around: Around, path: string): readonly Bound[] {
  const { nginx, uwsgi } = graph.files.get(path) ?? {};
  const listens = (nginx?.servers ?? []).flatMap(({ listens: all }) =>
    all.flatMap(({ endpoint, span, ipv4 }): Bound[] =>
      endpoint === undefined
        ? []
        : [{ path, option: 'listen', span, endpoint, udp: false, ipv4, announced: false }],
    ),
  );
  if (uwsgi === undefined) return listens;
  const config = around.effective(path);
  if (config !== undefined && lastOption(config, 'reuse-port') !== undefined) return listens;
  const maybe = new Set(
    (config?.entries ?? [])
      .filter(({ conditional }) => conditional)
      .map((entry) => `${entry.path}:${entry.valueSpan.start}`),
  );
  const of = (sockets: readonly (SocketFacts | undefined)[], udp: boolean): readonly Bound[] =>
    sockets.flatMap((socket): Bound[] => {
      const endpoint = socket?.endpoint;
      if (socket === undefined || endpoint === undefined || socket.auto) return [];
      if (maybe.has(`${socket.path}:${socket.span.start}`)) return [];
      const ipv4 = endpoint.kind !== 'tcp' || !/:./.test(endpoint.host.replace(/^::$/, ''));
      const announced = uwsgi.subscriptions.some(
        (one) => one.announced?.kind === 'socket' && one.announced.socket === socket,
      );
      const { option, span } = socket;
      return [{ path: socket.path, option, span, endpoint, udp, ipv4, announced }];
    });
  return [
    ...of([...uwsgi.fronts, ...uwsgi.sockets, uwsgi.stats, uwsgi.routerStats], false),
    ...of(uwsgi.subscriptionServers, true),
  ];
}

function checkGroup(all: readonly Bound[], report: Report): void {
  const byPort = Map.groupBy(all, ({ endpoint }) =>
    endpoint.kind === 'tcp' ? `${endpoint.port}` : endpoint.path,
  );
  const taken = new Set(byPort.keys());
  for (const sockets of byPort.values()) {
    for (const [index, socket] of sockets.entries()) {
      // More than a few of one port are no configuration any more, and comparing all of them would take for ever.
      const other = sockets.slice(0, Math.min(index, 20)).find((before) => collide(before, socket));
      if (other !== undefined) reportPair(other, socket, taken, report);
    }
  }
}

function collide(one: Bound, other: Bound): boolean {
  if (one.path === other.path && one.span.start === other.span.start) return false;
  // nginx's servers share their listening sockets.
  if (one.option === 'listen' && other.option === 'listen') return false;
  if (isIpv4(one) ? !other.ipv4 : isIpv4(other) && !one.ipv4) return false;
  return reaches(one.endpoint, other.endpoint) || reaches(other.endpoint, one.endpoint);
}

/** Bound to IPv4 and to nothing else. */
function isIpv4({ endpoint }: Bound): boolean {
  return endpoint.kind === 'tcp' && !endpoint.host.includes(':');
}

function reportPair(first: Bound, second: Bound, taken: ReadonlySet<string>, report: Report): void {
  // nginx is not the one to give way: its port is what people type.
  const [other, culprit] = second.option === 'listen' ? [second, first] : [first, second];
  const address = formatEndpoint(culprit.endpoint);
  const own = other.path === culprit.path;
  const by = own ? `\`${other.option}\` above` : `\`${other.option}\` of ${basename(other.path)}`;
  const outcome = culprit.udp
    ? 'both start, and the second one takes all announcements'
    : /^fastrouter-(?:stats|ss)/.test(culprit.option)
      ? 'the router is started anew each second'
      : 'the second one does not start';
  // Two files of the same kind may be alternatives: one for development, one for production.
  const alike = !own && other.option === culprit.option;
  report({
    path: culprit.path,
    span: culprit.span,
    level: own && !culprit.udp ? 'error' : alike ? 'information' : 'warning',
    message: `${address} is taken by ${by}, too: ${own ? '' : 'when both run, '}${outcome}`,
    related: [{ path: other.path, span: other.span, message: `\`${other.option}\` takes it here` }],
    fixes: fixes(culprit, taken),
  });
}

/** Only where nothing else names the port. */
function fixes({ path, span, option, endpoint, announced }: Bound, taken: ReadonlySet<string>) {
  if (endpoint.kind !== 'tcp') return [];
  if (announced) {
    const edits = [{ path, span, newText: '127.*:0' }];
    return [{ title: 'Let the kernel choose a port', edits, preferred: true }];
  }
  if (!/^(?:(?:fastrouter-)?(?:stats|ss)(?:-server)?|fastrouter-subscription-server)$/.test(option))
    return [];
  let port = endpoint.port + 1;
  while (taken.has(`${port}`)) port += 1;
  const edits = [{ path, span, newText: formatEndpoint({ ...endpoint, port }) }];
  return [{ title: `Change to port ${port}`, edits, preferred: true }];
}
