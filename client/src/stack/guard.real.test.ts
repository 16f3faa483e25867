import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readRunFile, recover } from './run-file.ts';
import { processesOf, until } from './testing/processes.ts';
import { noPrograms } from './testing/real-stack.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** A running stack whose supervisor is another process, ready to be killed. */
async function startElsewhere(
  context: TestContext,
): Promise<{ child: ChildProcess; folder: string; runDirectory: string }> {
  const children: ChildProcess[] = [];
  // Hooks run in the order in which they were made: the folder goes last.
  context.after(async () => {
    for (const each of children) each.kill('SIGKILL');
    await recover(join(folder, 'run', 'test'));
  });
  const folder = temporaryFolder(context);
  const runDirectory = join(folder, 'run', 'test');
  const entry = join(import.meta.dirname, 'testing', 'supervisor-main.ts');
  const child = spawn(process.execPath, [entry, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  assert.match(line.toString(), /"kind":"ready"/);
  return { child, folder, runDirectory };
}

test(
  'the guard clears all when the supervisor is killed',
  { skip: noPrograms },
  async (context) => {
    const { child, folder, runDirectory } = await startElsewhere(context);
    assert.ok(processesOf(folder).length >= 6);
    child.kill('SIGKILL');
    await until('all gone', () => processesOf(folder).length === 0 && !existsSync(runDirectory));
  },
);

test(
  'the next start clears what nobody was left to clear',
  { skip: noPrograms },
  async (context) => {
    const { child, folder, runDirectory } = await startElsewhere(context);
    const running = await recover(runDirectory);
    assert.deepEqual(running, { kind: 'running', pid: child.pid });
    const guard = readRunFile(runDirectory)?.guard;
    assert.ok(guard);
    const ended = once(child, 'exit');
    // Stopped first, so that it can't see the guard's end and start another one.
    child.kill('SIGSTOP');
    process.kill(guard.pid, 'SIGKILL');
    child.kill('SIGKILL');
    await ended;
    assert.ok(processesOf(folder).length > 0);
    const result = await recover(runDirectory);
    assert.deepEqual(result, { kind: 'clear', ended: ['router', 'worker-1', 'worker-2', 'nginx'] });
    assert.deepEqual(processesOf(folder), []);
    assert.equal(existsSync(runDirectory), false);
  },
);
