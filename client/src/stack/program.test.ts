import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isGroupAlive } from './process-identity.ts';
import { findProgram, startProgram } from './program.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const request = { cwd: '/', env: { PATH: process.env.PATH ?? '' } };

describe('program', () => {
  it('delivers all output and the exit code', async () => {
    const lines: string[] = [];
    const start = await startProgram({
      ...request,
      argv: [
        process.execPath,
        '-e',
        'console.log("a\\nb"); console.error("c"); process.exitCode = 3',
      ],
      onLine: (stream, line) => lines.push(`${stream} ${line}`),
    });
    assert.equal(start.kind, 'started');
    assert.deepEqual(await start.program.ended, { code: 3, signal: null });
    assert.deepEqual(lines.sort(), ['stderr c', 'stdout a', 'stdout b']);
  });

  it('tells what could not be started', async (context) => {
    const text = join(temporaryFolder(context), 'text');
    writeFileSync(text, 'no program', { mode: 0o644 });
    for (const [name, code] of [
      ['/no/such/program', 'ENOENT'],
      [text, 'EACCES'],
    ] as const) {
      const start = await startProgram({ ...request, argv: [name], onLine: () => undefined });
      assert.equal(start.kind === 'not-started' && start.code, code);
    }
    assert.equal(findProgram(text, '/', undefined).kind, 'not-executable');
    assert.equal(findProgram('nosuchprogram', '/', '/usr/bin').kind, 'missing');
    assert.equal(findProgram('sh', '/', '/nowhere:/bin').kind, 'found');
  });

  it('ends a program that ignores its signals, and what it has forked', async () => {
    const script = `process.on('SIGTERM', () => {});
      require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      console.log('up'); setInterval(() => {}, 1000);`;
    let up: () => void = () => undefined;
    const isUp = new Promise<void>((done) => (up = done));
    const start = await startProgram({
      ...request,
      argv: [process.execPath, '-e', script],
      onLine: up,
    });
    assert.equal(start.kind, 'started');
    await isUp;
    assert.equal(
      await start.program.stop([{ signal: 'SIGTERM', to: 'process', graceMs: 100 }]),
      true,
    );
    assert.deepEqual(await start.program.ended, { code: null, signal: 'SIGKILL' });
    assert.equal(isGroupAlive(start.program.identity), false);
  });
});
