import type { ConfNode } from '../../nginx-conf/conf.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan } from './word-fixes.ts';

export const severalIfs: NginxRule = defineRule({
  id: 'nginx/several-ifs',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports several `if` in a location that each set more than variables.',
    why: 'Of all conditions that hold only the settings of the last one count: two that each add a header never add both.',
    fix: 'Let a `map` choose the value, and set it once in the location: nginx leaves out a header whose value is empty.',
    source: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#if',
  },
  check({ path, conf }, report) {
    const first = new Map<ConfNode, ConfNode>();
    for (const node of statementsNamed(conf, 'if')) {
      const location = node.parent;
      if (location?.statement.name.value !== 'location' || !setsMore(node)) continue;
      const before = first.get(location);
      if (before === undefined) first.set(location, node);
      else if (conditionOf(before) !== conditionOf(node))
        report({
          span: argsSpan(node),
          message: 'where this and the `if` above both hold, only the settings of this one count',
          related: [{ path, span: argsSpan(before), message: 'what is set there is dropped' }],
        });
    }
  },
});

/** Two that compare the same variable for equality never hold both. */
function conditionOf({ statement }: ConfNode): string {
  const [variable = '', operator = ''] = statement.args.map(({ value }) => value);
  return operator === '=' ? variable.replace('(', '') : statement.span.start.toString();
}

function setsMore({ children }: ConfNode): boolean {
  const names = children.map(({ statement }) => statement.name.value);
  if (names.some((name) => name === 'return' || name === 'rewrite')) return false;
  return names.some(
    (name) => !/^(?:set|break|rewrite_log|uninitialized_variable_warn)$/.test(name),
  );
}
