import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findProgram, findPrograms } from './programs.ts';

describe('finding the programs', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'uwsgi-stack-programs-'));
    for (const name of ['nginx-of-test', 'uwsgi-of-test']) {
      writeFileSync(join(folder, name), '#!/bin/sh\necho "--modules-path=/opt/modules" >&2\n');
      chmodSync(join(folder, name), 0o755);
    }
    writeFileSync(join(folder, 'plain'), '');
    mkdirSync(join(folder, 'folder'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('searches PATH', () => {
    assert.equal(findProgram('nginx-of-test', { PATH: folder }), join(folder, 'nginx-of-test'));
  });

  it('takes an absolute path as it is', () => {
    assert.equal(findProgram(join(folder, 'nginx-of-test'), {}), join(folder, 'nginx-of-test'));
  });

  it('refuses what cannot be run: a plain file, a folder, a path from the working directory', () => {
    assert.equal(findProgram(join(folder, 'plain'), {}), undefined);
    assert.equal(findProgram(join(folder, 'folder'), {}), undefined);
    assert.equal(findProgram('./nginx-of-test', { PATH: folder }), undefined);
    assert.equal(findProgram('nginx-of-test', { PATH: '.' }), undefined);
  });

  it('asks nginx for its modules', async () => {
    const found = await findPrograms(
      { nginx: 'nginx-of-test', uwsgi: 'uwsgi-of-test' },
      { PATH: folder },
    );
    assert.deepEqual(found, {
      kind: 'found',
      nginx: join(folder, 'nginx-of-test'),
      uwsgi: join(folder, 'uwsgi-of-test'),
      nginxModules: '/opt/modules',
      nginxFolder: undefined,
    });
  });

  it('says where a stack can run when it can not run on Windows', async () => {
    const result = await findPrograms({ nginx: 'nginx', uwsgi: 'uwsgi' }, {}, 'win32');
    assert.equal(result.kind, 'missing');
    assert.match(`${result.message} ${result.remedy}`, /no uWSGI for Windows\. .*WSL/);
  });

  it('names the missing program, its package and the setting', async () => {
    const result = await findPrograms(
      { nginx: 'nginx-of-test', uwsgi: 'uwsgi-nowhere' },
      { PATH: folder },
    );
    assert.equal(result.kind, 'missing');
    assert.match(result.message, /uWSGI is not installed: no program `uwsgi-nowhere`/);
    assert.match(result.remedy, /uwsgi-plugin-python3.*uwsgiStack\.uwsgi\.path/s);
  });

  it('tells a program that may not be executed from a missing one', async () => {
    const settings = { nginx: join(folder, 'plain'), uwsgi: 'uwsgi-of-test' };
    const result = await findPrograms(settings, { PATH: folder });
    assert.equal(result.kind, 'missing');
    assert.match(result.message, /plain may not be executed/);
  });
});
