import { defineRule, type NginxRule } from '../rule.ts';
import { listKeys, lostLinesOf, repeatLines } from './lost-lines.ts';
import { headSpan } from './word-fixes.ts';

export const paramsNotInherited: NginxRule = defineRule({
  id: 'nginx/params-not-inherited',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `uwsgi_param`, `fastcgi_param` or `scgi_param` that makes its block lose the parameters of the blocks around.',
    why: 'nginx inherits parameters as a whole list or not at all: one in a `location` discards all those of `server` and `http`, the standard ones too, without a message.',
    fix: 'Repeat in the block what it needs, as a rule `include uwsgi_params;`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_uwsgi_module.html#uwsgi_param',
  },
  check(view, report) {
    for (const name of ['uwsgi_param', 'fastcgi_param', 'scgi_param'])
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
