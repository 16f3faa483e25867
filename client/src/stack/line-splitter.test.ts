import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLineSplitter } from './line-splitter.ts';

test('lines are put together from chunks', () => {
  const lines: string[] = [];
  const splitter = createLineSplitter((line) => lines.push(line), 10);
  const bytes = Buffer.from('grün\r\nb\n\n0123456789abcdef\nend');
  for (const byte of bytes) splitter.push(Buffer.from([byte]));
  splitter.end();
  assert.deepEqual(lines, ['grün', 'b', '', '0123456789 …', 'end']);
});
