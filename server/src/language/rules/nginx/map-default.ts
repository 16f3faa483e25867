import { statementsNamed } from '../../nginx-conf/statements.ts';
import { argsSpan } from './word-fixes.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const mapDefault: NginxRule = defineRule({
  id: 'nginx/map-default',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports a `map` or `geo` without a `default`.',
    why: 'Whatever no line names becomes an empty text, which many conditions take for "allowed".',
    fix: 'Say what else it is: `default "";`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_map_module.html#map',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'map', 'geo')) {
      const names = node.children.map(({ statement }) => statement.name.value);
      if (names.length === 0 || names.some((name) => /^(?:default|include|ranges)$/.test(name)))
        continue;
      if (names.some((name) => /^(?:0\.0\.0\.0\/0|~\^?\.?\*?|~\.\*)$/.test(name))) continue;
      report({
        span: argsSpan(node),
        message: 'what no line names becomes empty: there is no `default`',
      });
    }
  },
});
