import { basename } from '../../text/path.ts';
import { defineRule } from '../rule.ts';
import type { Fix } from '../rule.ts';
import { describeEnd } from './describe-end.ts';
import { effectiveNumber } from './effective-number.ts';

export const subscriptionFrequency = defineRule({
  id: 'stack/subscription-frequency',
  scope: 'stack',
  level: 'error',
  docs: {
    what: 'A worker announces itself less often than its router forgets workers.',
    why: 'A worker is announced every `subscribe-freq` seconds (10). A router forgets a worker that it has not heard of for `subscription-tolerance` seconds (17), so that the worker comes and goes, and requests in between end as 502.',
    fix: 'Make `subscribe-freq` smaller than half of the tolerance, so that one lost datagram does no harm.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/subscription.c',
  },
  check({ graph, around }, report) {
    const told = new Set<string>();
    for (const { path, ends } of graph.subscriptions) {
      const frequency = effectiveNumber(around.effective(path), 'subscribe-freq', 10);
      if (frequency === undefined) continue;
      for (const end of ends) {
        const tolerance = effectiveNumber(around.effective(end.path), 'subscription-tolerance', 17);
        if (tolerance === undefined || frequency.value < tolerance.value) continue;
        // The line that a person wrote is the one to mend: the worker's first.
        const entry = frequency.entry ?? tolerance.entry;
        if (entry === undefined) continue;
        const spot = `${entry.path}:${entry.valueSpan.start}`;
        if (told.has(spot)) continue;
        told.add(spot);
        const worker = frequency.entry === undefined ? 'by default ' : '';
        const router = tolerance.entry === undefined ? 'by default ' : '';
        const message = `${basename(path)} announces itself ${worker}every ${frequency.value} seconds, but ${basename(end.path)} forgets a worker ${router}after ${tolerance.value}`;
        report({
          path: entry.path,
          span: entry.valueSpan,
          message,
          related: [describeEnd(end)],
          fixes: frequency.entry === undefined ? [] : fixes(frequency.entry, tolerance.value),
        });
      }
    }
  },
});

function fixes(
  { path, valueSpan }: { readonly path: string; readonly valueSpan: Fix['edits'][number]['span'] },
  tolerance: number,
): readonly Fix[] {
  const newText = `${Math.floor(tolerance / 2)}`;
  if (newText === '0') return [];
  const edits = [{ path, span: valueSpan, newText }];
  return [{ title: `Announce every ${newText} seconds`, edits, preferred: true }];
}
