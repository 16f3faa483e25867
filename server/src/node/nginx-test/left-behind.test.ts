import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { removeLeftBehind } from './left-behind.ts';

it('removes the folders of processes that have ended, and no other', async (context) => {
  const prefix = 'uwsgi-stack-left-';
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const make = (start: string) => {
    const folder = mkdtempSync(join(tmpdir(), start));
    context.after(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    return folder;
  };
  const [gone, ours, other] = [
    make(`${prefix}${ended}-`),
    make(`${prefix}${process.pid}-`),
    make(prefix),
  ];
  await removeLeftBehind(prefix);
  assert.deepEqual([gone, ours, other].map(existsSync), [false, true, true]);
});
