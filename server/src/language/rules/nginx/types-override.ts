import { statementsNamed } from '../../nginx-conf/statements.ts';
import { linesAround } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const typesOverride: NginxRule = defineRule({
  id: 'nginx/types-override',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports a `types` block that replaces the types of the blocks around.',
    why: 'nginx inherits `types` only where a block has none of its own: one line for `wasm` in a server makes nginx send style sheets as plain text.',
    fix: 'Add `include mime.types;` to the block, or put the line into a location for these files.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#types',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'types')) {
      const { parent, children, statement } = node;
      // An empty block is how one switches all types off.
      if (parent === undefined || children.length === 0) continue;
      if (parent.statement.name.value === 'http') continue;
      if (children.some((child) => child.statement.name.value === 'include')) continue;
      // With as many types as this the block is complete by itself; in a location it is for a few files.
      if (children.length > 10 || parent.statement.name.value === 'location') continue;
      const { lines, hidden } = linesAround(view, parent, ['types']);
      const mime = hidden.find(({ node: line }) =>
        /(?:^|\/)mime\.types$/.test(line.statement.args[0]?.value ?? ''),
      );
      const around = lines[0] ?? mime;
      if (around === undefined) continue;
      report({
        span: statement.name.span,
        message: 'these types replace those of the block around: all other files lose theirs',
        related: [
          {
            path: around.file.path,
            span: around.node.statement.name.span,
            message: 'does not count here',
          },
        ],
      });
    }
  },
});
