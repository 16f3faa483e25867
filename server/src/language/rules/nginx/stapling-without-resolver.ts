import { statementsNamed } from '../../nginx-conf/statements.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan } from './word-fixes.ts';

export const staplingWithoutResolver: NginxRule = defineRule({
  id: 'nginx/stapling-without-resolver',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports `ssl_stapling on` without a `resolver`.',
    why: 'nginx then knows the certificate authority’s OCSP server only by the addresses of the start. Several authorities have given OCSP up altogether: `ssl_stapling` is ignored for their certificates.',
    fix: 'Set a `resolver`, or leave stapling out.',
    source: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_stapling',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'ssl_stapling')) {
      if (node.statement.args[0]?.value.toLowerCase() !== 'on') continue;
      const { lines, hidden, complete } = linesInForce(view, node.parent, ['resolver']);
      if (lines.length > 0 || hidden.length > 0 || !complete) continue;
      report({
        span: headSpan(node),
        message: 'without a `resolver` nginx keeps to the OCSP server’s addresses of the start',
      });
    }
  },
});
