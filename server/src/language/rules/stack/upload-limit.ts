import { type PlacedSetting, settingsOn } from '../../stack/nginx-tree.ts';
import { basename } from '../../text/path.ts';
import type { PassWire } from '../../stack/graph.ts';
import type { Around } from '../inputs.ts';
import { defineRule, type Fix } from '../rule.ts';
import { effectiveNumber } from './effective-number.ts';
import { insertStatement } from './nginx-edits.ts';
import { workersBehind } from './routers.ts';
import { sizeOf, sizeText } from './sizes.ts';

export const uploadLimit = defineRule({
  id: 'stack/upload-limit',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'nginx and a worker allow bodies of different sizes.',
    why: 'A body that is larger than `client_max_body_size` (1m by default) gets a 413 from nginx, whatever `limit-post` allows. One that nginx lets through and `limit-post` does not ends as 502: uWSGI closes the connection instead of answering.',
    fix: 'Give both the same size. `limit-post` counts bytes.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size',
  },
  check({ graph, around }, report) {
    const told = new Set<string>();
    for (const wire of graph.passes) {
      const workers = new Set(wire.targets.flatMap((target) => workersBehind(graph, target)));
      for (const worker of workers) {
        const limit = effectiveNumber(around.effective(worker), 'limit-post', 0);
        const entry = limit?.entry;
        if (entry === undefined || limit === undefined || limit.value === 0) continue;
        for (const route of wire.routes) {
          const settings = settingsOn(graph.files, graph.nginx, route, 'client_max_body_size');
          if (settings === undefined || settings.missing.length > 0) continue;
          const written = settings.found.at(-1);
          const argument = written?.setting.args[0];
          const size = argument === undefined ? 1_048_576 : sizeOf(argument.text);
          if (size === undefined || size === limit.value) continue;
          const spot = `${entry.path}:${entry.valueSpan.start}`;
          if (told.has(spot)) continue;
          told.add(spot);
          const nginx = `${basename(wire.path)} allows ${size === 0 ? 'any size' : sizeText(size)}${argument === undefined ? ' by default' : ''} (client_max_body_size)`;
          const open = size === 0 || size > limit.value;
          report({
            path: entry.path,
            span: entry.valueSpan,
            message: open
              ? `The worker takes bodies of ${sizeText(limit.value)} at most, but ${nginx}: one between the two ends as 502`
              : `The worker takes bodies of ${sizeText(limit.value)}, but ${nginx}: larger ones end as 413`,
            related: [
              {
                path: written?.path ?? wire.path,
                span: argument?.span ?? wire.pass.span,
                message: 'nginx limits the size here',
              },
            ],
            fixes: [
              ...nginxFix(around, wire, written, limit.value, !open),
              ...(size === 0
                ? []
                : [
                    {
                      title: `Let the worker take ${sizeText(size)}, as nginx does`,
                      edits: [{ path: entry.path, span: entry.valueSpan, newText: `${size}` }],
                      preferred: open,
                    },
                  ]),
            ],
          });
        }
      }
    }
  },
});

function nginxFix(
  around: Around,
  { path, pass }: PassWire,
  written: PlacedSetting | undefined,
  bytes: number,
  preferred: boolean,
): readonly Fix[] {
  const title = `Let nginx allow ${sizeText(bytes)}, as the worker does`;
  const argument = written?.setting.args[0];
  const size = sizeText(bytes);
  const edit =
    written !== undefined && argument !== undefined
      ? { path: written.path, span: argument.span, newText: size }
      : insertStatement(around, path, pass.statement, `client_max_body_size ${size};`);
  return edit === undefined ? [] : [{ title, edits: [edit], preferred }];
}
