import type { EffectiveConfig, EffectiveEntry } from '../../uwsgi/effective.ts';
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
    for (const entry of view.effective.entries) {
      if (entry.path !== view.path || entry.conditional || !entry.known) continue;
      const socket = announcedSocket(entry, view.effective);
      if (socket === undefined || !/^=\d+$/.test(socket.value)) continue;
      const front = view.effective.entries.find(
        ({ option, value, conditional }) =>
          option?.name === 'fastrouter' && !conditional && value === socket.value,
      );
      if (front === undefined) continue;
      report({
        span: entry.valueSpan,
        message: `Announces the socket that the router itself listens at (${socket.value}): it would hand requests over to itself`,
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
  { entries }: EffectiveConfig,
): EffectiveEntry | undefined {
  const subscription =
    option?.name === 'subscribe2'
      ? parseSubscribe2(value)
      : option?.name === 'subscribe' || option?.canonical === 'subscribe-to'
        ? parseSubscribeTo(value)
        : undefined;
  if (subscription?.server === undefined || subscription.address !== undefined) return undefined;
  if (subscription.sharedSocket !== undefined) return undefined;
  const sockets = entries.filter(
    ({ option, conditional }) =>
      !conditional && (option?.handler === 'add_socket' || option?.handler === 'add_ssl_socket'),
  );
  return sockets[subscription.socket?.number ?? 0] ?? sockets[0];
}
