import type { ConfNode, NginxConf, StatementKind } from './conf.ts';

/** Every node in the order of the file, a block before its children. Iterative: nesting is the writer's choice. */
export function* walkNodes(nodes: readonly ConfNode[]): Generator<ConfNode, void, undefined> {
  const pending = [...nodes].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) pending.push(child);
    }
  }
}

/** The statements of some names, whatever nginx says of them, in the order of the file. */
export function nodesNamed(conf: NginxConf, ...names: readonly string[]): readonly ConfNode[] {
  return inOrder(conf.kinds.filter(({ name }) => name !== undefined && names.includes(name)));
}

/** All statements of some kinds, in the order of the file. */
export function inOrder(kinds: readonly Pick<StatementKind, 'nodes'>[]): readonly ConfNode[] {
  const [only] = kinds;
  if (only === undefined) return [];
  if (kinds.length === 1) return only.nodes;
  return kinds
    .flatMap(({ nodes }) => nodes)
    .sort((a, b) => a.statement.span.start - b.statement.span.start);
}

/** The blocks around a node, innermost first. */
export function* ancestors(node: ConfNode): Generator<ConfNode, void, undefined> {
  for (let block = node.parent; block; block = block.parent) yield block;
}
