import { statementsNamed } from '../../nginx-conf/statements.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const mimeTypesMissing: NginxRule = defineRule({
  id: 'nginx/mime-types-missing',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports a configuration that sends files and has no table of their types.',
    why: 'By itself nginx knows three kinds: html, gif and jpg. All others go out as `default_type`, which is text/plain: browsers then refuse style sheets and scripts.',
    fix: 'Write `include mime.types;` into `http`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#types',
  },
  check(view, report) {
    const http = statementsNamed(view.conf, 'http')[0]?.statement;
    if (http?.end.kind !== 'block') return;
    for (const { statement, parent } of statementsNamed(view.conf, 'root', 'alias')) {
      if (parent === undefined) continue;
      const { lines, hidden, complete } = linesInForce(view, parent, ['types', 'default_type']);
      if (lines.length > 0 || hidden.length > 0 || !complete) continue;
      const at = http.end.open + 1;
      report({
        span: statement.name.span,
        message: 'style sheets and scripts are sent as text/plain: no `types` say what they are',
        fixes: [
          {
            title: 'Insert `include mime.types;`',
            edits: [
              {
                path: view.path,
                span: { start: at, end: at },
                newText: '\n    include mime.types;',
              },
            ],
            preferred: true,
          },
        ],
      });
      return;
    }
  },
});
