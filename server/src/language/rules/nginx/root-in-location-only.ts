import { childrenNamed, statementsNamed } from '../../nginx-conf/statements.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const rootInLocationOnly: NginxRule = defineRule({
  id: 'nginx/root-in-location-only',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a server that sets `root` in locations only, and has no location for the other paths.',
    why: 'What no location takes is looked for in the folder that nginx was built with, such as /usr/share/nginx/html: there it is not found, or a page of the distribution is.',
    fix: 'Set `root` in the server; or add a `location /` that answers the rest.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#root',
  },
  check(view, report) {
    for (const server of statementsNamed(view.conf, 'server')) {
      if (server.opens !== 'server') continue;
      const locations = childrenNamed(server, 'location');
      const [rooted] = locations
        .filter(isOfMany)
        .flatMap((location) => childrenNamed(location, 'root'));
      if (rooted === undefined || locations.some(takesAll)) continue;
      if (childrenNamed(server, 'return', 'rewrite', 'include', 'if').length > 0) continue;
      const { lines, hidden, complete } = linesInForce(view, server, ['root']);
      if (lines.length > 0 || hidden.length > 0 || !complete) continue;
      report({
        span: server.statement.name.span,
        message:
          'paths that no location takes are looked for in the folder that nginx was built with: `root` stands in locations only',
        related: [{ path: view.path, span: rooted.statement.span, message: 'counts in here only' }],
      });
    }
  },
});

/** A single page, such as that of an error, may lie where it likes. */
function isOfMany({ statement }: ConfNode): boolean {
  return statement.args[0]?.value !== '=';
}

/** `location /`, or an expression that may match anything. */
function takesAll({ statement }: ConfNode): boolean {
  const [first, second] = statement.args.map(({ value }) => value);
  if (first === '~' || first === '~*') return true;
  return (first === '^~' ? second : first) === '/' || first?.startsWith('~') === true;
}
