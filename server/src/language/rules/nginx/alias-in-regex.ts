import { readLocation } from '../../nginx-conf/location.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const aliasInRegex: NginxRule = defineRule({
  id: 'nginx/alias-in-regex',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports an `alias` without variables in a location by regular expression.',
    why: 'There nginx takes the alias for the whole path of the file, and puts nothing behind it: every request is answered with the same file, or with 301 or 403 when it is a folder.',
    fix: 'Use a group of the expression: `location ~ ^/img/(.*)$ { alias /srv/img/$1; }`; or use `root`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#alias',
  },
  check(view, report) {
    for (const { statement, parent } of statementsNamed(view.conf, 'alias')) {
      const [folder] = statement.args;
      const match = parent && readLocation(parent.statement.args);
      if (folder === undefined || match?.kind !== 'regex' || folder.value.includes('$')) continue;
      // An expression for one path, and a file for it.
      if (/^\^[\w/.\\-]+\$$/.test(match.name) && !folder.value.endsWith('/')) continue;
      report({
        span: folder.span,
        message: `every request for this location is answered from "${folder.value}" itself: in a regular expression nginx puts nothing behind it`,
      });
    }
  },
});
