import { parseAddress } from '../../uwsgi/address.ts';
import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import { defineRule } from '../rule.ts';
import { addressesOf } from './addresses-of.ts';
import { insertLineAfter } from './entry-text.ts';
import { wholesOf } from './wholes-of.ts';

export const autoPortReload = defineRule({
  id: 'uwsgi/auto-port-reload',
  scope: 'uwsgi',
  level: 'information',
  docs: {
    what: 'A worker on any free port that reloads gracefully, without telling its router.',
    why: 'After a reload the socket has another port. The router keeps the old one as well, until a request has failed there or some seconds have passed.',
    fix: 'Add `unsubscribe-on-graceful-reload = true`.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/subscription.c',
  },
  check(view, report) {
    const reload = view.config.entries.find(
      ({ option, conditional }) =>
        option !== undefined && !conditional && reloaders.test(option.name),
    );
    if (reload === undefined) return;
    const [whole, another] = wholesOf(view);
    if (whole === undefined || another !== undefined || !whole.complete) return;
    const { entries, byKey } = whole;
    if (byKey.has('unsubscribe-on-graceful-reload')) return;
    const subscribes = entries.some(
      ({ option }) => option?.name === 'subscribe2' || option?.canonical === 'subscribe-to',
    );
    const sockets = entries.filter(({ option }) => option?.handler === 'add_socket');
    const [first] = sockets;
    if (!subscribes || first === undefined || !isAuto(first)) return;
    const line = 'unsubscribe-on-graceful-reload = true';
    report({
      span: reload.keySpan,
      message: 'Each reload gives the worker another port, and its router tries the old one, too',
      related: [{ path: first.path, span: first.valueSpan, message: 'Any free port' }],
      fixes: [insertLineAfter(view, reload, line, `Add \`${line}\``)],
    });
  },
});

const reloaders =
  /^(?:touch-reload|py-auto-?reload|python-auto-?reload|fs-reload|touch-workers-reload)$/;

function isAuto(entry: EffectiveEntry): boolean {
  return addressesOf(entry).some(({ text, use }) => {
    const address = parseAddress(text, use);
    return address.kind === 'tcp' && address.auto;
  });
}
