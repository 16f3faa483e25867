import type { ConfNode } from '../../nginx-conf/conf.ts';
import { walkNodes } from '../../nginx-conf/walk.ts';
import type { Span } from '../../text/span.ts';

/** Statements that touch the range, in order; a block beside it is not entered. */
export function* nodesWithin(nodes: readonly ConfNode[], within: Span): Generator<ConfNode> {
  let skipped = -1;
  for (const node of walkNodes(nodes)) {
    const { span } = node.statement;
    if (span.start < skipped) continue;
    if (span.end < within.start || span.start > within.end) skipped = span.end;
    else yield node;
  }
}
