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
}

/** The addresses that a file binds; those under a condition may not be bound at all. */
function boundBy(graph: StackGraph, around: Around, path: string): readonly Bound[] {
  const { nginx, uwsgi } = graph.files.get(path) ?? {};
  const listens = (nginx?.servers ?? []).flatMap(({ listens: all }) =>
    all.flatMap(({ endpoint, span }): Bound[] =>
      endpoint === undefined ? [] : [{ path, option: 'listen', span, endpoint, udp: false }],
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
      return [{ path: socket.path, option: socket.option, span: socket.span, endpoint, udp }];
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
  for (const sockets of byPort.values()) {
    for (const [index, socket] of sockets.entries()) {
      // More than a few of one port are no configuration any more, and comparing all of them would take for ever.
      const other = sockets.slice(0, Math.min(index, 20)).find((before) => collide(before, socket));
      if (other !== undefined) reportPair(other, socket, report);
    }
  }
}

function collide(one: Bound, other: Bound): boolean {
  if (one.path === other.path && one.span.start === other.span.start) return false;
  // nginx's servers share their listening sockets.
  if (one.option === 'listen' && other.option === 'listen') return false;
  return reaches(one.endpoint, other.endpoint) || reaches(other.endpoint, one.endpoint);
}

function reportPair(first: Bound, second: Bound, report: Report): void {
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
  });
}
