import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { maxLogCharacters } from '../../../shared/newest-lines.ts';
import { createLogs, type LogLine } from './logs.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

test('lines are numbered, kept up to a limit, delivered in batches and written to files that rotate', async (context) => {
  const directory = temporaryFolder(context);
  const logs = createLogs({
    directory,
    maxLines: 10,
    files: { maxBytes: 200, keep: 3, maxPending: 10_000 },
    now: () => 0,
  });
  const batches: (readonly LogLine[])[] = [];
  const off = logs.onLines((lines) => batches.push(lines));
  for (let round = 0; round < 6; round += 1) {
    for (let line = 0; line < 10; line += 1) logs.add('a', 'stdout', `line ${round} ${line}`);
    await logs.flush();
  }
  off();
  logs.add('b', 'stack', 'unheard');
  await logs.flush();
  assert.deepEqual(
    batches.map((batch) => batch.length),
    [10, 10, 10, 10, 10, 10],
  );
  assert.equal(logs.recent('a').length, 10);
  assert.equal(logs.recent('a').at(-1)?.sequence, 60);
  assert.deepEqual(
    logs.recent('a', 59).map(({ text }) => text),
    ['line 5 9'],
  );
  assert.match(readFileSync(join(directory, 'a.log'), 'utf8'), /line 5 9\n$/);
  assert.equal(existsSync(join(directory, 'a.log.2')), true);
  assert.equal(existsSync(join(directory, 'a.log.3')), false);
});

test('a full disk costs the files, and nothing else', async (context) => {
  const directory = temporaryFolder(context);
  symlinkSync('/dev/full', join(directory, 'a.log'));
  const logs = createLogs({ directory });
  for (const text of ['one', 'two']) {
    logs.add('a', 'stdout', text);
    logs.add('b', 'stdout', text);
    await logs.flush();
  }
  assert.deepEqual(
    logs.recent('a').map(({ text }) => text),
    ['one', 'two'],
  );
  assert.match(readFileSync(join(directory, 'b.log'), 'utf8'), /one\n.*two\n$/);
});

test('long lines fill the memory no more than short ones', (context) => {
  const logs = createLogs({ directory: temporaryFolder(context) });
  const long = 'x'.repeat(16_384);
  for (let line = 0; line < 3000; line++) logs.add('a', 'stdout', long);
  const kept = logs.recent('a');
  assert.equal(kept.at(-1)?.sequence, 3000);
  assert.ok(kept.length <= (1.25 * maxLogCharacters) / long.length, String(kept.length));
});
