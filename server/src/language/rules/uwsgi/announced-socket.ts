import type { EffectiveConfig } from '../../uwsgi/effective.ts';
import { parseSubscribe2, parseSubscribeTo } from '../../uwsgi/subscription.ts';
import { defineRule } from '../rule.ts';
import { insertLineBefore, placeInValue } from './entry-text.ts';
import { wholesOf } from './wholes-of.ts';

export const announcedSocket = defineRule({
  id: 'uwsgi/announced-socket',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A subscription that has no socket to announce, or another one than it says.',
    why: 'A worker announces `addr`, else its socket number `socket`, else its first socket. Without any socket nothing is sent, although the log says "subscribing to"; a number that no socket has means the first one.',
    fix: 'Add a worker socket: `socket = 127.0.0.1:0` takes any free port. Sockets are counted from 0 in the order of the file.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/SubscriptionServer.html',
  },
  check(view, report) {
    const subscriptions = view.config.entries.flatMap((entry) => {
      const { option, value, known, conditional, origin } = entry;
      if (!known || conditional || origin !== 'line') return [];
      const subscription =
        option?.name === 'subscribe2'
          ? parseSubscribe2(value)
          : option?.canonical === 'subscribe-to'
            ? parseSubscribeTo(value)
            : undefined;
      if (subscription === undefined) return [];
      if (subscription.address !== undefined || subscription.sharedSocket !== undefined) return [];
      return [{ entry, socket: subscription.socket }];
    });
    if (subscriptions.length === 0) return;
    // What this file lacks the one that brings it in may have.
    const counts = wholesOf(view).map(workerSockets);
    const most = Math.max(...counts);
    for (const { entry, socket } of subscriptions) {
      if (most === 0) {
        report({
          span: entry.keySpan,
          message:
            'No worker socket to announce: uWSGI sends nothing, although it logs "subscribing to"',
          fixes: [
            insertLineBefore(view, entry, 'socket = 127.0.0.1:0', 'Add `socket = 127.0.0.1:0`'),
          ],
        });
      } else if (socket !== undefined && socket.number >= most) {
        report({
          span: placeInValue(view, entry, socket.span),
          level: 'warning',
          message: `There is no socket number ${socket.number}, they count from 0: uWSGI announces the first one`,
        });
      }
    }
  },
});

/** How many there are; Infinity where the files don't say it. */
function workerSockets({ complete, entries }: EffectiveConfig): number {
  if (!complete) return Infinity;
  let count = 0;
  for (const { option, conditional } of entries) {
    if (option === undefined) continue;
    // An http router gives the workers a socket of its own making; an emperor has its own children.
    if (/^(?:https?2?|emperor)$/.test(option.name)) return Infinity;
    if (!/^add_(?:lazy_|ssl_)?socket/.test(option.handler)) continue;
    if (conditional) return Infinity;
    count += 1;
  }
  return count;
}
