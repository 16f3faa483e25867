import type { ConfNode } from '../../nginx-conf/conf.ts';
import { span } from '../../text/span.ts';
import type { NginxFile } from '../inputs.ts';
import type { Finding } from '../rule.ts';
import { noticedBy } from './noticed-at.ts';

/**
 * nginx looks at a directive once it has read its `;` or `{`, and names the line of that. Errors in a directive of several
 * lines are told with that line beside them, unless their rule knows better.
 */
export function withNoticedLines(
  { path, text, conf }: Pick<NginxFile, 'path' | 'text' | 'conf'>,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.map((finding) => {
    const { start } = finding.span;
    if (finding.level !== 'error' || finding.related.some(({ noticed }) => noticed)) return finding;
    const end = headEnd(conf.nodes, start);
    if (end === undefined || !text.slice(start, end).includes('\n')) return finding;
    return { ...finding, related: [...finding.related, noticedBy(path, span(end, end + 1))] };
  });
}

/** Offset of the `;` or `{` behind the directive's words that an offset stands in. */
function headEnd(nodes: readonly ConfNode[], offset: number): number | undefined {
  for (;;) {
    const node = lastBegunAt(nodes, offset);
    if (node === undefined || offset >= node.statement.span.end) return undefined;
    const { end } = node.statement;
    if (end.kind === 'missing') return undefined;
    if (end.kind === 'semicolon') return end.offset;
    if (offset <= end.open) return end.open;
    nodes = node.children;
  }
}

/** The nodes stand in the order of the file. */
function lastBegunAt(nodes: readonly ConfNode[], offset: number): ConfNode | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.statement.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}
