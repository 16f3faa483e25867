import { isNear } from '../../stack/near.ts';
import { basename } from '../../text/path.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { StackView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import { announceFix } from './announce-fix.ts';
import { passesTo } from './asked-keys.ts';
import { subscriptionsTo } from './routers.ts';

export const routerWithoutWorker = defineRule({
  id: 'stack/router-without-worker',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'A router that nginx passes requests to, and no worker announces itself to.',
    why: 'The router knows workers only by what they announce. Without any it closes each request, and nginx answers 502; with `fastrouter-cheap` it accepts none, so that nginx waits and answers 504. Neither program says why.',
    fix: 'Add `subscribe2 = server=ADDRESS,key=NAME` to the worker.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Fastrouter.html',
  },
  check(view, report) {
    const { graph, around } = view;
    for (const { path, uwsgi } of graph.files.values()) {
      const [server] = uwsgi?.subscriptionServers ?? [];
      if (uwsgi === undefined || server?.endpoint === undefined || uwsgi.otherMapper) continue;
      const config = around.effective(path);
      if (config?.complete !== true) continue;
      if (subscriptionsTo(graph, path).length > 0) continue;
      const passes = passesTo(graph, new Set([path]));
      if (passes.length === 0 || mayBeMeant(view, path)) continue;
      const workers = silentWorkers(view, path);
      // One whose ports the kernel chooses is lost altogether: a rule of its own tells.
      if (workers.some(({ auto }) => auto)) continue;
      const cheap = lastOption(config, 'fastrouter-cheap');
      const outcome =
        cheap === undefined || /^(?:false|off|no|0)$/i.test(cheap.value)
          ? 'each request ends as 502'
          : 'requests wait until nginx gives up (504)';
      const [first] = passes;
      report({
        path: server.path,
        span: server.span,
        // Without a worker among the files, it may well be started from elsewhere.
        level: workers.length === 0 ? 'information' : 'warning',
        message: `No worker announces itself to this router: ${outcome}`,
        related: [
          ...(first === undefined
            ? []
            : [
                { path: first.path, span: first.pass.span, message: 'nginx passes requests to it' },
              ]),
          ...workers.map((socket) => ({
            path: socket.path,
            span: socket.span,
            message: `${basename(socket.path)} could announce itself`,
          })),
        ],
        fixes: workers.flatMap((socket) => announceFix(view, socket, { path, socket: server })),
      });
    }
  },
});

/** A subscription near by that leads to nobody, or to where only uWSGI knows: another rule tells. */
function mayBeMeant({ graph }: StackView, router: string): boolean {
  return graph.subscriptions.some(({ path, ends }) => ends.length === 0 && isNear(router, path));
}

/** First sockets of the workers near by that announce themselves to nobody, and that no nginx reaches directly. */
function silentWorkers({ graph, around }: StackView, router: string) {
  const reached = new Set(
    [...graph.passes, ...graph.proxies].flatMap(({ targets }) =>
      targets.flatMap(({ ends }) => ends.map(({ path }) => path)),
    ),
  );
  return [...graph.files.values()].flatMap(({ path, uwsgi }) => {
    const [socket] = uwsgi?.sockets ?? [];
    if (uwsgi === undefined || socket === undefined || !uwsgi.worker) return [];
    if (uwsgi.router || uwsgi.subscriptions.length > 0 || uwsgi.otherRouters.length > 0) return [];
    if (reached.has(path) || !isNear(router, path)) return [];
    return around.effective(path)?.complete === true ? [socket] : [];
  });
}
