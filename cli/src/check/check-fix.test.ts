import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runCli } from '../testing/run-cli.ts';
import { writtenFiles } from '../testing/written-files.ts';

describe('check --fix', { concurrency: 2 }, () => {
  it('mends what it can, and keeps line breaks, mark, mode and links', async (context) => {
    const cwd = writtenFiles(context, {
      'real/worker.ini': '\uFEFF[uwsgi]\r\nmastre = true\r\nproceses = 2\r\n',
    });
    const real = join(cwd, 'real/worker.ini');
    chmodSync(real, 0o640);
    symlinkSync('real/worker.ini', join(cwd, 'link.ini'));
    const { code, stdout, stderr } = await runCli(context, ['check', 'link.ini', '--fix'], { cwd })
      .ended;
    assert.deepEqual([code, stdout, stderr], [0, '', '1 file: nothing to report; 1 file fixed\n']);
    assert.equal(readFileSync(real, 'utf8'), '\uFEFF[uwsgi]\r\nmaster = true\r\nprocesses = 2\r\n');
    assert.equal(statSync(real).mode & 0o7777, 0o640);
    assert.ok(lstatSync(join(cwd, 'link.ini')).isSymbolicLink());
    assert.deepEqual(readdirSync(join(cwd, 'real')), ['worker.ini']);
  });

  it('touches nothing that is well, or not shown', async (context) => {
    const cwd = writtenFiles(context, { 'a.ini': '[uwsgi]\nproceses = 2\n', 'b.ini': '[uwsgi]\n' });
    const times = () => ['a.ini', 'b.ini'].map((name) => statSync(join(cwd, name)).ino);
    const before = times();
    const { stderr } = await runCli(context, ['check', '--fix', '--level', 'error'], { cwd }).ended;
    assert.equal(stderr, '2 files: nothing to report\n');
    assert.deepEqual(times(), before);
  });

  it('leaves a file alone that it could not write back as it was', async (context) => {
    const bytes = Buffer.from('[uwsgi]\n; caf\xe9\nproceses = 2\n', 'latin1');
    const cwd = writtenFiles(context, { 'latin.ini': bytes });
    const { code, stderr } = await runCli(context, ['check', '--fix'], { cwd }).ended;
    assert.equal(code, 2);
    assert.match(stderr, /latin\.ini is left as it is: it is not UTF-8/);
    assert.deepEqual(readFileSync(join(cwd, 'latin.ini')), bytes);
    assert.deepEqual(readdirSync(cwd), ['latin.ini']);
  });
});
