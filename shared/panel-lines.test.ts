import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packLines, unpackLines, type LogLine } from './panel-lines.ts';

const line = fc.record({
  process: fc.constantFrom('a/nginx', 'a/worker-1', 'b c/worker-1'),
  time: fc.integer({ min: 0, max: 2 ** 42 }),
  text: fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', '')),
  stream: fc.constantFrom<LogLine['stream'][]>('stdout', 'stderr', 'note'),
  level: fc.constantFrom<LogLine['level'][]>('error', 'warning', undefined),
});

test('lines arrive as they were sent', () => {
  fc.assert(
    fc.property(fc.array(line), fc.nat(), (lines, first) => {
      const sent = lines.map((each, at): LogLine => ({ key: first + at, ...each }));
      assert.deepEqual(unpackLines(packLines(sent)), sent);
    }),
  );
});

test('a break within a line does not make two of it', () => {
  const sent: LogLine = {
    ...{ key: 5, process: 'a', time: 1, text: 'one\ntwo', stream: 'note', level: undefined },
  };
  assert.deepEqual(unpackLines(packLines([sent])), [{ ...sent, text: 'one two' }]);
});
