import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { nodeDisk } from './node-disk.ts';
import { nodeWorld } from './node-world.ts';

describe('questions to the disk', { timeout: 20_000 }, () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'uwsgi-stack-disk-'));
    mkdirSync(join(folder, 'shop'));
    writeFileSync(join(folder, 'shop/b.py'), '');
    writeFileSync(join(folder, 'shop/a.py'), 'application = 1\n');
    chmodSync(join(folder, 'shop/a.py'), 0o640);
    writeFileSync(join(folder, 'big.py'), 'x'.repeat(1024 * 1024 + 1));
    writeFileSync(join(folder, 'binary.py'), Buffer.from([1, 0, 2]));
    execFileSync('mkfifo', [join(folder, 'pipe.conf')]);
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    symlinkSync('shop', join(folder, 'link'));
    symlinkSync('/proc/self/environ', join(folder, 'environ'));
    symlinkSync('/dev/zero', join(folder, 'zero'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const look = (name: string) => nodeDisk.look(join(folder, name));

  it('tell files, folders and nothing apart, through links', async () => {
    assert.deepEqual(await look('shop'), { kind: 'folder', names: ['a.py', 'b.py'] });
    assert.deepEqual(await look('link'), { kind: 'folder', names: ['a.py', 'b.py'] });
    assert.deepEqual(await look('link/a.py'), { kind: 'file', mode: 0o640 });
    for (const name of ['none', 'shop/a.py/x', 'dangling'])
      assert.deepEqual(await look(name), { kind: 'absent' });
  });

  it('end on pipes, devices, loops and the trees of the kernel', async () => {
    for (const name of ['pipe.conf', 'zero', 'environ', 'loop']) {
      assert.deepEqual(await look(name), { kind: 'other' });
      assert.equal(await nodeDisk.text(join(folder, name)), undefined);
    }
    assert.deepEqual(await nodeDisk.look('/proc/self'), { kind: 'other' });
    assert.equal(await nodeWorld.readFile(join(folder, 'pipe.conf')), undefined);
  });

  it('give the text of small files only', async () => {
    const text = (name: string) => nodeDisk.text(join(folder, name));
    assert.equal(await text('shop/a.py'), 'application = 1\n');
    for (const name of ['big.py', 'binary.py', 'shop', 'none'])
      assert.equal(await text(name), undefined, name);
  });
});
