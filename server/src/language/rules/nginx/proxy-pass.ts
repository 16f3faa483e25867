import type { ConfNode } from '../../nginx-conf/conf.ts';
import { childrenNamed } from '../../nginx-conf/inherit.ts';
import { readLocation } from '../../nginx-conf/location.ts';
import { soundWhere } from '../../nginx-conf/sound.ts';
import { isTemplatedStatement } from '../../nginx-conf/template.ts';
import { passAddress } from '../../nginx-conf/values/pass-shape.ts';
import { span } from '../../text/span.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const proxyPass: NginxRule = defineRule({
  id: 'nginx/proxy-pass',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports `proxy_pass` with a path where nginx could not tell what the path takes the place of, `proxy_redirect default` without a `proxy_pass` above it, and a cache beside a store.',
    why: 'nginx refuses to start or reload with `"proxy_pass" cannot have URI part`, `"proxy_redirect default" should be placed after the "proxy_pass" directive` or `is incompatible with`.',
    fix: 'End the address behind host and port, or move it into a plain location; put `proxy_redirect default` below `proxy_pass`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass',
  },
  check({ path, conf }, report) {
    for (const { node, entry } of soundWhere(conf, ({ name }) => wanted.test(name))) {
      const { args, name } = node.statement;
      const [word] = args;
      if (word === undefined || isTemplatedStatement(node.statement)) continue;
      if (entry.name === 'proxy_pass' && node.parent) {
        const place = placeWithoutUri(node.parent);
        const address = passAddress('proxy_pass', false, word);
        if (place === undefined || address?.kind !== 'url' || address.url.uri === '') continue;
        const { uri } = address.url;
        const end = word.span.end - (word.quote ? 1 : 0);
        const separator = address.url.kind === 'unix' ? 1 : 0;
        report({
          span: word.span,
          message: `"proxy_pass" takes no path ("${uri}") inside ${place}`,
          fixes: [
            {
              title: `Remove "${uri}"`,
              edits: [{ path, span: span(end - uri.length - separator, end), newText: '' }],
            },
          ],
        });
      } else if (entry.name === 'proxy_redirect') {
        const problem = redirectProblem(node, args.length === 1 ? word.value : '');
        if (problem !== undefined) report({ span: name.span, message: problem });
      } else if (entry.name !== 'proxy_pass') {
        const other = entry.name.replace(/cache$|store$/, (end) =>
          end === 'cache' ? 'store' : 'cache',
        );
        const rival = node.parent && childrenNamed(node.parent, other)[0];
        if (rival === undefined || rival.statement.span.start > node.statement.span.start) continue;
        if (word.value === 'off' || rival.statement.args[0]?.value === 'off') continue;
        report({
          span: name.span,
          message: `"${entry.name}" cannot stand beside "${other}"`,
          related: [{ path, span: rival.statement.name.span, message: other }],
        });
      }
    }
  },
});

const wanted = /^proxy_(?:pass|redirect)$|^(?:proxy|uwsgi|fastcgi|scgi)_(?:cache|store)$/;

function placeWithoutUri({ statement }: ConfNode): string | undefined {
  if (statement.name.value === 'if' || statement.name.value === 'limit_except')
    return `\`${statement.name.value}\``;
  if (statement.name.value !== 'location' || isTemplatedStatement(statement)) return undefined;
  const match = readLocation(statement.args);
  if (match?.kind === 'regex') return 'a location of a regular expression';
  return match?.kind === 'named' ? 'a named location' : undefined;
}

function redirectProblem(node: ConfNode, only: string): string | undefined {
  const { parent, statement } = node;
  if (parent === undefined) return undefined;
  const above = (name: string) =>
    childrenNamed(parent, name).filter((one) => one.statement.span.start < statement.span.start);
  const others = above('proxy_redirect');
  if (others.some(isOff)) return 'no other `proxy_redirect` may follow `off` in a block';
  if (only === 'off' && others.length > 0)
    return '`proxy_redirect off` cannot follow another `proxy_redirect` of its block';
  if (only !== 'default') return undefined;
  const [pass] = above('proxy_pass');
  if (pass === undefined)
    return above('include').length > 0
      ? undefined
      : '`proxy_redirect default` must stand below the `proxy_pass` of its block';
  return pass.statement.args[0]?.value.includes('$') === true
    ? '`proxy_redirect default` means nothing beside a `proxy_pass` with variables'
    : undefined;
}

function isOff({ statement: { args } }: ConfNode): boolean {
  return args.length === 1 && args[0]?.value === 'off';
}
