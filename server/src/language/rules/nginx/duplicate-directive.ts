import type { ConfNode } from '../../nginx-conf/conf.ts';
import type { NginxDirective } from '../../nginx-conf/directives.ts';
import { type SoundKind, soundKinds } from '../../nginx-conf/sound.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { existsIn, isGoneIn, targetNginx } from '../../nginx-conf/version.ts';
import { inOrder } from '../../nginx-conf/walk.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { removeStatement } from './remove-statement.ts';

export const duplicateDirective: NginxRule = defineRule({
  id: 'nginx/duplicate-directive',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a directive that a block has already, where nginx allows it once.',
    why: 'nginx refuses to start or reload with `"…" directive is duplicate`. A block inside may set the directive again.',
    fix: 'Keep the one that is meant and remove the other.',
    source: 'https://nginx.org/en/docs/dirindex.html',
  },
  check({ path, text, conf, around }, report) {
    // Under a template's conditions only one of the two may be left in the end.
    if (hasTemplateBlocks(text)) return;
    const version = targetNginx(around);
    const counts = ({ entry, templated }: SoundKind) =>
      !templated && isOnce(entry) && existsIn(entry, version) && !isGoneIn(entry, version);
    const byName = Map.groupBy(
      soundKinds(conf).filter(counts),
      ({ entry }) => rivals.get(entry.name) ?? entry.name,
    );
    for (const kinds of byName.values())
      for (const [first, node] of twins(inOrder(kinds))) {
        const { name } = node.statement;
        const other = first.statement.name.value;
        report({
          span: name.span,
          message:
            other === name.value
              ? `"${name.value}" is set twice in this block: nginx allows it once`
              : `"${name.value}" cannot stand beside "${other}": both say where files are`,
          related: [{ path, span: first.statement.name.span, message: 'the first one' }],
          fixes:
            node.statement.end.kind === 'semicolon'
              ? [removeStatement(path, text, node.statement, 'Remove the second one')]
              : [],
        });
      }
  },
});

/** Each node whose block has one already, with that. */
function* twins(nodes: readonly ConfNode[]): Generator<readonly [first: ConfNode, node: ConfNode]> {
  const blocks = new Map<ConfNode | undefined, ConfNode>();
  for (const node of nodes) {
    const first = blocks.get(node.parent);
    if (first === undefined) blocks.set(node.parent, node);
    else yield [first, node];
  }
}

/** Directives that count as one. */
const rivals: ReadonlyMap<string, string> = new Map([['alias', 'root']]);

function isOnce({ module, duplicates }: NginxDirective): boolean {
  return /^(?:core|removed)$/.test(module.status) && duplicates === 'error';
}
