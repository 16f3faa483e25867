import type { SocketFacts } from '../../stack/facts.ts';
import { basename } from '../../text/path.ts';
import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import type { Around } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix } from '../rule.ts';
import { effectiveNumber } from './effective-number.ts';

export const timeoutBeforeHarakiri = defineRule({
  id: 'stack/timeout-before-harakiri',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'A router gives a request up before the time that its worker allows for it.',
    why: 'After `fastrouter-timeout` seconds (60) without data the router closes the connection, without a line in its log; the client gets a 502 or 504 while the worker works on until `harakiri`.',
    fix: 'Make `fastrouter-timeout` larger than `harakiri`, or `harakiri` smaller.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/plugins/fastrouter/fastrouter.c',
  },
  check({ graph, around }, report) {
    const told = new Set<string>();
    for (const { path, ends } of graph.subscriptions) {
      const harakiri = effectiveNumber(around.effective(path), 'harakiri', 0);
      if (harakiri?.entry === undefined || harakiri.value === 0) continue;
      for (const end of ends) {
        const config = around.effective(end.path);
        const timeout = effectiveNumber(config, 'fastrouter-timeout', 60);
        // In seconds; 0 means none.
        if (timeout === undefined || timeout.value === 0 || harakiri.value <= timeout.value)
          continue;
        const { entry } = harakiri;
        const spot = `${entry.path}:${entry.valueSpan.start}`;
        if (told.has(spot)) continue;
        told.add(spot);
        const front = graph.files.get(end.path)?.uwsgi?.fronts[0] ?? end.socket;
        const byDefault = timeout.entry === undefined ? ' by default' : '';
        report({
          path: entry.path,
          span: entry.valueSpan,
          message: `A request may take ${harakiri.value} seconds here, but ${basename(end.path)} gives it up after ${timeout.value}${byDefault} (fastrouter-timeout), without a word in its log`,
          related: [
            {
              path: timeout.entry?.path ?? front.path,
              span: timeout.entry?.valueSpan ?? front.span,
              message: 'The router that gives the request up',
            },
          ],
          fixes: fix(around, timeout.entry, end.socket, harakiri.value),
        });
      }
    }
  },
});

function fix(
  around: Around,
  written: EffectiveEntry | undefined,
  { path, span }: SocketFacts,
  harakiri: number,
): readonly Fix[] {
  const newText = `${harakiri + 10}`;
  const title = `Let the router wait ${newText} seconds`;
  if (written !== undefined)
    return [{ title, edits: [{ path: written.path, span: written.valueSpan, newText }] }];
  const entry = around
    .uwsgiFile(path)
    ?.config.entries.find(({ valueSpan }) => valueSpan.start === span.start);
  if (entry === undefined) return [];
  const { start } = entry.line.span;
  const line = `fastrouter-timeout = ${newText}\n`;
  return [{ title, edits: [{ path, span: { start, end: start }, newText: line }] }];
}
