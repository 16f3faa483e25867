import type { SubscriptionFacts } from '../../stack/facts.ts';
import type { Around, StackView } from '../inputs.ts';
import { defineRule, type Fix } from '../rule.ts';
import {
  type AskedKey,
  askedKeys,
  isOpen,
  isPlainKey,
  keyOnRoute,
  passesTo,
} from './asked-keys.ts';
import { insertBefore } from './ini-edits.ts';

export const serverWithoutWorker = defineRule({
  id: 'stack/server-without-worker',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'A server of nginx asks the router for a key that no worker announces, while the other keys have their workers.',
    why: 'For an unknown key the router closes the connection without a log line: nginx answers 502. With `$host` as the key each name of `server_name` is a key of its own.',
    fix: 'Let a worker announce the name, too (one `subscribe2` line for each key), or name one key in `uwsgi_param UWSGI_FASTROUTER_KEY`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Fastrouter.html',
  },
  check(view, report) {
    const { graph, around } = view;
    for (const router of new Set(
      graph.subscriptions.flatMap(({ ends }) => ends.map((end) => end.path)),
    )) {
      if (isOpen(graph, around, router)) continue;
      const workers = graph.subscriptions
        .filter(({ ends }) => ends.some((end) => end.path === router))
        .map(({ subscription }) => subscription);
      const announced = new Set(workers.map(({ key }) => key?.text));
      if (![...announced].every(isPlainKey)) continue;
      const asked = keysFor(view, router);
      // Where a worker's key has no server, that one is the mistake (stack/key-without-server).
      if (
        asked === undefined ||
        ![...announced].every((key) => asked.some(({ text }) => text === key))
      )
        continue;
      const told = new Set<string>();
      for (const key of asked) {
        const spot = `${key.path}:${key.span.start}`;
        if (announced.has(key.text) || told.has(spot)) continue;
        told.add(spot);
        report({
          path: key.path,
          span: key.span,
          message: `No worker announces "${key.text}" to the router: requests for it end as 502`,
          related: workers
            .slice(0, 5)
            .flatMap(({ path, key: other }) =>
              other === undefined
                ? []
                : [{ path, span: other.span, message: `A worker announces "${other.text}"` }],
            ),
          fixes: announce(around, workers, key),
        });
      }
    }
  },
});

/** Keys that nginx surely asks for; undefined where that is not known of each way to the router. */
function keysFor(view: StackView, router: string): readonly AskedKey[] | undefined {
  const all: AskedKey[] = [];
  for (const { routes, pass, targets } of passesTo(view.graph, new Set([router]))) {
    // A variable that leads elsewhere, too, may do so by the very name.
    if (pass.target.kind === 'variables' && targets.length > 1) return undefined;
    for (const route of routes) {
      const parameter = keyOnRoute(view.graph, view.around, route);
      if (parameter.kind !== 'parameter' || parameter.value.text === '$http_host') return undefined;
      const keys = askedKeys(view, route);
      if (keys === undefined) return undefined;
      all.push(...keys);
    }
  }
  return all;
}

/** One more subscription beside the first one: that of the only worker, or of each. */
function announce(
  around: Around,
  workers: readonly SubscriptionFacts[],
  { text }: AskedKey,
): readonly Fix[] {
  const files = new Map(workers.map((worker) => [worker.path, worker]));
  return [...files.values()].slice(0, 5).flatMap((worker) => {
    const { path, span, key, option } = worker;
    const value = around.uwsgiFile(path)?.text.slice(span.start, span.end);
    // The key has a place of its own unless a placeholder has made the value.
    if (value === undefined || key === undefined || key.span.start === span.start) return [];
    const before = value.slice(0, key.span.start - span.start);
    const after = value.slice(key.span.end - span.start);
    const edit = insertBefore(around, worker, `${option} = ${before}${text}${after}`);
    const title = `Announce "${text}" in ${path.slice(path.lastIndexOf('/') + 1)}, too`;
    return edit === undefined ? [] : [{ title, edits: [edit], preferred: files.size === 1 }];
  });
}
