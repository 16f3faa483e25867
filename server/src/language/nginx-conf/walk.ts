import type { ConfNode, NginxConf } from './conf.ts';

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

/** Every node of a file in its order. A reading never changes, and dozens of rules ask: it is walked once. */
export function nodesOf(conf: NginxConf): readonly ConfNode[] {
  return indexOf(conf).all;
}

/** The statements of a name, whatever nginx says of them, in the order of the file. */
export function nodesNamed(conf: NginxConf, name: string): readonly ConfNode[] {
  return indexOf(conf).byName.get(name) ?? [];
}

/** Those of several names, in the order of the file. */
export function nodesNamedAny(conf: NginxConf, names: readonly string[]): readonly ConfNode[] {
  const lists = names.map((name) => nodesNamed(conf, name)).filter((list) => list.length > 0);
  if (lists.length <= 1) return lists[0] ?? [];
  return lists.flat().sort((a, b) => a.statement.span.start - b.statement.span.start);
}

interface NodeIndex {
  readonly all: readonly ConfNode[];
  readonly byName: ReadonlyMap<string, readonly ConfNode[]>;
}

function indexOf(conf: NginxConf): NodeIndex {
  const known = memo.get(conf);
  if (known !== undefined) return known;
  const all: ConfNode[] = [];
  const byName = new Map<string, ConfNode[]>();
  for (const node of walkNodes(conf.nodes)) {
    all.push(node);
    const list = byName.get(node.statement.name.value);
    if (list === undefined) byName.set(node.statement.name.value, [node]);
    else list.push(node);
  }
  const index = { all, byName };
  memo.set(conf, index);
  return index;
}

const memo = new WeakMap<NginxConf, NodeIndex>();

/** The blocks around a node, innermost first. */
export function* ancestors(node: ConfNode): Generator<ConfNode, void, undefined> {
  for (let block = node.parent; block; block = block.parent) yield block;
}
