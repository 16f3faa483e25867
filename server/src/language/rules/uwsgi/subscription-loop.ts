import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import { parseSubscribe2, parseSubscribeTo } from '../../uwsgi/subscription.ts';
import { defineRule } from '../rule.ts';

export const subscriptionLoop = defineRule({
  id: 'uwsgi/subscription-loop',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A worker that announces the address of its own router.',
    why: 'With `fastrouter = =0` and `socket = =0` router and worker share one socket. A subscription announces its address, so that the router hands requests over to itself, again and again.',
    fix: 'Give the worker a socket of its own, such as `socket = 127.0.0.1:0`, or leave the subscription out.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Fastrouter.html',
  },
  check(view, report) {
    const entries = view.effective.entries.filter(({ conditional }) => !conditional);
    const fronts = new Map(
      entries.flatMap((entry) =>
        entry.option?.name === 'fastrouter' ? [[entry.value, entry] as const] : [],
      ),
    );
    if (fronts.size === 0) return;
    const sockets = entries.filter(
      ({ option }) => option?.handler === 'add_socket' || option?.handler === 'add_ssl_socket',
    );
    for (const entry of entries) {
      if (entry.path !== view.path || !entry.known) continue;
      const socket = announcedSocket(entry, sockets);
      const front = socket && fronts.get(socket.value);
      if (socket === undefined || front === undefined || !/^=\d+$/.test(front.value)) continue;
      report({
        span: entry.valueSpan,
        message: `Announces the socket that the router itself listens at (${front.value}): it would hand requests over to itself`,
        related: [
          { path: front.path, span: front.valueSpan, message: 'The router' },
          { path: socket.path, span: socket.valueSpan, message: 'The socket that is announced' },
        ],
      });
    }
  },
});

/** The worker socket whose address a subscription sends: the one it names by number, else the first. */
function announcedSocket(
  { option, value }: EffectiveEntry,
  sockets: readonly EffectiveEntry[],
): EffectiveEntry | undefined {
  const subscription =
    option?.name === 'subscribe2'
      ? parseSubscribe2(value)
      : option?.name === 'subscribe' || option?.canonical === 'subscribe-to'
        ? parseSubscribeTo(value)
        : undefined;
  if (subscription?.server === undefined || subscription.address !== undefined) return undefined;
  if (subscription.sharedSocket !== undefined) return undefined;
  return sockets[subscription.socket?.number ?? 0] ?? sockets[0];
}
