import assert from 'node:assert/strict';
import { appendFileSync, closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openTail } from './file-tail.ts';
import { shortenLogs } from './shorten-logs.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

describe('the tail of a file', () => {
  it('has the lines of a file that was replaced, those that come late included', async (context) => {
    const { path, tail, read } = await opened(context);
    const old = openSync(path, 'a');
    writeSync(old, 'one\n');
    renameSync(path, `${path}.old`);
    writeFileSync(path, 'three\n');
    writeSync(old, 'two\n');
    assert.equal(await read(), 'one\ntwo\nthree\n');
    assert.equal(tail.leaving, true);
    assert.equal(tail.files, 2);
    writeSync(old, 'late\n');
    appendFileSync(path, 'four\n');
    assert.equal(await read(), 'late\nfour\n');
    closeSync(old);
    await tail.close();
  });

  it('keeps the halves of lines apart that two files end in', async (context) => {
    const { path, tail, read } = await opened(context);
    const old = openSync(path, 'a');
    writeSync(old, 'be');
    assert.equal(await read(), '');
    renameSync(path, `${path}.old`);
    writeFileSync(path, 'ot');
    assert.equal(await read(), '');
    appendFileSync(path, 'her\n');
    writeSync(old, 'fore\n');
    assert.equal(await read(), 'before\nother\n');
    closeSync(old);
    await tail.close();
  });

  it('lets go of a file that is written no more', async (context) => {
    const { path, tail, read } = await opened(context);
    appendFileSync(path, 'one\n');
    let now = 0;
    context.mock.method(performance, 'now', () => now);
    renameSync(path, `${path}.old`);
    writeFileSync(path, 'two\n');
    assert.equal(await read(), 'one\ntwo\n');
    now = 10_000;
    assert.equal(await read(), '');
    assert.equal(tail.leaving, false);
    await tail.close();
  });

  it('hands over half a line when it is closed', async (context) => {
    const { path, tail } = await opened(context);
    appendFileSync(path, 'whole\nhalf');
    let text = '';
    await tail.close((chunk) => (text += chunk.toString()));
    assert.equal(text, 'whole\nhalf');
  });

  it('reads a file that comes later from its beginning', async (context) => {
    const path = join(temporaryFolder(context), 'later.log');
    const tail = await openTail(path, 'end');
    writeFileSync(path, 'one\n');
    let text = '';
    await tail.read((chunk) => (text += chunk.toString()));
    assert.equal(text, 'one\n');
    await tail.close();
  });
});

describe('shortening logs', () => {
  it('replaces the large ones, and only then asks to open them', async (context) => {
    const folder = temporaryFolder(context);
    const [large, small] = [join(folder, 'large.log'), join(folder, 'small.log')];
    writeFileSync(large, 'x'.repeat(99) + '\n');
    const tail = await openTail(large, 'beginning');
    writeFileSync(small, 'x\n');
    let asked = 0;
    const shorten = () =>
      shortenLogs({ signal: 'SIGUSR1', paths: [large, small, join(folder, 'none')] }, 50, () => {
        asked += 1;
        appendFileSync(large, 'new\n');
      });
    assert.equal(await shorten(), true);
    assert.equal(await shorten(), false);
    assert.equal(asked, 1);
    let text = '';
    await tail.read((chunk) => (text += chunk.toString()));
    assert.equal(text, `${'x'.repeat(99)}\nnew\n`);
    await tail.close();
  });
});

async function opened(context: TestContext) {
  const path = join(temporaryFolder(context), 'some.log');
  writeFileSync(path, '');
  const tail = await openTail(path, 'end');
  const read = async () => {
    let text = '';
    await tail.read((chunk) => (text += chunk.toString()));
    return text;
  };
  return { path, tail, read };
}
