import { entriesIn } from '../../nginx-conf/candidates.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import type { NginxContext, NginxDirective } from '../../nginx-conf/directives.ts';
import { existsIn, targetNginx } from '../../nginx-conf/version.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const directiveContext: NginxRule = defineRule({
  id: 'nginx/directive-context',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a directive in a block that it is not allowed in.',
    why: 'nginx refuses to start or reload with `"…" directive is not allowed here`.',
    fix: 'Move the directive into one of the blocks that the message names.',
    source: 'https://nginx.org/en/docs/dirindex.html',
  },
  check({ conf, around }, report) {
    const version = targetNginx(around);
    for (const { name, contexts, known, nodes } of conf.kinds) {
      if (contexts.length === 0 || known.length === 0) continue;
      const isThere = (entry: NginxDirective) =>
        entry.module.status !== 'core' || existsIn(entry, version);
      // What the release does not know at all is another rule's matter.
      if (entriesIn(known, contexts).some(isThere) || !known.some(isThere)) continue;
      const places = listOf(known.filter(isThere));
      for (const node of nodes)
        report({
          span: node.statement.name.span,
          message: `"${name ?? ''}" is not allowed ${placeOf(node)}, only ${places}`,
          // Placement of these was never compared with a program.
          ...(known.every(({ approximate }) => approximate) ? { level: 'warning' as const } : {}),
        });
    }
  },
});

function placeOf({ contexts, parent }: ConfNode): string {
  if (parent === undefined && contexts.length > 1)
    return 'beside the other directives of this file';
  return contexts.map(phrase).join(' or ');
}

function listOf(known: ConfNode['known']): string {
  // Where nginx itself has the name, the places that other modules add would only distract.
  const core = known.filter(({ module }) => module.status === 'core');
  const names = (core.length > 0 ? core : known).flatMap(({ contexts }) => contexts);
  const phrases = [...new Set(names)].map(phrase);
  const last = phrases.pop() ?? '';
  return phrases.length > 0 ? `${phrases.join(', ')} and ${last}` : last;
}

function phrase(context: NginxContext): string {
  return context === 'main' ? 'at the top level' : `in "${context}"`;
}
