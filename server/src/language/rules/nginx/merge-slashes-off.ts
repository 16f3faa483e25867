import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const mergeSlashesOff: NginxRule = defineRule({
  id: 'nginx/merge-slashes-off',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports `merge_slashes off`.',
    why: 'A request for `//admin/` then no longer meets `location /admin/`, so that what guards the location can be passed by, while most programs behind take both for the same.',
    fix: 'Leave it on; or guard the paths in the program.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#merge_slashes',
  },
  check(view, report) {
    for (const { statement } of statementsNamed(view.conf, 'merge_slashes')) {
      const [value] = statement.args;
      if (value?.value.toLowerCase() === 'off')
        report({
          span: value.span,
          message: '`//path` passes by the locations that guard `/path`',
          fixes: [replaceSpan(view, value.span, 'on')],
        });
    }
  },
});
