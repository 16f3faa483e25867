import { scanVariables } from '../../nginx-conf/scan-variables.ts';
import { childrenNamed, statementsNamed } from '../../nginx-conf/statements.ts';
import { ancestors } from '../../nginx-conf/walk.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const clientChosenTarget: NginxRule = defineRule({
  id: 'nginx/client-chosen-target',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a pass whose address a client can choose by an argument, a header or a cookie.',
    why: '`proxy_pass http://$arg_host;` lets anybody send requests from this machine, to services behind the firewall too.',
    fix: 'Look the address up in a `map` of those that are allowed, or make the location `internal`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, ...passes)) {
      const [word] = node.statement.args;
      if (!word?.value.includes('$')) continue;
      const blocks = [...ancestors(node)];
      if (blocks.some((block) => childrenNamed(block, 'internal').length > 0)) continue;
      if (blocks.some(({ statement }) => statement.args[0]?.value.startsWith('@'))) continue;
      const address = addressEnd(view.text.slice(word.span.start, word.span.end));
      for (const { name, span } of scanVariables(view.text, word)) {
        if (span.start >= word.span.start + address) continue;
        if (!/^(?:arg|http|cookie)_/i.test(name)) continue;
        report({
          span,
          message: `the client chooses where this goes: \`$${name}\` is part of the address`,
        });
      }
    }
  },
});

const passes = ['proxy_pass', 'uwsgi_pass', 'fastcgi_pass', 'scgi_pass', 'grpc_pass'];

/** The address ends where the path begins. */
function addressEnd(text: string): number {
  const scheme = /^["']?(?:[\w+.-]+|\$\w+):\/\//.exec(text)?.[0].length ?? 0;
  const slash = text.indexOf('/', scheme);
  return slash === -1 ? text.length : slash;
}
