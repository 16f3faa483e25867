import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { followFile } from './follow-file.ts';

describe('following a file', { timeout: 10_000 }, () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'uwsgi-stack-follow-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('delivers what is appended, without what was there before', async () => {
    const path = join(folder, 'access.log');
    writeFileSync(path, 'old\n');
    let text = '';
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const follower = await followFile(path, (chunk) => {
      text += chunk.toString();
      if (text === 'one\ntwo\n') resolve(undefined);
    });
    appendFileSync(path, 'one\n');
    appendFileSync(path, 'two\n');
    await promise;
    await follower?.close();
  });

  it('goes on with a file that somebody has emptied', async () => {
    const path = join(folder, 'emptied.log');
    writeFileSync(path, 'a line from before\n');
    let text = '';
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const follower = await followFile(path, (chunk) => {
      text += chunk.toString();
      if (text.endsWith('two\n')) resolve(undefined);
    });
    truncateSync(path);
    appendFileSync(path, 'one\n');
    appendFileSync(path, 'two\n');
    await promise;
    await follower?.close();
    assert.equal(text, 'one\ntwo\n');
  });

  it('goes on with the files that take its place, one after the other', async () => {
    const path = join(folder, 'replaced.log');
    writeFileSync(path, '');
    let text = '';
    let seen: () => void = () => undefined;
    const follower = await followFile(path, (chunk) => {
      text += chunk.toString();
      seen();
    });
    for (const number of [1, 2, 3]) {
      writeFileSync(`${path}.next`, '');
      const wanted = `old ${number}\nnew ${number}\n`;
      const { promise, resolve } = Promise.withResolvers<undefined>();
      seen = () => {
        if (text.endsWith(wanted)) resolve(undefined);
      };
      appendFileSync(path, `old ${number}\n`);
      renameSync(`${path}.next`, path);
      appendFileSync(path, `new ${number}\n`);
      await promise;
    }
    await follower?.close();
    assert.equal(text, [1, 2, 3].map((number) => `old ${number}\nnew ${number}\n`).join(''));
  });

  it('ends well when the file is taken away, or is no text', async () => {
    const path = join(folder, 'gone.log');
    writeFileSync(path, '');
    let bytes = 0;
    const follower = await followFile(path, (chunk) => {
      bytes += chunk.length;
    });
    appendFileSync(path, Buffer.from([0, 0xff, 0xc3, 0x1b, 0x80]));
    rmSync(path);
    await follower?.close();
    assert.equal(bytes, 5);
  });

  it('loses nothing that was written before it is closed', async () => {
    const path = join(folder, 'big.log');
    writeFileSync(path, '');
    let bytes = 0;
    const follower = await followFile(path, (chunk) => {
      bytes += chunk.length;
    });
    for (let at = 0; at < 50; at++) appendFileSync(path, 'x'.repeat(10_000));
    await follower?.close();
    assert.equal(bytes, 500_000);
  });

  it('does without a file that is not there', async () => {
    assert.equal(
      await followFile(join(folder, 'none'), () => {
        assert.fail();
      }),
      undefined,
    );
  });
});
