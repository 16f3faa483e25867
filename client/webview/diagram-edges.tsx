import type { JSX } from 'preact';
import type { TextPlace } from '../../shared/messages.ts';
import type { PlacedEdge, PlacedNode } from './diagram-layout.ts';
import type { DiagramProcess } from './diagram-protocol.ts';

interface DiagramEdgesProps {
  readonly edges: readonly PlacedEdge[];
  readonly nodes: readonly PlacedNode[];
  readonly processes: readonly DiagramProcess[];
  readonly open: (place: TextPlace) => void;
}

/** The wires, the thicker the more requests pass; those that lead nowhere are red and broken. */
export function DiagramEdges({ edges, nodes, processes, open }: DiagramEdgesProps): JSX.Element {
  const rates = flows(edges, nodes, processes);
  return (
    <g class="edges" aria-hidden="true">
      {edges.map(({ edge, path, labelX, labelY }) => {
        const rate = rates.get(edge.id) ?? 0;
        const kind =
          edge.problem === undefined ? (rate > 0 ? 'edge flowing' : 'edge') : 'edge broken';
        return (
          <g key={edge.id} class={kind}>
            <path class="line" d={path} stroke-width={thickness(rate)} />
            <path
              class="touch"
              d={path}
              onClick={() => {
                open(edge.place);
              }}
            >
              <title>{edge.problem ?? edge.label}</title>
            </path>
            {edge.label !== '' && (
              <text class="label" x={labelX} y={labelY} text-anchor="middle">
                {shorten(edge.label)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Requests in a second on each wire: the workers tell, and what flows into a station has come from before it. */
function flows(
  edges: readonly PlacedEdge[],
  nodes: readonly PlacedNode[],
  processes: readonly DiagramProcess[],
): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map(({ node }) => [node.id, node]));
  const into = new Map<string, number>();
  for (const { node } of nodes)
    if (node.kind === 'worker')
      into.set(
        node.id,
        processes
          .filter(({ file }) => file === node.file)
          .reduce((sum, { rate }) => sum + (rate ?? 0), 0),
      );
  const rates = new Map<string, number>();
  // From the right to the left: a station is reached when all behind it are known.
  const order = ['worker', 'router', 'pass'];
  for (const kind of order)
    for (const { edge } of edges) {
      const to = byId.get(edge.to);
      if (to?.kind !== kind) continue;
      const incoming = edges.filter((one) => one.edge.to === edge.to).length;
      const rate = (into.get(edge.to) ?? 0) / Math.max(1, incoming);
      rates.set(edge.id, rate);
      into.set(edge.from, (into.get(edge.from) ?? 0) + rate);
    }
  return rates;
}

/** 1.5 pixels for an idle wire; each tenfold of requests adds as much again. */
function thickness(rate: number): number {
  return rate <= 0 ? 1.5 : Math.min(9, 2.5 + 1.5 * Math.log10(1 + rate));
}

function shorten(text: string): string {
  return text.length > 19 ? `${text.slice(0, 18)}…` : text;
}
