import { settingsOn } from '../../stack/nginx-tree.ts';
import { basename } from '../../text/path.ts';
import type { Around } from '../inputs.ts';
import { defineRule, type Fix } from '../rule.ts';
import { effectiveNumber, type EffectiveNumber } from './effective-number.ts';
import { insertBefore } from './ini-edits.ts';
import { workersBehind } from './routers.ts';
import { sizeOf } from './sizes.ts';

export const headerBuffer = defineRule({
  id: 'stack/header-buffer',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'nginx is told to take larger headers than a worker behind it does.',
    why: 'uWSGI drops a request whose headers and parameters are larger than `buffer-size` (4096 bytes by default): "invalid request block size: 6390 (max 4096)...skip", and nginx answers 502. Long cookies are the usual cause.',
    fix: 'Set `buffer-size` to the size of `large_client_header_buffers`, at most 65535.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html#buffer-size',
  },
  check({ graph, around }, report) {
    const told = new Set<string>();
    for (const wire of graph.passes) {
      const workers = new Set(wire.targets.flatMap((target) => workersBehind(graph, target)));
      for (const route of wire.routes) {
        // Only where a person has said that headers may be large: nginx's own default is 8k.
        const written = settingsOn(
          graph.files,
          graph.nginx,
          route,
          'large_client_header_buffers',
        )?.found.at(-1);
        const argument = written?.setting.args[1];
        const size = argument && sizeOf(argument.text);
        if (written === undefined || argument === undefined || size === undefined) continue;
        for (const worker of workers) {
          const buffer = effectiveNumber(around.effective(worker), 'buffer-size', 4096);
          const wanted = Math.min(size, 65_535);
          const spot = `${written.path}:${argument.span.start}:${worker}`;
          if (buffer === undefined || buffer.value >= wanted || told.has(spot)) continue;
          told.add(spot);
          const facts = graph.files.get(worker)?.uwsgi;
          const [first] = facts?.sockets ?? [];
          const place = buffer.entry
            ? { path: buffer.entry.path, span: buffer.entry.valueSpan }
            : first;
          report({
            path: written.path,
            span: argument.span,
            message: `${basename(worker)} takes ${buffer.value} bytes of headers at most${buffer.entry ? '' : ' by default'} (buffer-size): a request with more ends as 502`,
            related:
              place === undefined
                ? []
                : [{ path: place.path, span: place.span, message: 'The worker that refuses it' }],
            fixes: fixes(around, buffer, place, wanted),
          });
        }
      }
    }
  },
});

function fixes(
  around: Around,
  { entry }: EffectiveNumber,
  place: Parameters<typeof insertBefore>[1] | undefined,
  size: number,
): readonly Fix[] {
  if (place === undefined) return [];
  const edit = entry
    ? { path: entry.path, span: entry.valueSpan, newText: `${size}` }
    : insertBefore(around, place, `buffer-size = ${size}`);
  const title = `Let the worker take ${size} bytes`;
  return edit === undefined ? [] : [{ title, edits: [edit], preferred: true }];
}
