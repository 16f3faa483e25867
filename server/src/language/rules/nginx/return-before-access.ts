import type { ConfNode } from '../../nginx-conf/conf.ts';
import { childrenNamed, statementsNamed, valuesOf } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan } from './word-fixes.ts';

export const returnBeforeAccess: NginxRule = defineRule({
  id: 'nginx/return-before-access',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports `deny`, `auth_basic`, `auth_request`, `limit_req` and the like beside a `return` that answers before they are asked.',
    why: 'nginx runs `return` and `rewrite` before it looks at access: `deny all; return 200 secret;` answers everybody.',
    fix: 'Serve the answer as a file or from an upstream, or put the `return` into a named location that `error_page` or `try_files` leads to.',
    source: 'https://nginx.org/en/docs/dev/development_guide.html#http_phases',
  },
  check({ path, conf }, report) {
    for (const answer of statementsNamed(conf, 'return')) {
      const block = answer.parent;
      if (block?.statement.name.value !== 'location' || refuses(answer)) continue;
      const guards = childrenNamed(block, ...guarding).filter(
        (node) => valuesOf(node)[0] !== 'off' && valuesOf(node).join(' ') !== 'all',
      );
      const denied = childrenNamed(block, 'deny').filter((node) => valuesOf(node)[0] === 'all');
      const [first] = [...guards, ...denied];
      if (first === undefined) continue;
      report({
        span: headSpan(first),
        message: `\`${first.statement.name.value}\` is never asked: \`return\` answers before`,
        related: [{ path, span: answer.statement.span, message: 'answers everybody' }],
      });
    }
  },
});

const guarding = [
  ...['allow', 'deny', 'auth_basic', 'auth_request', 'auth_jwt'],
  ...['limit_req', 'limit_conn', 'limit_except'],
];

/** Nothing leaks where everybody is refused, or sent elsewhere. */
function refuses(answer: ConfNode): boolean {
  const [code = ''] = valuesOf(answer);
  return !/^[12]\d\d$/.test(code);
}
