import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathOf, scaleOf } from './dashboard-scale.ts';

describe('the scale of a plot', () => {
  it('ends at a round number that holds all values', () => {
    assert.deepEqual(scaleOf([3, null, 464]), { max: 600, ticks: [0, 200, 400, 600] });
    assert.deepEqual(scaleOf([100]).ticks, [0, 25, 50, 75, 100]);
    assert.deepEqual(scaleOf([]).max, 1);
    for (const largest of [1, 7, 12.5, 99, 1001, 123_456]) {
      const { max, ticks } = scaleOf([largest]);
      assert.ok(max >= largest && max <= largest * 2, `${largest}: ${max}`);
      assert.ok(ticks.length >= 3 && ticks.length <= 6, ticks.join());
    }
  });
});

describe('the line of a plot', () => {
  const at = (index: number, value: number) => [index, value] as const;

  it('has gaps where nothing is known, and dots between them', () => {
    assert.equal(pathOf([1, 2, null, 3, null, 4], at), 'M0.0 1.0L1.0 2.0M3.0 3.0h0.1M5.0 4.0h0.1');
    assert.equal(pathOf([null, null], at), '');
  });
});
