import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { LogLine } from '../../shared/panel-lines.ts';
import { LineQueue } from './line-queue.ts';
import { createRequestRows } from './request-rows.ts';

interface Row {
  readonly line: LogLine;
  readonly took: number;
}

const line = (key: number, text: string): LogLine => ({
  ...{ key, process: 'a', time: key, text, stream: 'stdout', level: undefined },
});
const read = (of: LogLine): Row | undefined =>
  of.text === '' ? undefined : { line: of, took: Number(of.text) };
const compare = (one: Row, other: Row) => other.took - one.took;
const texts = fc.array(fc.constantFrom('', '1', '2', '3', '9'), { maxLength: 20 });

const changes = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('append' as const), texts }),
    fc.record({ kind: fc.constant('prepend' as const), texts }),
    fc.record({ kind: fc.constant('keep' as const), count: fc.nat({ max: 40 }) }),
    fc.record({ kind: fc.constant('clear' as const), texts }),
  ),
  { maxLength: 30 },
);

describe('the rows of the requests', () => {
  it('are those of a full sort, whatever comes and goes', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const lines = new LineQueue();
        const rowsOf = createRequestRows(read, compare);
        let [first, next] = [0, 1];
        for (const change of all) {
          if (change.kind === 'keep') lines.keepLast(change.count);
          else if (change.kind === 'prepend') {
            first -= change.texts.length;
            lines.prepend(change.texts.map((text, at) => line(first + at, text)));
          } else {
            if (change.kind === 'clear') lines.clear();
            lines.append(change.texts.map((text) => line(next++, text)));
          }
          const wanted = lines
            .toArray()
            .flatMap((each) => read(each) ?? [])
            .sort(compare);
          assert.deepEqual(rowsOf(lines), wanted);
        }
      }),
    );
  });

  it('read each line once', () => {
    let reads = 0;
    const lines = new LineQueue();
    const rowsOf = createRequestRows((of) => {
      reads += 1;
      return read(of);
    }, compare);
    for (let batch = 0; batch < 50; batch++) {
      lines.append(Array.from({ length: 100 }, (_, at) => line(batch * 100 + at, `${at % 7}`)));
      lines.keepLast(1000);
      assert.equal(rowsOf(lines).length, Math.min(1000, (batch + 1) * 100));
    }
    assert.equal(reads, 5000);
  });
});
