import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isFree } from '../../../client/src/stack/testing/free-port.ts';
import { processesOf } from '../../../client/src/stack/testing/processes.ts';
import type { Example } from './example.ts';

/** Which of the example's ports are taken by the test itself. */
export type HeldPort = keyof Example['ports'] | undefined;

/** No process, no listening port, no run folder with its pid files and sockets; the person's files as they were. */
export async function assertNothingLeft(
  example: Example,
  filesBefore: Readonly<Record<string, string>>,
  held?: HeldPort,
): Promise<void> {
  assert.deepEqual(processesOf(example.folder), []);
  for (const [name, port] of Object.entries(example.ports))
    assert.ok(name === held || (await isFree(port)), `the port of ${name} is still taken`);
  const entries = readdirSync(example.folder, { recursive: true, withFileTypes: true });
  const runs = entries.filter(({ parentPath }) =>
    parentPath.startsWith(join(example.folder, 'run/')),
  );
  assert.deepEqual(
    runs.map(({ parentPath, name }) => join(parentPath, name)),
    [],
  );
  assert.deepEqual(
    entries.filter((entry) => !entry.isFile() && !entry.isDirectory()).map(({ name }) => name),
    [],
  );
  assert.deepEqual(example.files(), filesBefore);
}
