import type { ConfNode } from '../../nginx-conf/conf.ts';
import { variableUses } from '../../nginx-conf/variable-uses.ts';
import { builtInVariable } from '../../nginx-conf/variables.ts';
import { ancestors } from '../../nginx-conf/walk.ts';
import { declared } from '../../stack/nginx-configuration.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const conditionalVariable: NginxRule = defineRule({
  id: 'nginx/conditional-variable',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports a variable that is set in an `if` only, and read outside of it.',
    why: 'Where the condition does not hold the variable is empty, and nginx writes `using uninitialized "…" variable` into the error log at each request.',
    fix: 'Set the variable before the `if`, or let a `map` give it its value.',
    source:
      'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#uninitialized_variable_warn',
  },
  check(view, report) {
    const setIn = new Map<string, ConfNode[]>();
    const always = new Set<string>();
    for (const { name, node, file } of declared(view, 'variable', 'http')) {
      const block =
        file.path === view.path && node.statement.name.value === 'set' && ifAround(node);
      if (!block) always.add(name);
      else if (setIn.get(name)?.push(block) === undefined) setIn.set(name, [block]);
    }
    const told = new Set<string>();
    for (const use of variableUses(view.conf, view.text)) {
      const blocks = setIn.get(use.name);
      if (use.kind !== 'name' || blocks === undefined || always.has(use.name)) continue;
      if (told.has(use.name) || builtInVariable(use.name, 'http')) continue;
      // A condition that asks for it is how such a flag is meant.
      if (use.node.statement.name.value === 'if') continue;
      const around = new Set(ancestors(use.node));
      if (blocks.some((block) => around.has(block))) continue;
      told.add(use.name);
      const [block] = blocks;
      report({
        span: use.span,
        message: `\`$${use.name}\` is empty where no condition holds: it is set in an \`if\` only`,
        related: block
          ? [{ path: view.path, span: block.statement.name.span, message: 'is set in here' }]
          : [],
      });
    }
  },
});

function ifAround(node: ConfNode): ConfNode | undefined {
  return node.parent?.statement.name.value === 'if' ? node.parent : undefined;
}
