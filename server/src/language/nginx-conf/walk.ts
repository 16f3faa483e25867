import type { ConfNode } from './conf.ts';

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

/** The blocks around a node, innermost first. */
export function* ancestors(node: ConfNode): Generator<ConfNode, void, undefined> {
  for (let block = node.parent; block; block = block.parent) yield block;
}
