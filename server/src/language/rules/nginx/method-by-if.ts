import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan } from './word-fixes.ts';

export const methodByIf: NginxRule = defineRule({
  id: 'nginx/method-by-if',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports an `if` in a location that turns methods away.',
    why: '`limit_except` says the same without an expression, holds for nested locations as well, and knows that HEAD belongs to GET.',
    fix: 'Write `limit_except GET { deny all; }`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#limit_except',
  },
  check({ conf }, report) {
    for (const node of statementsNamed(conf, 'if')) {
      const [first] = node.statement.args;
      if (node.parent?.statement.name.value !== 'location') continue;
      if (!/^\(?\$\{?request_method\b/.test(first?.value ?? '')) continue;
      const refuses = node.children.some(
        ({ statement }) =>
          statement.name.value === 'return' && /^4\d\d$/.test(statement.args[0]?.value ?? ''),
      );
      if (refuses)
        report({
          span: argsSpan(node),
          message: '`limit_except` turns methods away without an `if`',
        });
    }
  },
});
