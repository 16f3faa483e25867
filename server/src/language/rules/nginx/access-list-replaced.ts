import type { ConfNode } from '../../nginx-conf/conf.ts';
import { childrenNamed, statementsNamed, valuesOf } from '../../nginx-conf/statements.ts';
import { linesAround } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, insertBehind } from './word-fixes.ts';

export const accessListReplaced: NginxRule = defineRule({
  id: 'nginx/access-list-replaced',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a list of `deny` lines that opens a block which the blocks around keep closed.',
    why: 'One `allow` or `deny` in a block replaces the whole list of the blocks around: `deny 10.0.0.9;` in a location lets in everybody else, though the server says `deny all`.',
    fix: 'Repeat the whole list in the block.',
    source: 'https://nginx.org/en/docs/http/ngx_http_access_module.html',
  },
  check(view, report) {
    const seen = new Set<ConfNode | undefined>();
    for (const { parent } of statementsNamed(view.conf, 'deny')) {
      if (seen.has(parent) || parent === undefined) continue;
      seen.add(parent);
      if (childrenNamed(parent, 'include').length > 0) continue;
      const list = childrenNamed(parent, 'allow', 'deny');
      const last = list.at(-1);
      if (last === undefined || list.some((node) => valuesOf(node)[0] === 'all')) continue;
      const around = linesAround(view, parent, ['allow', 'deny']).lines;
      const closing = around.find(
        ({ node }) => node.statement.name.value === 'deny' && valuesOf(node)[0] === 'all',
      );
      if (closing === undefined) continue;
      report({
        span: headSpan(last),
        message:
          'this list replaces the one around: everybody whom it does not name is let in here',
        related: [
          {
            path: closing.file.path,
            span: closing.node.statement.span,
            message: 'does not count for this block any more',
          },
        ],
        fixes: [
          insertBehind(
            view,
            last.statement,
            around.map(
              ({
                file,
                node: {
                  statement: { span },
                },
              }) => file.text.slice(span.start, span.end),
            ),
            { title: 'Repeat the list of the block around behind it' },
          ),
        ],
      });
    }
  },
});
