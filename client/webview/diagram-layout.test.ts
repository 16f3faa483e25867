import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DiagramEdge, DiagramNode } from '../../shared/messages.ts';
import { fitting, layOut, neighbour, nodeHeight, nodeWidth } from './diagram-layout.ts';

const place = { path: '/w/nginx.conf', line: 0, character: 0 };

function node(kind: DiagramNode['kind'], id: string): DiagramNode {
  return {
    ...{ id, kind, title: id, detail: '', place },
    ...{ file: undefined, level: undefined, problem: undefined },
  };
}

function edge(from: string, to: string): DiagramEdge {
  return { id: `${from} ${to}`, from, to, label: '', place, problem: undefined };
}

const workers = Array.from({ length: 30 }, (_, index) => `w${String(index)}`);
const nodes = [
  node('server', 's1'),
  node('server', 's2'),
  node('pass', 'p1'),
  node('pass', 'p2'),
  node('router', 'r'),
  ...workers.map((id) => node('worker', id)),
];
const edges = [
  edge('s1', 'p2'),
  edge('s2', 'p1'),
  edge('p1', 'r'),
  edge('p2', 'r'),
  ...workers.map((id) => edge('r', id)),
];

describe('the layout of the diagram', () => {
  it('goes from left to right, and no two stations overlap', () => {
    const layout = layOut(nodes, edges);
    for (const { edge: wire } of layout.edges) {
      const x = (id: string) => layout.nodes.find((one) => one.node.id === id)?.x ?? 0;
      assert.ok(x(wire.from) + nodeWidth < x(wire.to), wire.id);
    }
    for (const one of layout.nodes)
      for (const other of layout.nodes)
        assert.ok(
          one === other || one.x !== other.x || Math.abs(one.y - other.y) >= nodeHeight,
          `${one.node.id} ${other.node.id}`,
        );
    for (const { x, y } of layout.nodes)
      assert.ok(
        x >= 0 && y >= 0 && x + nodeWidth <= layout.width && y + nodeHeight <= layout.height,
      );
  });

  it('puts stations beside those that they are joined to, so that wires do not cross', () => {
    const { nodes: placed } = layOut(nodes, edges);
    const row = (id: string) => placed.find((one) => one.node.id === id)?.row;
    assert.equal(row('s1'), row('p2'));
    assert.equal(row('s2'), row('p1'));
  });

  it('has no empty column where there is no router', () => {
    const layout = layOut([node('pass', 'p'), node('worker', 'w')], [edge('p', 'w')]);
    assert.deepEqual(
      layout.nodes.map(({ column }) => column),
      [0, 1],
    );
  });

  it('leads along the wires by the arrow keys', () => {
    const layout = layOut(nodes, edges);
    assert.equal(neighbour(layout, 's1', 'ArrowRight'), 'p2');
    assert.equal(neighbour(layout, 'p2', 'ArrowRight'), 'r');
    assert.equal(neighbour(layout, 'p2', 'ArrowLeft'), 's1');
    assert.equal(neighbour(layout, 's1', 'ArrowLeft'), undefined);
    assert.equal(neighbour(layout, 'w0', 'ArrowDown'), 'w1');
    assert.equal(neighbour(layout, 'w0', 'Home'), layout.nodes[0]?.node.id);
  });

  it('goes down where the room is narrow, and the keys go with it', () => {
    const few = [nodes.slice(0, 6), edges.slice(0, 5)] as const;
    const wide = fitting(...few, { width: 1600, height: 400 });
    assert.deepEqual([wide.layout.direction, wide.scale], ['right', 1]);
    const { layout } = fitting(...few, { width: 460, height: 700 });
    assert.equal(layout.direction, 'down');
    for (const { edge: wire } of layout.edges) {
      const y = (id: string) => layout.nodes.find((one) => one.node.id === id)?.y ?? 0;
      assert.ok(y(wire.from) + nodeHeight < y(wire.to), wire.id);
    }
    assert.equal(neighbour(layout, 's1', 'ArrowDown'), 'p2');
    assert.equal(neighbour(layout, 'r', 'ArrowUp'), layout.nodes[2]?.node.id);
  });

  it('is content with nothing', () => {
    assert.deepEqual(layOut([], []).nodes, []);
  });
});
