import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { bootId, identityOf, isSameProcess } from './process-identity.ts';
import { startProgram } from './program.ts';
import { claimRunFile, parseRunRecord, recover, writeRunFile, type RunRecord } from './run-file.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const dead = { pid: 2 ** 22 - 1, start: 'long ago' };
const record: RunRecord = {
  boot: bootId(),
  supervisor: dead,
  guard: undefined,
  stack: undefined,
  mark: '',
  groups: [],
};

describe('run file', () => {
  it('never leads to a process that only has the same pid', async (context) => {
    const folder = temporaryFolder(context);
    const start = await startProgram({
      argv: [process.execPath, '-e', 'setInterval(() => {}, 1000)'],
      cwd: '/',
      env: {},
      onLine: () => undefined,
    });
    assert.equal(start.kind, 'started');
    const { identity } = start.program;
    context.after(() => start.program.stop([]));
    const leader = { pid: identity.pid, start: `${identity.start}0` };
    writeRunFile(folder, { ...record, guard: leader, groups: [{ id: 'x', leader, stop: [] }] });
    assert.equal((await recover(folder)).kind, 'clear');
    assert.equal(isSameProcess(identity), true);
    assert.equal(existsSync(folder), false);
  });

  it('tells a living owner', async (context) => {
    const folder = temporaryFolder(context);
    const supervisor = identityOf(process.pid);
    assert.ok(supervisor);
    assert.equal(claimRunFile(folder, { ...record, supervisor }).kind, 'done');
    assert.equal(claimRunFile(folder, record).kind, 'error');
    assert.deepEqual(await recover(folder), { kind: 'running', pid: process.pid });
    assert.equal(existsSync(folder), true);
  });

  it('leaves out what is no process of ours', () => {
    const supervisor = { pid: 5, start: '1' };
    const groups = [
      { id: 'a', leader: { pid: 1, start: '1' }, stop: [] },
      { id: 'b', leader: { pid: -1, start: '1' }, stop: [] },
      { id: 'c', leader: { pid: 9, start: '1' }, stop: [{ signal: 'SIGSTOP', graceMs: 1 }] },
    ];
    const parsed = parseRunRecord({ supervisor, groups });
    assert.deepEqual(parsed?.groups, [{ id: 'c', leader: { pid: 9, start: '1' }, stop: [] }]);
    assert.equal(parseRunRecord([]), undefined);
  });
});
