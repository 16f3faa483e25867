import { lastOption } from '../../uwsgi/lookup.ts';
import { defineRule } from '../rule.ts';
import { isPlainKey, passesTo } from './asked-keys.ts';
import { subscribedRouters, subscriptionsTo } from './routers.ts';

export const dottedKey = defineRule({
  id: 'stack/dotted-key',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'A key without a leading dot, where nginx has names below it and the router divides names at their dots.',
    why: 'With `subscription-dotsplit` the router looks for `www.example.com`, then for `.example.com` with its dot, never for `example.com`: requests for the names below end as 502.',
    fix: 'Announce `.example.com` for the names below, and `example.com` beside it where that one is asked for as well.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/subscription.c',
  },
  check({ graph, around }, report) {
    for (const router of subscribedRouters(graph)) {
      const config = around.effective(router);
      if (config === undefined || lastOption(config, 'subscription-dotsplit')?.value !== 'true')
        continue;
      const workers = subscriptionsTo(graph, router).map(({ subscription }) => subscription);
      const announced = new Set(workers.map(({ key }) => key?.text));
      const names = passesTo(graph, new Set([router])).flatMap(({ routes }) =>
        routes.flatMap(({ server }) =>
          (server?.server.names ?? []).map((name) => ({ ...name, path: server?.path ?? '' })),
        ),
      );
      for (const { path, key } of workers) {
        if (key === undefined || !isPlainKey(key.text) || announced.has(`.${key.text}`)) continue;
        const below = names.find(
          ({ text }) => text.endsWith(`.${key.text}`) && !announced.has(text),
        );
        if (below === undefined) continue;
        const both = names.some(({ text }) => text === key.text || text === `.${key.text}`);
        report({
          path,
          span: key.span,
          message: `The router looks for ".${key.text}" with its dot for the names below: requests for "${below.text}" find no worker`,
          related: [{ path: below.path, span: below.span, message: 'A name below' }],
          // Where the name itself is asked for, too, a second line is needed, and which one is for the writer to say.
          fixes: both
            ? []
            : [
                {
                  title: `Announce the key ".${key.text}"`,
                  edits: [{ path, span: key.span, newText: `.${key.text}` }],
                  preferred: true,
                },
              ],
        });
      }
    }
  },
});
