import type { ConfNode } from '../../nginx-conf/conf.ts';
import { contains } from '../../text/span.ts';
import { lastBegunBefore } from './place.ts';

/** Innermost statement that the offset lies in or touches; between two that touch, the later one. */
export function nodeAround(top: readonly ConfNode[], offset: number): ConfNode | undefined {
  let found: ConfNode | undefined;
  for (let nodes = top; ;) {
    const node = lastBegunBefore(nodes, offset + 1);
    if (node === undefined || !contains(node.statement.span, offset)) return found;
    found = node;
    nodes = node.children;
  }
}
