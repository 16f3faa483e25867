import type { DiagramEdge, DiagramNode } from '../../shared/messages.ts';

/** Where everything stands, in pixels at a zoom of 1; the origin is the top left corner. */
export interface Layout {
  readonly direction: Direction;
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

/** `right` for wide rooms, `down` for narrow ones. */
export type Direction = 'right' | 'down';

export const nodeWidth = 190;
export const nodeHeight = 52;
/** Between stations that follow each other, with room for what a wire is called; and between those side by side. */
const along = { right: 110, down: 48 };
const beside = { right: 22, down: 26 };
const margin = 16;

/** Stations in the order in which a request passes them; side by side so that few wires cross. */
export function layOut(
  nodes: readonly DiagramNode[],
  edges: readonly DiagramEdge[],
  direction: Direction = 'right',
): Layout {
  const columns = inColumns(nodes, edges);
  const right = direction === 'right';
  const [length, breadth] = right ? [nodeWidth, nodeHeight] : [nodeHeight, nodeWidth];
  const sizeOf = (count: number) => count * breadth + Math.max(0, count - 1) * beside[direction];
  const broadest = Math.max(1, ...columns.map((column) => column.length));
  const placed = new Map<string, PlacedNode>();
  for (const [column, list] of columns.entries()) {
    const first = margin + (sizeOf(broadest) - sizeOf(list.length)) / 2;
    const rank = margin + column * (length + along[direction]);
    for (const [row, node] of list.entries()) {
      const place = first + row * (breadth + beside[direction]);
      placed.set(node.id, {
        ...{ node, column, row },
        ...(right ? { x: rank, y: place } : { x: place, y: rank }),
      });
    }
  }
  const total =
    2 * margin + columns.length * length + Math.max(0, columns.length - 1) * along[direction];
  const across = 2 * margin + sizeOf(broadest);
  return {
    direction,
    width: right ? total : across,
    height: right ? across : total,
    nodes: [...placed.values()],
    edges: edges.flatMap((edge) => placeEdge(edge, placed, right)),
  };
}

/** The layout that can be drawn larger in a room, in pixels; more than its natural size is not wanted. */
export function fitting(
  nodes: readonly DiagramNode[],
  edges: readonly DiagramEdge[],
  room: { readonly width: number; readonly height: number },
): { readonly layout: Layout; readonly scale: number } {
  const scaleOf = ({ width, height }: Layout) =>
    Math.min(1, room.width / width, room.height / height);
  const right = layOut(nodes, edges, 'right');
  const down = layOut(nodes, edges, 'down');
  const layout = scaleOf(down) > scaleOf(right) * 1.05 ? down : right;
  // Too small to be read is worse than having to scroll.
  return { layout, scale: Math.max(0.55, scaleOf(layout)) };
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
  right: boolean,
): readonly PlacedEdge[] {
  const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
  if (from === undefined || to === undefined) return [];
  const [x1, y1, x2, y2] = right
    ? [from.x + nodeWidth, from.y + nodeHeight / 2, to.x, to.y + nodeHeight / 2]
    : [from.x + nodeWidth / 2, from.y + nodeHeight, to.x + nodeWidth / 2, to.y];
  const bend = right ? Math.max(40, (x2 - x1) / 2) : Math.max(20, (y2 - y1) / 2);
  const path = right
    ? `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`
    : `M ${x1} ${y1} C ${x1} ${y1 + bend}, ${x2} ${y2 - bend}, ${x2} ${y2}`;
  return [{ edge, path, labelX: (x1 + x2) / 2, labelY: (y1 + y2) / 2 + (right ? -6 : 4) }];
}

/** The node that an arrow key leads to; undefined where there is none in that direction. */
export function neighbour(
  layout: Layout,
  id: string,
  key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End',
): string | undefined {
  const own = layout.nodes.find(({ node }) => node.id === id);
  const [on, back, before, after] =
    layout.direction === 'right'
      ? ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']
      : ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'];
  if (key === 'Home') return layout.nodes[0]?.node.id;
  if (key === 'End') return layout.nodes.at(-1)?.node.id;
  if (own === undefined) return undefined;
  if (key === before || key === after) {
    const row = own.row + (key === before ? -1 : 1);
    return layout.nodes.find((other) => other.column === own.column && other.row === row)?.node.id;
  }
  const joined = layout.edges.flatMap(({ edge }) =>
    key === on && edge.from === id ? [edge.to] : key === back && edge.to === id ? [edge.from] : [],
  );
  const rows = layout.nodes.filter(({ node }) => joined.includes(node.id));
  return rows.sort((a, b) => a.row - b.row)[0]?.node.id;
}
