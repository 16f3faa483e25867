import assert from 'node:assert/strict';
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createRunDirectory, isInside, runDirectoryFor, writeFiles } from './run-directory.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

describe('run directory', () => {
  it('is short enough for sockets', () => {
    assert.equal(runDirectoryFor('app', {}, '/tmp', 7), '/tmp/uwsgi-stack-7/app');
    assert.match(
      runDirectoryFor('a'.repeat(80), {}, '/tmp', 7),
      /^\/tmp\/uwsgi-stack-7\/[0-9a-f]{12}$/,
    );
    const long = `/var/${'x'.repeat(90)}`;
    assert.equal(runDirectoryFor('app', {}, long, 7), '/tmp/uwsgi-stack-7/app');
  });

  it('is private, and nothing that is a link', (context) => {
    const folder = temporaryFolder(context);
    const path = join(folder, 'base', 'run');
    assert.deepEqual(createRunDirectory(path), { kind: 'done' });
    assert.equal(lstatSync(path).mode & 0o777, 0o700);
    symlinkSync(folder, join(folder, 'link'));
    assert.equal(createRunDirectory(join(folder, 'link')).kind, 'error');
    assert.equal(createRunDirectory(join(folder, 'link', 'run')).kind, 'error');
    mkdirSync(join(folder, 'open'));
    assert.deepEqual(createRunDirectory(join(folder, 'open')), { kind: 'done' });
    assert.equal(lstatSync(join(folder, 'open')).mode & 0o777, 0o700);
  });

  it('leaves alone what programs have written, and clears what an earlier plan has', (context) => {
    const folder = temporaryFolder(context);
    const [log, sites] = [join(folder, 'access.log'), join(folder, 'sites')];
    const site = (name: string) => ({ kind: 'text', path: join(sites, name), text: name }) as const;
    const always = [
      { kind: 'log', path: log },
      { kind: 'directory', path: sites, exact: true },
    ] as const;
    assert.deepEqual(writeFiles([...always, site('a'), site('b')], folder), { kind: 'done' });
    appendFileSync(log, 'GET /\n');
    assert.deepEqual(writeFiles([...always, site('b')], folder), { kind: 'done' });
    assert.equal(readFileSync(log, 'utf8'), 'GET /\n');
    assert.deepEqual(readdirSync(sites), ['b']);
  });

  it('takes files inside of it only', (context) => {
    const folder = temporaryFolder(context);
    const files = [
      { kind: 'directory', path: join(folder, 'a') },
      { kind: 'text', path: join(folder, 'a', 'b'), text: 'hello' },
      { kind: 'link', path: join(folder, 'c'), target: '/nowhere' },
    ] as const;
    assert.deepEqual(writeFiles(files, folder), { kind: 'done' });
    assert.deepEqual(writeFiles(files, folder), { kind: 'done' });
    assert.equal(readFileSync(join(folder, 'a', 'b'), 'utf8'), 'hello');
    const outside = { kind: 'text', path: join(folder, '..', 'x'), text: '' } as const;
    assert.equal(writeFiles([outside], folder).kind, 'error');
    assert.deepEqual(
      [isInside('/a', '/a'), isInside('/a', '/a/..b'), isInside('/a', '/ab')],
      [false, true, false],
    );
  });
});
