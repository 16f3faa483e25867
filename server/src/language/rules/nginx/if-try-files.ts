import type { ConfNode } from '../../nginx-conf/conf.ts';
import { childrenNamed, statementsNamed, valuesOf } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan, headSpan } from './word-fixes.ts';

export const ifTryFiles: NginxRule = defineRule({
  id: 'nginx/if-try-files',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports an `if` in a location with `try_files` that goes on with the request.',
    why: 'Where the condition holds, nginx goes on with the settings of the `if`, and `try_files` is none of them: files are looked for as if it were not there, and mostly end as 404. A `set` alone is enough for that.',
    fix: 'Decide with a `map`, end the `if` with `return` or `rewrite`, or move it to the server.',
    source: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#if',
  },
  check({ path, conf }, report) {
    for (const node of statementsNamed(conf, 'if')) {
      const location = node.parent;
      if (location?.statement.name.value !== 'location' || leaves(node)) continue;
      const [files] = childrenNamed(location, 'try_files');
      if (files === undefined) continue;
      report({
        span: argsSpan(node),
        message: 'where this holds, the `try_files` of the location is passed over',
        related: [
          { path, span: headSpan(files), message: 'counts only where no `if` has matched' },
        ],
      });
    }
  },
});

/** Whether the request is over, or leaves the location, when the condition holds. */
function leaves({ children }: ConfNode): boolean {
  return children.some((child) => {
    const { name } = child.statement;
    if (name.value === 'return' || name.value === 'include') return true;
    if (name.value.endsWith('_pass')) return true;
    if (name.value !== 'rewrite') return false;
    const [, replacement = '', flag = ''] = valuesOf(child);
    return flag !== 'break' || /^(?:https?:\/\/|\$scheme)/.test(replacement);
  });
}
