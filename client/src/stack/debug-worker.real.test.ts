import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { readDoors } from './debug-worker.ts';
import { createSession } from './session.ts';
import { createSupervisor } from './supervisor.ts';
import { processesOf } from './testing/processes.ts';
import { noPrograms, realStack } from './testing/real-stack.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const guardEntry = join(import.meta.dirname, 'guard-main.ts');
const noDebugger: string | false =
  noPrograms ||
  (spawnSync('/usr/bin/python3', ['-c', 'import debugpy']).status === 0
    ? false
    : 'python3-debugpy is not installed');

test('a debugger finds each process of a worker', { skip: noDebugger }, async (context) => {
  const folder = temporaryFolder(context);
  const stack = await realStack(folder);
  const supervisor = createSupervisor({ guardEntry, logsDirectory: stack.logsDirectory });
  context.after(() => supervisor.dispose());
  const session = createSession({
    supervisor,
    plan: () => Promise.resolve({ kind: 'plan', plan: stack.plan(2) }),
  });
  assert.deepEqual(await session.start(), { kind: 'ready' });
  assert.deepEqual(readDoors(supervisor.state.plan, 'worker-1'), []);

  assert.deepEqual(await session.debugStep('worker-1', { libraries: undefined }), {
    kind: 'ready',
  });
  const doors = readDoors(supervisor.state.plan, 'worker-1');
  assert.equal(doors.length, 1);
  assert.deepEqual(readDoors(supervisor.state.plan, 'worker-2'), []);
  const [door] = doors;
  assert.ok(door);
  assert.match(await greet(door.port), /"success": ?true, ?"command": ?"initialize"/);
  assert.equal((await fetch(stack.page.url)).status, 200);

  assert.deepEqual(await session.restartStep('worker-1'), { kind: 'ready' });
  assert.deepEqual(readDoors(supervisor.state.plan, 'worker-1'), []);
  await session.stop();
  assert.deepEqual(processesOf(folder), []);
});

/** The first request of the Debug Adapter Protocol, and what comes back. */
async function greet(port: number): Promise<string> {
  const socket = createConnection({ port, host: '127.0.0.1' });
  const request = JSON.stringify({
    ...{ seq: 1, type: 'request', command: 'initialize' },
    arguments: { adapterID: 'debugpy', clientID: 'test' },
  });
  socket.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
  let text = '';
  while (!text.includes('"initialize"')) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    text += chunk.toString();
  }
  socket.destroy();
  return text;
}
