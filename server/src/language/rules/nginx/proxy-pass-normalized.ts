import { serverAround, statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const proxyPassNormalized: NginxRule = defineRule({
  id: 'nginx/proxy-pass-normalized',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports a `proxy_pass` with a path.',
    why: 'nginx then passes the decoded and joined path (`%2f` becomes `/`, `..` is resolved) instead of the one that the client has sent. Programs behind that check paths see another one than nginx did.',
    fix: 'Leave the path out where the location and the program behind have the same paths.',
    source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass',
  },
  check({ conf }, report) {
    for (const node of statementsNamed(conf, 'proxy_pass')) {
      const [word] = node.statement.args;
      if (word === undefined || word.value.includes('$') || serverAround(node) === undefined)
        continue;
      if (/^https?:\/\/(?:unix:[^:]+:|[^/]+)\/./.test(word.value))
        report({
          span: word.span,
          message: 'the program behind gets the decoded path, not the one that the client has sent',
        });
    }
  },
});
