import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryFolder } from '../../../client/src/stack/testing/temporary-folder.ts';

/** A folder with these files, removed after the test. */
export function writtenFiles(
  context: TestContext,
  files: Readonly<Record<string, string | Buffer>>,
): string {
  const folder = temporaryFolder(context);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
