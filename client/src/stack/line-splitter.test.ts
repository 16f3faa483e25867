import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLineSplitter } from './line-splitter.ts';

test('lines are put together from chunks', () => {
  const lines: string[] = [];
  const splitter = createLineSplitter((line) => lines.push(line), 10);
  const bytes = Buffer.from('grün\r\nb\n\n0123456789abcdef\nend');
  for (const byte of bytes) splitter.push(Buffer.from([byte]));
  splitter.end();
  assert.deepEqual(lines, ['grün', 'b', '', '0123456789 …', 'end']);
});

test('wherever the chunks are cut, and whatever they hold, the lines are the same', () => {
  const split = (chunks: readonly Buffer[]) => {
    const lines: string[] = [];
    const splitter = createLineSplitter((line) => lines.push(line), 10);
    for (const chunk of chunks) splitter.push(chunk);
    splitter.end();
    return lines;
  };
  const byte = fc.oneof(
    fc.constantFrom(...Buffer.from('a\n\n\r\u001bé€😀\0'), 0xff, 0xc3),
    fc.nat({ max: 255 }),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 60 }), fc.array(fc.nat({ max: 60 })), (bytes, cuts) => {
      const whole = Buffer.from(bytes);
      const ends = [...cuts.sort((a, b) => a - b), whole.length];
      const lines = split(ends.map((end, at) => whole.subarray(ends[at - 1] ?? 0, end)));
      assert.deepEqual(lines, split([whole]));
      for (const line of lines) assert.ok(line.length <= 12 && !line.includes('\n'), line);
    }),
    { seed: 81, numRuns: 3000 },
  );
});
