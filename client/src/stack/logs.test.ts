import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { maxLogCharacters } from '../../../shared/newest-lines.ts';
import { removeOldLogs } from './log-files.ts';
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

test('log files that nothing was written to for two weeks are taken away, and nothing else', async (context) => {
  const directory = temporaryFolder(context);
  const now = Date.UTC(2026, 0, 31);
  const daysAgo = (days: number) => new Date(now - days * 24 * 60 * 60 * 1000);
  const outside = join(temporaryFolder(context), 'outside.txt');
  writeFileSync(outside, '');
  utimesSync(outside, daysAgo(100), daysAgo(100));
  mkdirSync(join(directory, 'stack'));
  symlinkSync(outside, join(directory, 'stack', 'link.log'));
  for (const [name, days] of [
    ['old.log', 15],
    ['old.log.1', 400],
    ['new.log', 13],
    ['new.log.1', 0],
  ] as const) {
    const file = join(directory, 'stack', name);
    writeFileSync(file, 'a line\n');
    utimesSync(file, daysAgo(days), daysAgo(days));
  }
  await removeOldLogs(directory, now);
  assert.deepEqual(readdirSync(join(directory, 'stack')).sort(), [
    'link.log',
    'new.log',
    'new.log.1',
  ]);
  assert.ok(existsSync(outside));
  await removeOldLogs(join(directory, 'missing'), now);
});
