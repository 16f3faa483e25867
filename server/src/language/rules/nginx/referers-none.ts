import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const referersNone: NginxRule = defineRule({
  id: 'nginx/referers-none',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports `none` and `blocked` among the `valid_referers`.',
    why: 'A request without a `Referer` then passes, and any client can leave it out: the check keeps out nobody who means it.',
    fix: 'Take the word out where the check is meant to protect something.',
    source: 'https://nginx.org/en/docs/http/ngx_http_referer_module.html',
  },
  check(view, report) {
    for (const { statement } of statementsNamed(view.conf, 'valid_referers')) {
      for (const [index, word] of statement.args.entries()) {
        if (word.value !== 'none' || statement.args.length === 1) continue;
        const before = statement.args[index - 1] ?? statement.name;
        report({
          span: word.span,
          message: 'requests without a Referer pass, and every client can leave it out',
          fixes: [
            replaceSpan(view, { start: before.span.end, end: word.span.end }, '', {
              title: 'Take `none` out',
            }),
          ],
        });
      }
    }
  },
});
