import { nearestEnd, subscriptionEnds } from '../../stack/graph.ts';
import { isNear } from '../../stack/near.ts';
import { basename } from '../../text/path.ts';
import { defineRule } from '../rule.ts';
import { announceFix } from './announce-fix.ts';
import { describeEnd } from './describe-end.ts';

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
        fixes: announceFix(view, socket, router),
      });
    }
  },
});
