import { readLocation } from '../../nginx-conf/location.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { insertBehindWord } from './word-fixes.ts';

export const tryFilesLoop: NginxRule = defineRule({
  id: 'nginx/try-files-loop',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `try_files` whose last argument is `$uri` or `$uri/`.',
    why: 'The last argument is no file to try, but where nginx goes when there is none: a missing file leads back to the same location again and again, and ends as 500 with `rewrite or internal redirection cycle` in place of 404.',
    fix: 'End the list with `=404`, or with the place that answers instead.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#try_files',
  },
  check(view, report) {
    for (const { statement, parent } of statementsNamed(view.conf, 'try_files')) {
      const last = statement.args.at(-1);
      if (last === undefined || !/^\$(?:uri|\{uri\}|document_uri)\/?$/.test(last.value)) continue;
      // A location for one path only is left by a slash at its end.
      const match = parent && readLocation(parent.statement.args);
      const isLocation = parent?.statement.name.value === 'location';
      if (isLocation && (match?.kind === 'exact' || match?.kind === 'named')) continue;
      if (isLocation && match?.kind === 'regex' && last.value.endsWith('/')) continue;
      report({
        span: last.span,
        message: `where no file is found nginx goes to \`${last.value}\`, which leads here again: 500 in place of 404`,
        fixes: [insertBehindWord(view, last, ' =404')],
      });
    }
  },
});
