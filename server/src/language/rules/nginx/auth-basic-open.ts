import { statementsNamed } from '../../nginx-conf/statements.ts';
import { walkNodes } from '../../nginx-conf/walk.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan } from './word-fixes.ts';

export const authBasicOpen: NginxRule = defineRule({
  id: 'nginx/auth-basic-open',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports an `auth_basic` without `auth_basic_user_file`, and the other way round.',
    why: 'nginx asks for a password only where both are set. With one of them it starts without a word, and lets everybody in.',
    fix: 'Set both, `auth_basic "name";` and `auth_basic_user_file FILE;`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_auth_basic_module.html',
  },
  check(view, report) {
    for (const [name, other] of pairs)
      for (const node of statementsNamed(view.conf, name)) {
        if (node.statement.args[0]?.value === 'off') continue;
        const { lines, hidden, complete } = linesInForce(view, node.parent, [other]);
        if (lines.length > 0 || hidden.length > 0) continue;
        // A fragment may be included where the other one is set.
        if (!complete) continue;
        const inside = [...walkNodes(node.parent?.children ?? [])];
        if (inside.some(({ statement }) => statement.name.value === other)) continue;
        report({
          span: headSpan(node),
          message: `nobody is asked for a password here: \`${other}\` is missing`,
        });
      }
  },
});

const pairs = [
  ['auth_basic', 'auth_basic_user_file'],
  ['auth_basic_user_file', 'auth_basic'],
] as const;
