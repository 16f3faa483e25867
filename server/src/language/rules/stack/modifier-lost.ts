import type { SubscriptionWire } from '../../stack/graph.ts';
import { settingsOn } from '../../stack/nginx-tree.ts';
import { basename } from '../../text/path.ts';
import { defineRule, type Fix } from '../rule.ts';
import { routersOf, subscriptionsTo } from './routers.ts';

export const modifierLost = defineRule({
  id: 'stack/modifier-lost',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'A `uwsgi_modifier1` in front of a FastRouter.',
    why: 'The router writes the modifier that the worker has announced over the one of nginx, 0 where it has announced none: the directive has no effect, and the request goes to another plugin of uWSGI than it should.',
    fix: 'Announce it: `subscribe2 = server=…,key=…,modifier1=N`.',
    source: 'https://github.com/unbit/uwsgi/issues/1083',
  },
  check({ graph }, report) {
    const told = new Set<string>();
    for (const wire of graph.passes) {
      const workers = routersOf(wire).flatMap((router) => subscriptionsTo(graph, router));
      for (const route of wire.routes) {
        const found = settingsOn(graph.files, graph.nginx, route, 'uwsgi_modifier1')?.found.at(-1);
        const argument = found?.setting.args[0];
        if (found === undefined || argument === undefined) continue;
        const spot = `${found.path}:${argument.span.start}`;
        const modifier = Number(argument.text);
        if (!/^\d+$/.test(argument.text) || told.has(spot)) continue;
        const others = workers.filter(({ subscription }) => subscription.modifier1 !== modifier);
        const [first] = others;
        if (first === undefined) continue;
        told.add(spot);
        report({
          path: found.path,
          span: argument.span,
          message: `The router replaces this with the modifier that ${basename(first.path)} announces, ${first.subscription.modifier1}`,
          related: others.map(({ subscription: { path, span } }) => ({
            ...{ path, span },
            message: 'The worker announces itself here',
          })),
          fixes: announce(others, modifier),
        });
      }
    }
  },
});

function announce(workers: readonly SubscriptionWire[], modifier: number): readonly Fix[] {
  const edits = workers.flatMap(({ subscription: { option, path, span, key, modifier1 } }) =>
    // Written as it is, and without a modifier of its own.
    option === 'subscribe2' && modifier1 === 0 && key !== undefined && key.span.start > span.start
      ? [{ path, span: { start: span.end, end: span.end }, newText: `,modifier1=${modifier}` }]
      : [],
  );
  if (edits.length < workers.length) return [];
  return [{ title: `Announce modifier1=${modifier}`, edits, preferred: true }];
}
