import { type PlacedSetting, settingsOn } from '../../stack/nginx-tree.ts';
import { basename } from '../../text/path.ts';
import type { PassWire } from '../../stack/graph.ts';
import type { Around } from '../inputs.ts';
import { defineRule, type Fix } from '../rule.ts';
import { effectiveNumber } from './effective-number.ts';
import { insertStatement } from './nginx-edits.ts';
import { workersBehind } from './routers.ts';

export const readTimeout = defineRule({
  id: 'stack/read-timeout',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'nginx gives a request up before the time that the worker allows for it.',
    why: 'After `uwsgi_read_timeout` (60 seconds) without data nginx answers 504, while the worker works on until `harakiri`, for nobody.',
    fix: 'Make `uwsgi_read_timeout` larger than `harakiri`, or `harakiri` smaller.',
    source: 'https://nginx.org/en/docs/http/ngx_http_uwsgi_module.html#uwsgi_read_timeout',
  },
  check({ graph, around }, report) {
    const told = new Set<string>();
    for (const wire of graph.passes) {
      const workers = new Set(wire.targets.flatMap((target) => workersBehind(graph, target)));
      for (const worker of workers) {
        const harakiri = effectiveNumber(around.effective(worker), 'harakiri', 0);
        const entry = harakiri?.entry;
        if (entry === undefined || harakiri === undefined || harakiri.value === 0) continue;
        for (const route of wire.routes) {
          const settings = settingsOn(graph.files, graph.nginx, route, 'uwsgi_read_timeout');
          if (settings === undefined || settings.missing.length > 0) continue;
          const written = settings.found.at(-1);
          const argument = written?.setting.args[0];
          const seconds = argument === undefined ? 60 : secondsOf(argument.text);
          if (seconds === undefined || seconds >= harakiri.value) continue;
          const spot = `${entry.path}:${entry.valueSpan.start}`;
          if (told.has(spot)) continue;
          told.add(spot);
          const byDefault = argument === undefined ? ' by default' : '';
          report({
            path: entry.path,
            span: entry.valueSpan,
            message: `A request may take ${harakiri.value} seconds here, but ${basename(wire.path)} gives it up after ${seconds}${byDefault} (uwsgi_read_timeout): the client gets a 504 while the worker works on`,
            related: [
              {
                path: written?.path ?? wire.path,
                span: argument?.span ?? wire.pass.span,
                message: 'nginx gives the request up here',
              },
            ],
            fixes: fixes(around, wire, written, harakiri.value + 10),
          });
        }
      }
    }
  },
});

function fixes(
  around: Around,
  { path, pass }: PassWire,
  written: PlacedSetting | undefined,
  seconds: number,
): readonly Fix[] {
  const title = `Let nginx wait ${seconds} seconds`;
  const argument = written?.setting.args[0];
  const edit =
    written !== undefined && argument !== undefined
      ? { path: written.path, span: argument.span, newText: `${seconds}s` }
      : insertStatement(around, path, pass.statement, `uwsgi_read_timeout ${seconds}s;`);
  return edit === undefined ? [] : [{ title, edits: [edit], preferred: true }];
}

/** nginx's times: `90`, `90s`, `1m 30s`, `1m30s`; undefined for what is none. */
function secondsOf(text: string): number | undefined {
  if (!/^(?:\d+(?:ms|[smhdwMy])?\s*)+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, digits = '', unit = 's'] of text.matchAll(/(\d+)(ms|[smhdwMy])?/g))
    sum += Number(digits) * (units[unit] ?? 1);
  return sum;
}

const units: Readonly<Record<string, number>> = {
  ...{ ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, M: 2_592_000, y: 31_536_000 },
};
