import assert from 'node:assert/strict';
import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { OldestLines } from '../../../shared/panel-lines.ts';
import { readOlderLines, type HistoryLine } from './log-history.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const begin = Date.UTC(2026, 0, 1);
const lineAt = (time: number, text: string) => `${new Date(begin + time).toISOString()} ${text}\n`;
const newFile = (context: TestContext) => join(temporaryFolder(context), 'worker.log');
const texts = (lines: readonly HistoryLine[]) => lines.map(({ text }) => text);
const only = (file: string) => new Map([['worker', file]]);

/** All lines before a bound, in pieces; what has been read becomes the next bound. */
async function readBack(
  paths: ReadonlyMap<string, string>,
  piece: number,
  from?: OldestLines,
): Promise<readonly HistoryLine[]> {
  let all: readonly HistoryLine[] = [];
  let bound = from;
  for (let more = true; more;) {
    const read = await readOlderLines(paths, bound, piece, 4);
    all = [...read.lines, ...all];
    more = read.more;
    const time = all[0]?.time;
    if (time === undefined) break;
    const known: Record<string, number> = {};
    for (const line of all) {
      if (line.time !== time) break;
      known[line.process] = (known[line.process] ?? 0) + 1;
    }
    bound = { time, known };
  }
  return all;
}

describe('older lines of the log files', () => {
  it('come from the end, and over all files of a process', async (context) => {
    const file = newFile(context);
    writeFileSync(`${file}.2`, lineAt(0, 'a') + lineAt(1, 'b'));
    writeFileSync(`${file}.1`, lineAt(2, 'c') + lineAt(3, 'd'));
    writeFileSync(file, lineAt(4, 'e'));
    const { lines, more } = await readOlderLines(only(file), undefined, 2, 4);
    assert.deepEqual(texts(lines), ['d', 'e']);
    assert.deepEqual(lines[0], { process: 'worker', time: begin + 3, text: 'd' });
    assert.equal(more, true);
    assert.deepEqual(texts(await readBack(only(file), 2)), ['a', 'b', 'c', 'd', 'e']);
    const rest = await readOlderLines(only(file), undefined, 9, 4);
    assert.equal(rest.more, false);
  });

  it('of several processes are in order of their time', async (context) => {
    const [one, two] = [newFile(context), newFile(context)];
    writeFileSync(one, [0, 3, 4, 9].map((time) => lineAt(time, `one ${time}`)).join(''));
    writeFileSync(two, [1, 2, 8].map((time) => lineAt(time, `two ${time}`)).join(''));
    const paths = new Map([
      ['one', one],
      ['two', two],
      ['gone', newFile(context)],
    ]);
    const all = await readBack(paths, 3);
    const wanted = ['one 0', 'two 1', 'two 2', 'one 3', 'one 4', 'two 8', 'one 9'];
    assert.deepEqual(texts(all), wanted);
  });

  it('neither miss a line of a crowded millisecond nor tell one twice', async (context) => {
    const file = newFile(context);
    const all = Array.from({ length: 5000 }, (_, at) => `line ${at}`);
    // A thousand lines each millisecond, more than a block of the file.
    const written = all.map((text, at) =>
      lineAt(Math.floor(at / 1000), `${text}${' '.repeat(100)}`),
    );
    writeFileSync(`${file}.1`, written.slice(0, 2500).join(''));
    writeFileSync(file, written.slice(2500).join(''));
    for (const piece of [333, 1000, 2600])
      assert.deepEqual(
        texts(await readBack(only(file), piece)).map((text) => text.trim()),
        all,
        `${piece} at once`,
      );
  });

  it('are found again behind a bound when files have moved on', async (context) => {
    const file = newFile(context);
    writeFileSync(file, lineAt(0, 'a') + lineAt(1, 'b') + lineAt(2, 'c'));
    const bound = { time: begin + 2, known: { worker: 1 } };
    renameSync(file, `${file}.1`);
    writeFileSync(file, lineAt(3, 'd'));
    assert.deepEqual(texts((await readOlderLines(only(file), bound, 9, 4)).lines), ['a', 'b']);
  });

  it('survive remarks without a time, characters of many bytes, and lines of any length', async (context) => {
    const file = newFile(context);
    const long = 'x'.repeat(300_000);
    const umlauts = 'ä€😀'.repeat(30_000);
    writeFileSync(file, '… 3 lines left out …\n');
    appendFileSync(file, lineAt(1, umlauts) + lineAt(2, long) + '… 5 lines left out …\n');
    appendFileSync(file, lineAt(3, 'last').trimEnd());
    const all = await readBack(only(file), 1000);
    const [remark, many, cut, second, last] = texts(all);
    assert.deepEqual(
      [remark, second, last],
      ['… 3 lines left out …', '… 5 lines left out …', 'last'],
    );
    assert.ok(many !== undefined && umlauts.startsWith(many.slice(0, 50_000)));
    assert.ok(cut !== undefined && long.startsWith(cut) && cut.length > 200_000);
    assert.deepEqual(
      all.map(({ time }) => time - begin),
      [1, 1, 2, 3, 3],
    );
  });

  it('of a file that was cut off, or is none, are just not there', async (context) => {
    const file = newFile(context);
    writeFileSync(file, lineAt(0, 'a') + lineAt(5, 'b'));
    truncateSync(file, 20);
    const { lines } = await readOlderLines(only(file), undefined, 9, 4);
    assert.equal(lines.length, 1);
    assert.deepEqual(await readOlderLines(only(temporaryFolder(context)), undefined, 9, 4), {
      lines: [],
      more: false,
    });
  });

  it('are a million without being held', async (context) => {
    const file = newFile(context);
    const million = 1_000_000;
    for (let from = 0; from < million; from += 100_000)
      appendFileSync(
        file,
        Array.from({ length: 100_000 }, (_, at) => lineAt((from + at) / 100, `${from + at}`)).join(
          '',
        ),
      );
    const bound = { time: begin + 5000, known: { worker: 100 } };
    const { lines, more } = await readOlderLines(only(file), bound, 1000, 4);
    assert.equal(more, true);
    assert.deepEqual([lines[0]?.text, lines.at(-1)?.text], ['499000', '499999']);
  });
});
