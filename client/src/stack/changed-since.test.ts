import assert from 'node:assert/strict';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { changedSince } from './changed-since.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

test('what was written before a time has not changed since, whatever a watcher says', async (context) => {
  const file = join(temporaryFolder(context), 'app.py');
  writeFileSync(file, '');
  const { ctimeMs } = statSync(file);
  assert.equal(await changedSince([file], ctimeMs + 1), false);
  assert.equal(await changedSince([file], ctimeMs), true);
  assert.equal(await changedSince([], 0), false);
});

test('a file that is put there with an old date, or is gone, has changed', async (context) => {
  const file = join(temporaryFolder(context), 'app.py');
  const before = Date.now() - 10_000;
  writeFileSync(file, '');
  utimesSync(file, new Date(0), new Date(0));
  assert.equal(await changedSince([file], before), true);
  assert.equal(await changedSince([`${file}.gone`], Date.now()), true);
});
