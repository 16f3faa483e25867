import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** A folder with a short path (sockets lie in it), removed after the test. */
export function temporaryFolder(test: TestContext): string {
  const folder = realpathSync(mkdtempSync(join('/tmp', 'us-')));
  test.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
