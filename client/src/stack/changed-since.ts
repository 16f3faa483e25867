import { stat } from 'node:fs/promises';

/**
 * Whether one of the files was written, replaced or removed at or after a time, in milliseconds since 1970. A watcher may
 * tell late of what was written before. Asked is when the file's entry was changed: unlike the time of its contents it
 * can't be set back, as a change of branch, `cp -p` or an archive does.
 */
export async function changedSince(paths: readonly string[], since: number): Promise<boolean> {
  const changed = paths.map(async (path): Promise<boolean> => {
    const { ctimeMs } = await stat(path).catch(() => ({ ctimeMs: Infinity }));
    return ctimeMs >= since;
  });
  return (await Promise.all(changed)).includes(true);
}
