import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, insertBehindWord } from './word-fixes.ts';

export const limitReqBurst: NginxRule = defineRule({
  id: 'nginx/limit-req-burst',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports a `limit_req` without `burst`.',
    why: 'nginx spreads the rate over time: at `10r/s` a second request within 100 ms is answered with 503. A browser that opens a page asks for many things at once.',
    fix: 'Allow some to come together: `burst=20 nodelay`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_limit_req_module.html#limit_req',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'limit_req')) {
      const { args } = node.statement;
      const last = args.at(-1);
      if (last === undefined || args.some(({ value }) => value.startsWith('burst='))) continue;
      if (!args.some(({ value }) => value.startsWith('zone='))) continue;
      report({
        span: headSpan(node),
        message: 'the second of two requests at once is refused: there is no `burst`',
        fixes: [insertBehindWord(view, last, ' burst=20 nodelay')],
      });
    }
  },
});
