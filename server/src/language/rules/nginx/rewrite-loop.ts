import { readLocation } from '../../nginx-conf/location.ts';
import { childrenNamed, statementsNamed, valuesOf } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, replaceSpan } from './word-fixes.ts';

export const rewriteLoop: NginxRule = defineRule({
  id: 'nginx/rewrite-loop',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `rewrite … last` of every request in a location that leads into the same location.',
    why: 'With `last` nginx looks for a location anew, finds the same one, and rewrites again: after ten rounds it answers 500 with `rewrite or internal redirection cycle`.',
    fix: 'Use `break`, which stays in the location, or rewrite to a path that another location answers.',
    source: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#rewrite',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'rewrite')) {
      const [expression = '', target = '', flag] = valuesOf(node);
      const location = node.parent;
      if (location?.statement.name.value !== 'location') continue;
      if (flag !== undefined && flag !== 'last') continue;
      if (!/^(?:\^|\.\*|\^\.\*\$?|\^?\(\.\*\)\$?|\^\/\(?\.\*\)?\$?)$/.test(expression)) continue;
      const match = readLocation(location.statement.args);
      if (match?.kind !== 'prefix' || !target.startsWith('/') || !target.startsWith(match.name))
        continue;
      const fixed = /^[^$?]*/.exec(target)?.[0] ?? '';
      if (!fixed.startsWith(match.name)) continue;
      // Another location, also one inside or by an expression, may take the new path.
      const siblings = location.parent?.children ?? view.conf.nodes;
      const others = [...siblings, ...location.children].some((other) => {
        if (other === location) return false;
        if (other.statement.name.value === 'include') return true;
        const taken =
          other.statement.name.value === 'location' && readLocation(other.statement.args);
        if (!taken) return false;
        return taken.kind === 'regex' ||
          fixed.startsWith(taken.name) ||
          taken.name.startsWith(fixed)
          ? taken.name.length > match.name.length || taken.kind !== 'prefix'
          : false;
      });
      // An answer before it, or under a condition, may end the rounds.
      const first = childrenNamed(location, 'rewrite', 'return', 'if', 'break', 'include')[0];
      if (others || first !== node) continue;
      const flagWord = node.statement.args[2];
      const end = headSpan(node).end;
      report({
        span: headSpan(node),
        message: 'leads into the same location again and again: nginx answers 500 after ten rounds',
        fixes: [
          flagWord
            ? replaceSpan(view, flagWord.span, 'break')
            : replaceSpan(view, { start: end, end }, ' break', { title: 'Insert `break`' }),
        ],
      });
    }
  },
});
