import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findProgram } from './find-program.ts';
import { runProbe } from './run-probe.ts';

describe('a program that is asked about itself', { timeout: 20_000 }, () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'uwsgi-stack-run-probe-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const script = (name: string, body: string) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${body}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  it('gets its arguments as they are, an empty folder, no input and no orders', async () => {
    const program = script('tell', 'echo "$1"; pwd; ls -A | wc -l; cat; env; echo err >&2');
    process.env.UWSGI_HTTP = ':80';
    process.env.LISTEN_FDS = '1';
    try {
      const output = (await runProbe(program, ['$(id); *'])) ?? '';
      const [argument, where = '', entries] = output.split('\n');
      assert.deepEqual([argument, Number(entries)], ['$(id); *', 0]);
      assert.notEqual(where, process.cwd());
      assert.equal(existsSync(where), false, 'the folder is removed');
      assert.doesNotMatch(output, /UWSGI_|LISTEN_FDS/);
      assert.match(output, /^PATH=/m);
      assert.match(output, /^err$/m);
    } finally {
      delete process.env.UWSGI_HTTP;
      delete process.env.LISTEN_FDS;
    }
  });

  it('is ended with all that it has started when it takes too long', async () => {
    const program = script('hang', `(sleep 60 & echo $! > '${folder}/pid'; wait) & sleep 60`);
    assert.equal(await runProbe(program, [], 500), undefined);
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    // Gone, or a dead entry that waits for init.
    const isOver = () =>
      !existsSync(`/proc/${pid}/cmdline`) || readFileSync(`/proc/${pid}/cmdline`).length === 0;
    while (!isOver()) await new Promise(setImmediate);
  });

  it('is ended when it never stops talking', async () => {
    assert.equal(await runProbe(script('talk', 'exec yes'), []), undefined);
  });

  it('may be missing', async () => {
    assert.equal(await runProbe(join(folder, 'none'), []), undefined);
  });

  it('is found by an absolute path or in absolute folders of PATH only', async () => {
    const program = script('decoy', 'true');
    assert.equal(await findProgram('decoy', `.:bin:${folder}`), program);
    assert.equal(await findProgram(program, ''), program);
    const before = process.cwd();
    process.chdir(folder);
    try {
      for (const name of ['decoy', './decoy', 'bin/../decoy', ''])
        assert.equal(await findProgram(name, '.::bin'), undefined, name);
    } finally {
      process.chdir(before);
    }
    chmodSync(program, 0o644);
    assert.equal(await findProgram(program, ''), undefined);
  });
});
