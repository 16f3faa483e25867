import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan } from './word-fixes.ts';

export const ifHost: NginxRule = defineRule({
  id: 'nginx/if-host',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports an `if` of a server that asks for the host.',
    why: 'nginx chooses the server by the host already, in a table; the condition is compared anew at each request, and hides which names there are.',
    fix: 'Give the host a `server` of its own (a refactoring of the editor does it for redirects).',
    source: 'https://nginx.org/en/docs/http/converting_rewrite_rules.html',
  },
  check({ conf }, report) {
    for (const node of statementsNamed(conf, 'if')) {
      const [first] = node.statement.args;
      if (node.parent?.opens !== 'server' || first === undefined) continue;
      if (/^\(?\$\{?(?:http_)?host\b/.test(first.value))
        report({
          span: argsSpan(node),
          message: 'nginx chooses a server by the host: give this one a `server` of its own',
        });
    }
  },
});
