import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { nodeWorld } from './node-world.ts';

describe('the file system of the server', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'uwsgi-stack-world-'));
    mkdirSync(join(folder, 'deploy'));
    mkdirSync(join(folder, 'node_modules'));
    mkdirSync(join(folder, 'sites-enabled'));
    mkdirSync(join(folder, 'a.conf'));
    writeFileSync(join(folder, 'router.ini'), '[uwsgi]\n');
    writeFileSync(join(folder, 'deploy/worker.ini'), '[uwsgi]\n');
    writeFileSync(join(folder, 'node_modules/x.ini'), '[uwsgi]\n');
    writeFileSync(join(folder, 'sites-enabled/shop'), 'server {}\n');
    writeFileSync(join(folder, 'binary.ini'), Buffer.from([91, 0, 1, 2]));
    writeFileSync(join(folder, 'app.py'), '');
    symlinkSync(folder, join(folder, 'loop'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('finds what may belong to a stack, and ends in a circle of links', async () => {
    const found: string[] = [];
    for await (const file of nodeWorld.findFiles(folder))
      found.push(file.path.slice(folder.length + 1));
    assert.deepEqual(found.sort(), ['deploy/worker.ini', 'router.ini', 'sites-enabled/shop']);
  });

  it('finds nothing where there is no folder', async () => {
    for await (const file of nodeWorld.findFiles(join(folder, 'none'))) assert.fail(file.path);
  });

  it('reads text only, and takes a missing file for absent', async () => {
    const path = join(folder, 'router.ini');
    assert.deepEqual(await nodeWorld.readFile(path), { path, text: '[uwsgi]\n' });
    assert.equal(await nodeWorld.readFile(join(folder, 'binary.ini')), undefined);
    assert.equal(await nodeWorld.readFile(join(folder, 'none.ini')), undefined);
    assert.equal(await nodeWorld.readFile(join(folder, 'a.conf')), undefined);
  });
});
