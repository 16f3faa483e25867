import { scanVariables } from '../../nginx-conf/scan-variables.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
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
      const address = word.span.start + addressEnd(view.text.slice(word.span.start, word.span.end));
      const chosen = scanVariables(view.text, word).filter(
        ({ name, span }) => span.start < address && /^(?:arg|http|cookie)_/i.test(name),
      );
      // Only now: the blocks around may have thousands of children.
      if (chosen.length === 0 || [...ancestors(node)].some(isForNginxAlone)) continue;
      for (const { name, span } of chosen) {
        report({
          span,
          message: `the client chooses where this goes: \`$${name}\` is part of the address`,
        });
      }
    }
  },
});

const passes = ['proxy_pass', 'uwsgi_pass', 'fastcgi_pass', 'scgi_pass', 'grpc_pass'];

/** No client reaches such a location by itself. */
function isForNginxAlone(block: ConfNode): boolean {
  return (
    childrenNamed(block, 'internal').length > 0 ||
    block.statement.args[0]?.value.startsWith('@') === true
  );
}

/** The address ends where the path begins. */
function addressEnd(text: string): number {
  const scheme = /^["']?(?:[\w+.-]+|\$\w+):\/\//.exec(text)?.[0].length ?? 0;
  const slash = text.indexOf('/', scheme);
  return slash === -1 ? text.length : slash;
}
