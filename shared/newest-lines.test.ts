import assert from 'node:assert/strict';
import { test } from 'node:test';
import { charactersOf, newestLines } from './newest-lines.ts';

const lines = ['a', 'bb', 'ccc', 'dddd'].map((text) => ({ text }));
const kept = (maxLines: number, maxCharacters?: number) =>
  newestLines(lines, maxLines, maxCharacters).map(({ text }) => text);

test('of the lines of a log the youngest stay, within both limits', () => {
  assert.deepEqual(kept(9), ['a', 'bb', 'ccc', 'dddd']);
  assert.deepEqual(kept(2), ['ccc', 'dddd']);
  assert.deepEqual(kept(9, 7), ['ccc', 'dddd']);
  assert.deepEqual(kept(9, 8), ['ccc', 'dddd']);
  assert.deepEqual(kept(9, 9), ['bb', 'ccc', 'dddd']);
  assert.deepEqual(kept(9, 1), ['dddd']);
  assert.deepEqual(kept(0), []);
  assert.deepEqual(newestLines([], 5), []);
  assert.equal(charactersOf(lines), 10);
});
