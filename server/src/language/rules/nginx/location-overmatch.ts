import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const locationOvermatch: NginxRule = defineRule({
  id: 'nginx/location-overmatch',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports a location whose path ends within a word.',
    why: '`location /admin` also takes `/administrator` and `/admin.bak`: nginx compares signs, not parts of the path.',
    fix: 'Write `location /admin/`, and `location = /admin` where that one is asked for as well.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#location',
  },
  check({ conf }, report) {
    for (const { statement } of statementsNamed(conf, 'location')) {
      const [first, second] = statement.args;
      const path = first?.value === '^~' ? second : first;
      if (path === undefined || !/^\/.*[\w-]$/.test(path.value) || path.value.includes('.'))
        continue;
      report({
        span: path.span,
        message: `this also takes ${path.value}x: nginx compares signs, not parts of the path`,
      });
    }
  },
});
