import type { ConfNode } from '../../nginx-conf/conf.ts';
import { statementsNamed, valuesOf } from '../../nginx-conf/statements.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { removeStatement } from './remove-statement.ts';
import { headSpan } from './word-fixes.ts';

export const unreachableAccess: NginxRule = defineRule({
  id: 'nginx/unreachable-access',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports `allow` and `deny` lines behind one for `all`.',
    why: 'The first line that fits decides: behind `deny all` nobody is let in any more, behind `allow all` nobody kept out.',
    fix: 'Move the line for `all` to the end of the list.',
    source: 'https://nginx.org/en/docs/http/ngx_http_access_module.html',
  },
  check({ path, text, conf }, report) {
    if (hasTemplateBlocks(text)) return;
    const decided = new Map<ConfNode | undefined, ConfNode>();
    for (const node of statementsNamed(conf, 'allow', 'deny')) {
      const before = decided.get(node.parent);
      if (before === undefined) {
        if (valuesOf(node)[0] === 'all') decided.set(node.parent, node);
        continue;
      }
      const written = valuesOf(before).join(' ');
      report({
        span: headSpan(node),
        message: `never asked: \`${before.statement.name.value} ${written}\` stands before it, and the first line that fits decides`,
        related: [{ path, span: before.statement.span, message: 'decides for all' }],
        fixes: [
          moveBehind(path, text, before, node),
          removeStatement(path, text, node.statement, 'Remove it'),
        ],
        tag: 'unnecessary',
      });
    }
  },
});

/** Brings the line for `all` behind the one that is never asked. */
function moveBehind(path: string, text: string, all: ConfNode, node: ConfNode) {
  const { span } = all.statement;
  const removed = removeStatement(path, text, all.statement, '').edits;
  const end = node.statement.span.end;
  const lineStart = text.lastIndexOf('\n', node.statement.span.start - 1) + 1;
  const lead = text.slice(lineStart, node.statement.span.start);
  const glue = lead.trim() === '' ? `\n${lead}` : ' ';
  const newText = glue + text.slice(span.start, span.end);
  return {
    title: `Move \`${text.slice(span.start, span.end)}\` behind it`,
    edits: [...removed, { path, span: { start: end, end }, newText }],
    preferred: true,
  };
}
