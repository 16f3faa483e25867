import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { around } from './testing/around.ts';
import { trackAround } from './track-around.ts';

const look = (kind: 'absent' | 'other') => {
  const entry = { kind };
  return { look: () => entry, text: () => '' };
};

describe('a record of what a check has looked at', () => {
  const before = around({ disk: look('absent') });

  it('holds while nothing of it has changed', () => {
    const tracked = trackAround(before);
    assert.equal(tracked.around.settings, before.settings);
    assert.equal(tracked.around.disk.text('/a'), '');
    assert.ok(tracked.holds(around({ ...before, disk: look('other') })));
    assert.ok(tracked.holds(around({ ...before, installed: { ...before.installed } })));
    assert.equal(tracked.around.graph.parts, before.graph.parts);
    assert.ok(tracked.holds(around({ ...before, graph: { ...before.graph, passes: [] } })));
  });

  it('ends with another answer, another file, another setting', () => {
    const { disk } = before;
    const changes = [
      [(seen: typeof before) => seen.disk.look('/a'), { disk: look('other') }],
      [(seen: typeof before) => seen.disk.text('/a'), { disk: { ...disk, text: () => 'x' } }],
      [(seen: typeof before) => seen.settings, { settings: { ...before.settings } }],
      [(seen: typeof before) => seen.installed, { installed: { ...before.installed } }],
      [(seen: typeof before) => seen.graph.parts, { graph: { ...before.graph, parts: new Map() } }],
      [(seen: typeof before) => seen.uwsgiFile('/a'), { uwsgiFile: () => ({}) as never }],
      [(seen: typeof before) => seen.nginxFile('/a'), { nginxFile: () => ({}) as never }],
    ] as const;
    for (const [use, change] of changes) {
      const tracked = trackAround(before);
      use(tracked.around as typeof before);
      assert.ok(tracked.holds(before));
      assert.equal(tracked.holds(around({ ...before, ...change })), false, String(use));
    }
  });
});
