import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const autoindex: NginxRule = defineRule({
  id: 'nginx/autoindex',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports folders whose files are listed for everybody.',
    why: 'With `autoindex on` whoever opens a folder without an index file sees the names of all files in it, those that nothing links to as well.',
    fix: 'Write `autoindex off;` where the list is not meant for everybody.',
    source: 'https://nginx.org/en/docs/http/ngx_http_autoindex_module.html',
  },
  check(view, report) {
    for (const { statement } of statementsNamed(view.conf, 'autoindex')) {
      const [value] = statement.args;
      if (value?.value.toLowerCase() === 'on')
        report({
          span: value.span,
          message: 'everybody sees the names of all files here',
          fixes: [replaceSpan(view, value.span, 'off')],
        });
    }
  },
});
