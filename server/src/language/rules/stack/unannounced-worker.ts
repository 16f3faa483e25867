import { formatEndpoint } from '../../stack/endpoint.ts';
import { nearestEnd, subscriptionEnds } from '../../stack/graph.ts';
import { isNear } from '../../stack/near.ts';
import { basename } from '../../text/path.ts';
import type { StackView } from '../inputs.ts';
import { defineRule, type Fix } from '../rule.ts';
import { askedKeys, passesTo } from './asked-keys.ts';
import { describeEnd } from './describe-end.ts';
import { insertBefore } from './ini-edits.ts';

export const unannouncedWorker = defineRule({
  id: 'stack/unannounced-worker',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'A worker whose ports the kernel chooses, beside a router that it does not announce itself to.',
    why: 'Nobody can know the port of such a worker, and the router learns of it only through a subscription. A router without workers closes each request, so that nginx answers 502; in cheap mode it does not even accept them, and nginx answers 504.',
    fix: 'Add `subscribe2 = server=ADDRESS,key=NAME`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/SubscriptionServer.html',
  },
  check(view, report) {
    const { graph, around } = view;
    const servers = subscriptionEnds(graph.files);
    if (servers.length === 0) return;
    for (const { path, uwsgi } of graph.files.values()) {
      if (uwsgi === undefined || uwsgi.router || uwsgi.subscriptions.length > 0) continue;
      const [socket] = uwsgi.sockets;
      const lost = socket !== undefined && uwsgi.sockets.every(({ auto }) => auto);
      const config = around.effective(path);
      if (!lost || config?.complete !== true || uwsgi.otherRouters.length > 0) continue;
      if (config.entries.some(({ key }) => /subscri|zerg|^fastrouter/.test(key))) continue;
      const near = servers.filter((end) => isNear(path, end.path));
      const endpoint = { kind: 'tcp', host: '127.0.0.1', port: 0 } as const;
      const router = nearestEnd(path, endpoint, near);
      if (router?.socket.endpoint === undefined) continue;
      report({
        path: socket.path,
        span: socket.span,
        message: `The kernel chooses this port, and ${basename(path)} announces it to no router: nothing can reach the worker`,
        related: [describeEnd(router)],
        fixes: fixes(view, socket, formatEndpoint(router.socket.endpoint), router.path),
      });
    }
  },
});

function fixes(
  view: StackView,
  socket: Parameters<typeof insertBefore>[1],
  server: string,
  router: string,
): readonly Fix[] {
  if (/[a-z]/i.test(server) && !server.startsWith('/')) return []; // a name, which is not looked up
  const keys = new Set<string>();
  for (const { routes } of passesTo(view.graph, new Set([router])))
    for (const route of routes) for (const { text } of askedKeys(view, route) ?? []) keys.add(text);
  const lines = [...keys].slice(0, 20).map((key) => `subscribe2 = server=${server},key=${key}`);
  const edit = lines.length === 0 ? undefined : insertBefore(view.around, socket, lines.join('\n'));
  if (edit === undefined) return [];
  const named = [...keys].slice(0, 3).map((key) => `"${key}"`);
  const title = `Announce ${named.join(', ')}${keys.size > 3 ? ', …' : ''}`;
  return [{ title, edits: [edit], preferred: keys.size === 1 }];
}
