import type { DiagramEdge, DiagramNode } from '../../shared/messages.ts';

/** Where everything stands, in pixels at a zoom of 1; the origin is the top left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface PlacedNode {
  readonly node: DiagramNode;
  readonly x: number;
  readonly y: number;
  readonly column: number;
  /** Position in its column, from the top. */
  readonly row: number;
}

export interface PlacedEdge {
  readonly edge: DiagramEdge;
  /** An SVG path from the right side of one node to the left side of the other. */
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

export const nodeWidth = 190;
export const nodeHeight = 52;
const columnGap = 120;
const rowGap = 22;
const margin = 16;

/** Stations from left to right, as a request passes them; in each column so that few wires cross. */
export function layOut(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): Layout {
  const columns = inColumns(nodes, edges);
  const tallest = Math.max(1, ...columns.map((column) => column.length));
  const heightOf = (count: number) => count * nodeHeight + (count - 1) * rowGap;
  const placed = new Map<string, PlacedNode>();
  for (const [column, list] of columns.entries()) {
    const top = margin + (heightOf(tallest) - heightOf(list.length)) / 2;
    for (const [row, node] of list.entries())
      placed.set(node.id, {
        ...{ node, column, row },
        x: margin + column * (nodeWidth + columnGap),
        y: top + row * (nodeHeight + rowGap),
      });
  }
  return {
    width: 2 * margin + columns.length * nodeWidth + Math.max(0, columns.length - 1) * columnGap,
    height: 2 * margin + heightOf(tallest),
    nodes: [...placed.values()],
    edges: edges.flatMap((edge) => placeEdge(edge, placed)),
  };
}

const order: readonly DiagramNode['kind'][] = ['server', 'pass', 'router', 'worker', 'app'];

/** Columns that nothing stands in are left out. */
function inColumns(
  nodes: readonly DiagramNode[],
  edges: readonly DiagramEdge[],
): readonly (readonly DiagramNode[])[] {
  const columns = order
    .map((kind) => nodes.filter((node) => columnOf(node) === kind))
    .filter((column) => column.length > 0);
  const position = new Map<string, number>();
  const remember = (column: readonly DiagramNode[]) => {
    for (const [index, { id }] of column.entries()) position.set(id, index / column.length);
  };
  columns.forEach(remember);
  const neighbours = neighboursOf(edges);
  // A node goes to the middle of those that it is joined to; a few rounds settle it.
  for (let round = 0; round < 4; round++)
    for (const [index, column] of columns.entries()) {
      const middle = (id: string) => {
        const near = (neighbours.get(id) ?? []).flatMap((other) => position.get(other) ?? []);
        return near.length === 0
          ? (position.get(id) ?? 0)
          : near.reduce((sum, one) => sum + one, 0) / near.length;
      };
      const sorted = [...column].sort((a, b) => middle(a.id) - middle(b.id));
      columns[index] = sorted;
      remember(sorted);
    }
  return columns;
}

/** An address that nobody has stands where the router would. */
function columnOf({ kind }: DiagramNode): DiagramNode['kind'] {
  return kind === 'nowhere' ? 'router' : kind;
}

function neighboursOf(edges: readonly DiagramEdge[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { from, to } of edges) {
    found.set(from, [...(found.get(from) ?? []), to]);
    found.set(to, [...(found.get(to) ?? []), from]);
  }
  return found;
}

function placeEdge(
  edge: DiagramEdge,
  placed: ReadonlyMap<string, PlacedNode>,
): readonly PlacedEdge[] {
  const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
  if (from === undefined || to === undefined) return [];
  const [x1, y1] = [from.x + nodeWidth, from.y + nodeHeight / 2];
  const [x2, y2] = [to.x, to.y + nodeHeight / 2];
  const bend = Math.max(40, (x2 - x1) / 2);
  const path = `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`;
  return [{ edge, path, labelX: (x1 + x2) / 2, labelY: (y1 + y2) / 2 }];
}

/** The node that an arrow key leads to; undefined where there is none in that direction. */
export function neighbour(
  layout: Layout,
  id: string,
  key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End',
): string | undefined {
  const own = layout.nodes.find(({ node }) => node.id === id);
  if (key === 'Home') return layout.nodes[0]?.node.id;
  if (key === 'End') return layout.nodes.at(-1)?.node.id;
  if (own === undefined) return undefined;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const row = own.row + (key === 'ArrowUp' ? -1 : 1);
    return layout.nodes.find((other) => other.column === own.column && other.row === row)?.node.id;
  }
  const along = layout.edges.flatMap(({ edge }) =>
    key === 'ArrowRight' && edge.from === id
      ? [edge.to]
      : key === 'ArrowLeft' && edge.to === id
        ? [edge.from]
        : [],
  );
  const rows = layout.nodes.filter(({ node }) => along.includes(node.id));
  return rows.sort((a, b) => a.row - b.row)[0]?.node.id;
}
