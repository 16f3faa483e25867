import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';
import { insertLineAfter, meansOff, removeLine } from './entry-text.ts';

export const routerBackends = defineRule({
  id: 'uwsgi/router-backends',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A router that is told to find its workers in two ways, or a fallback that does not help when no worker is there.',
    why: 'The router takes one way only: a cache before a pattern, then subscriptions, a base, a code string, its own socket, fixed addresses; it never asks the next one. `fastrouter-fallback` is for a chosen worker that fails: for a key without workers the router closes the connection, unless `fastrouter-fallback-on-no-key` is set.',
    fix: 'Keep one way. For the requests that no worker has subscribed to, set `fastrouter-fallback` and `fastrouter-fallback-on-no-key = true`.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/plugins/corerouter/corerouter.c',
  },
  check(view, report) {
    for (const router of ['fastrouter', 'http', 'rawrouter', 'sslrouter'])
      checkWays(view, router, report);
    checkFallback(view, report);
  },
});

/** In the order in which uwsgi_corerouter_loop takes them. */
const ways = [
  ...['use-cache', 'use-pattern', 'subscription-server', 'use-base', 'use-code-string'],
  ...['use-socket', 'to'],
];

function checkWays(view: UwsgiView, router: string, report: Report): void {
  const { byKey } = view.effective;
  const found = ways.flatMap((way) => {
    const entry = byKey.get(`${router}-${way}`)?.find(({ conditional }) => !conditional);
    return entry === undefined ? [] : [entry];
  });
  const [taken, ...ignored] = found;
  if (taken === undefined) return;
  for (const entry of ignored) {
    if (entry.path !== view.path) continue;
    report({
      span: entry.keySpan,
      message: `Without effect: the router finds its workers by ${taken.key}, and asks nobody else`,
      related: [{ path: taken.path, span: taken.keySpan, message: 'The way that counts' }],
      fixes: [removeLine(view, entry, 'Remove the line')],
      tag: 'unnecessary',
    });
  }
}

function checkFallback(view: UwsgiView, report: Report): void {
  const { effective } = view;
  const fallback = lastOption(effective, 'fastrouter-fallback');
  if (fallback?.path !== view.path || fallback.conditional || !effective.complete) return;
  if (!effective.byKey.has('fastrouter-subscription-server')) return;
  const noKey = lastOption(effective, 'fastrouter-fallback-on-no-key');
  const other = effective.byKey.has('fastrouter-subscription-fallback-key');
  if (other || isOn(noKey)) return;
  report({
    span: fallback.keySpan,
    level: 'information',
    message:
      'Not for a key that no worker has subscribed to: its requests are still refused, unless `fastrouter-fallback-on-no-key` is set',
    fixes:
      noKey === undefined && fallback.origin === 'line'
        ? [
            insertLineAfter(
              view,
              fallback,
              'fastrouter-fallback-on-no-key = true',
              'Add `fastrouter-fallback-on-no-key = true`',
            ),
          ]
        : [],
  });
}

function isOn(entry: EffectiveEntry | undefined): boolean {
  return entry !== undefined && (!entry.known || !meansOff(entry.value));
}
