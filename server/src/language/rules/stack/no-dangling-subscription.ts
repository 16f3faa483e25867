import { formatEndpoint, reaches } from '../../stack/endpoint.ts';
import type { NamedSpan } from '../../stack/facts.ts';
import {
  isDangling,
  mayBeAnywhere,
  nearestEnd,
  otherEnds,
  passEnds,
  type SocketEnd,
  subscriptionEnds,
} from '../../stack/graph.ts';
import { isNear } from '../../stack/near.ts';
import { basename } from '../../text/path.ts';
import { defineRule, type Fix } from '../rule.ts';
import { describeEnd } from './describe-end.ts';

export const noDanglingSubscription = defineRule({
  id: 'stack/no-dangling-subscription',
  scope: 'stack',
  level: 'error',
  docs: {
    what: 'A worker subscribes to an address of this machine where no router of the workspace takes subscriptions.',
    why: 'Announcements are UDP datagrams: uWSGI sends them into the void without any message, and the router never learns of the worker.',
    fix: 'Use the address of the router’s `fastrouter-subscription-server`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/SubscriptionServer.html',
  },
  check({ graph }, report) {
    const servers = subscriptionEnds(graph.files);
    const fronts = passEnds(graph.files);
    if (servers.length === 0) return;
    for (const { path, subscription, ends } of graph.subscriptions) {
      const { server } = subscription;
      if (server?.endpoint === undefined) continue;
      const { endpoint } = server;
      if (!isDangling({ endpoint, ends }) || mayBeAnywhere(path, servers)) continue;
      const elsewhere = otherEnds(graph.files).some(
        (end) =>
          end.socket.option.includes('subscription') &&
          end.socket.endpoint !== undefined &&
          reaches(endpoint, end.socket.endpoint),
      );
      if (elsewhere) continue; // a router of another kind
      const nearest = nearestEnd(path, endpoint, servers);
      if (nearest === undefined) continue;
      const front = fronts.find(
        (end) => end.socket.endpoint !== undefined && reaches(endpoint, end.socket.endpoint),
      );
      report({
        path: subscription.path,
        span: server.span,
        level: isNear(path, nearest.path) ? 'error' : 'warning',
        message:
          front === undefined
            ? `No router takes subscriptions at ${server.text}; uWSGI sends them into the void without a word.`
            : `${server.text} is where ${basename(front.path)} takes requests; subscriptions go to its fastrouter-subscription-server.`,
        related: [describeEnd(nearest)],
        fixes: fixes(subscription.path, server, nearest),
      });
    }
  },
});

function fixes(path: string, server: NamedSpan, nearest: SocketEnd): readonly Fix[] {
  const { endpoint } = nearest.socket;
  if (endpoint === undefined) return [];
  // uWSGI does not look names up here; with `resolve` each file has a placeholder of its own.
  if (endpoint.kind === 'tcp' && !/^[\d.:]*$/.test(endpoint.host)) return [];
  const there = formatEndpoint(endpoint);
  return [
    {
      title: `Subscribe to ${there} (${basename(nearest.path)})`,
      preferred: true,
      edits: [{ path, span: server.span, newText: there }],
    },
    {
      title: `Let ${basename(nearest.path)} take subscriptions at ${server.text}`,
      edits: [{ path: nearest.socket.path, span: nearest.socket.span, newText: server.text }],
    },
  ];
}
