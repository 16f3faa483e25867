import { defineRule, type NginxRule } from '../rule.ts';
import { listKeys, lostLinesOf, repeatLines } from './lost-lines.ts';
import { headSpan } from './word-fixes.ts';

export const proxyHeadersNotInherited: NginxRule = defineRule({
  id: 'nginx/proxy-headers-not-inherited',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `proxy_set_header` or `grpc_set_header` that makes its block lose the headers set in the blocks around.',
    why: 'nginx inherits them as a whole list or not at all: one in a `location` discards all those of `server` and `http`, `Host` and `X-Forwarded-For` too, and the application sees the names of the upstream instead.',
    fix: 'Repeat in the block the headers that it needs, or keep all of them in a file that each block includes.',
    source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header',
  },
  check(view, report) {
    for (const name of ['proxy_set_header', 'grpc_set_header'])
      for (const found of lostLinesOf(view, name)) {
        const [first] = found.lost;
        report({
          span: headSpan(found.node),
          message: `this \`${name}\` makes the block lose ${listKeys(found.lost)} of \`${found.place}\``,
          related: first
            ? [{ path: first.file.path, span: first.node.statement.span, message: 'is lost' }]
            : [],
          fixes: [repeatLines(view, found)],
        });
      }
  },
});
