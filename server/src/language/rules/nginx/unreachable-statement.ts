import type { ConfNode } from '../../nginx-conf/conf.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { removeStatement } from './remove-statement.ts';
import { headSpan } from './word-fixes.ts';

export const unreachableStatement: NginxRule = defineRule({
  id: 'nginx/unreachable-statement',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports `set`, `if`, `rewrite` and `return` behind a `return`, and a pass or `try_files` beside one.',
    why: 'nginx runs these directives in their order until one answers; a `return` always does, and before any pass or file.',
    fix: 'Remove what never runs, or put the `return` into an `if`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html',
  },
  check({ path, text, conf }, report) {
    if (hasTemplateBlocks(text)) return;
    const seen = new Set<ConfNode>();
    for (const answer of statementsNamed(conf, 'return')) {
      const block = answer.parent;
      if (block === undefined || seen.has(block)) continue;
      seen.add(block);
      const isLocation = block.statement.name.value === 'location';
      for (const node of block.children) {
        const name = node.statement.name.value;
        const behind =
          node.statement.span.start > answer.statement.span.start &&
          /^(?:set|if|rewrite|return|break)$/.test(name);
        const handler = isLocation && /^(?:\w+_pass|try_files)$/.test(name);
        if (!behind && !handler) continue;
        report({
          span: headSpan(node),
          message: `never runs: \`return\` ${behind ? 'above' : 'beside it'} has answered already`,
          related: [{ path, span: answer.statement.span, message: 'always answers' }],
          fixes: [removeStatement(path, text, node.statement, 'Remove it')],
          tag: 'unnecessary',
        });
      }
    }
  },
});
