import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, combineFixes } from './combine-fixes.ts';
import type { Finding } from './rule.ts';

type Edit = readonly [start: number, end: number, newText: string];

const finding = (edits: readonly Edit[], preferred = true, path = '/a'): Finding => ({
  rule: 'uwsgi/x',
  level: 'warning',
  path: '/a',
  span: { start: 0, end: 0 },
  message: '',
  related: [],
  tag: undefined,
  fixes: [
    {
      title: '',
      preferred,
      edits: edits.map(([start, end, newText]) => ({ path, span: { start, end }, newText })),
    },
  ],
});
const combined = (...findings: Finding[]) => applyEdits('0123456789', combineFixes(findings, '/a'));

describe('fixes of one file, combined', () => {
  it('are applied in order of position, whatever the order of the findings', () => {
    assert.equal(
      combined(
        finding([[8, 9, 'B']]),
        finding([
          [1, 2, 'A'],
          [4, 4, '-'],
        ]),
      ),
      '0A23-4567B9',
    );
  });

  it('leave out what overlaps an earlier fix, and all of its edits', () => {
    assert.equal(
      combined(
        finding([[1, 4, 'x']]),
        finding([
          [3, 5, 'y'],
          [9, 10, 'z'],
        ]),
      ),
      '0x456789',
    );
  });

  it('may lie side by side, but not insert at the edge of each other', () => {
    assert.equal(combined(finding([[1, 3, 'a']]), finding([[3, 5, 'b']])), '0ab56789');
    assert.equal(combined(finding([[1, 3, 'a']]), finding([[3, 3, 'b']])), '0a3456789');
  });

  it('do once what two findings ask for', () => {
    assert.equal(
      combined(
        finding([[2, 2, '+']]),
        finding([
          [2, 2, '+'],
          [5, 6, ''],
        ]),
      ),
      '01+234' + '6789',
    );
  });

  it('take preferred fixes only, and none that reaches into another file', () => {
    assert.equal(
      combined(finding([[0, 1, 'x']], false), finding([[0, 1, 'y']], true, '/b')),
      '0123456789',
    );
  });
});
