import { basename } from '../../text/path.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import { defineRule } from '../rule.ts';
import { subscribedRouters, subscriptionsTo } from './routers.ts';

export const signedSubscriptions = defineRule({
  id: 'stack/signed-subscriptions',
  scope: 'stack',
  level: 'error',
  docs: {
    what: 'A router takes signed announcements only, and a worker signs none, or in another way.',
    why: 'With `subscriptions-sign-check` the router drops each announcement that is not signed with the digest it names and a key of its folder. Neither side says a word, and the router never learns of the worker.',
    fix: 'Sign with `sign=DIGEST:KEYFILE` in subscribe2; the router needs the public key as KEY.pem in its folder.',
    source:
      'https://uwsgi-docs.readthedocs.io/en/latest/SubscriptionServer.html#securing-the-subscription-system',
  },
  check({ graph, around }, report) {
    for (const router of subscribedRouters(graph)) {
      const config = around.effective(router);
      const check = config && lastOption(config, 'subscriptions-sign-check');
      if (check === undefined || !check.known || check.conditional) continue;
      const digest = /^([^:]+):/.exec(check.value)?.[1];
      if (digest === undefined) continue;
      const related = [
        { path: check.path, span: check.valueSpan, message: 'The router checks signatures here' },
      ];
      for (const { subscription } of subscriptionsTo(graph, router)) {
        const { path, span, sign } = subscription;
        const own = sign?.text.split(':')[0];
        if (sign === undefined)
          report({
            ...{ path, span, related },
            message: `${basename(router)} takes signed announcements only (${digest}): this one is dropped without a word. Add sign=${digest}:KEYFILE`,
          });
        else if (own !== undefined && own.toLowerCase() !== digest.toLowerCase())
          report({
            ...{ path, related },
            span: sign.span,
            message: `${basename(router)} checks signatures with ${digest}, this one is made with ${own}: the announcement is dropped without a word`,
            fixes: [
              {
                title: `Sign with ${digest}`,
                edits: [{ path, span: sign.span, newText: sign.text.replace(own, digest) }],
                preferred: true,
              },
              {
                title: `Let the router check with ${own}`,
                edits: [
                  {
                    path: check.path,
                    span: {
                      start: check.valueSpan.start,
                      end: check.valueSpan.start + digest.length,
                    },
                    newText: own,
                  },
                ],
              },
            ],
          });
      }
    }
  },
});
