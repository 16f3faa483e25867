import { statementsNamed, childrenNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan } from './word-fixes.ts';

export const corsReflect: NginxRule = defineRule({
  id: 'nginx/cors-reflect',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports answers that allow every origin to read them with the visitor’s cookies.',
    why: '`Access-Control-Allow-Origin $http_origin` names whatever site asks. Together with `Access-Control-Allow-Credentials true` any page that a visitor opens reads what only the visitor may read.',
    fix: 'Let a `map` of `$http_origin` name the origins that are allowed, and nothing else.',
    source: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
  },
  check({ path, conf }, report) {
    for (const node of statementsNamed(conf, 'add_header')) {
      const [name, value] = node.statement.args;
      if (name === undefined || value === undefined || node.parent === undefined) continue;
      if (name.value.toLowerCase() !== 'access-control-allow-origin') continue;
      if (!/^\$\{?http_origin\}?$/i.test(value.value)) continue;
      // `if ($http_origin ~ …)` may be what decides.
      const { parent } = node;
      if (parent.statement.name.value === 'if') continue;
      const credentials = childrenNamed(parent, 'add_header').find(
        ({ statement: { args } }) =>
          args[0]?.value.toLowerCase() === 'access-control-allow-credentials' &&
          args[1]?.value.toLowerCase() === 'true',
      );
      if (credentials === undefined) continue;
      report({
        span: argsSpan(node),
        message:
          "every site may read this with the visitor's cookies: the origin is whichever one asks",
        related: [{ path, span: credentials.statement.span, message: 'allows the cookies' }],
      });
    }
  },
});
