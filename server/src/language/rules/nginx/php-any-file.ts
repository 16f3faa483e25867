import { childrenNamed, statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, insertBefore } from './word-fixes.ts';

export const phpAnyFile: NginxRule = defineRule({
  id: 'nginx/php-any-file',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports a location for `.php` that passes paths on without asking whether the file is there.',
    why: 'A path such as `/upload/picture.jpg/x.php` fits as well; with PHP’s `cgi.fix_pathinfo` the picture is then run as a program.',
    fix: 'Write `try_files $uri =404;` before the pass.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#try_files',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'fastcgi_pass')) {
      const location = node.parent;
      const [modifier, expression] = location?.statement.args ?? [];
      if (location?.statement.name.value !== 'location' || !/^~\*?$/.test(modifier?.value ?? ''))
        continue;
      if (!/^(?:\.\+|\[\^\/\]\+)?\\\.php\d?\$$/.test(expression?.value ?? '')) continue;
      const guards = childrenNamed(
        location,
        'try_files',
        'if',
        'include',
        'fastcgi_split_path_info',
      );
      const script = childrenNamed(location, 'fastcgi_param').some(
        ({ statement }) =>
          statement.args[0]?.value === 'SCRIPT_FILENAME' && !statement.args[1]?.value.includes('$'),
      );
      if (script || guards.some(({ statement }) => !isParams(statement.args[0]?.value))) continue;
      report({
        span: headSpan(node),
        message: 'PHP gets paths here whose file nobody has looked for, such as /picture.jpg/x.php',
        fixes: [insertBefore(view, node.statement, ['try_files $uri =404;'])],
      });
    }
  },
});

/** What every distribution brings; it asks for no file. */
function isParams(name: string | undefined): boolean {
  return name !== undefined && /(?:^|\/)fastcgi(?:_params|\.conf)$/.test(name);
}
