import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBounded } from './run-bounded.ts';

/**
 * What a program prints when it is asked about itself; undefined when it cannot be run, takes too long or says too much.
 * It gets no shell, no input, an empty folder of its own to stand in (uWSGI looks for plugins where it stands), and of
 * the environment only what a program needs to be found and to run: each `UWSGI_X` would be an option to uWSGI.
 */
export async function runProbe(
  program: string,
  args: readonly string[],
  patience = 5000,
): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'uwsgi-stack-probe-')).catch(() => undefined);
  if (folder === undefined) return undefined;
  try {
    return (await runBounded(program, args, { cwd: folder, patience }))?.output;
  } finally {
    // Only when it is still empty: whatever a program has left there is not ours to remove.
    await rmdir(folder).catch(() => undefined);
  }
}
