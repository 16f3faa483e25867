import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, insertBehindWord } from './word-fixes.ts';

export const headerAlways: NginxRule = defineRule({
  id: 'nginx/header-always',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports a security header without `always`.',
    why: 'nginx adds a header to answers such as 200, 301 and 304 only; error pages come without it.',
    fix: 'Write `always` behind the value.',
    source: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'add_header')) {
      const [name, value, always] = node.statement.args;
      if (name === undefined || value === undefined || always !== undefined) continue;
      if (!security.test(name.value)) continue;
      report({
        span: headSpan(node),
        message: `error pages come without ${name.value}`,
        fixes: [insertBehindWord(view, value, ' always')],
      });
    }
  },
});

const security =
  /^(?:strict-transport-security|content-security-policy|x-frame-options|x-content-type-options|referrer-policy|permissions-policy|cross-origin-.*)$/i;
