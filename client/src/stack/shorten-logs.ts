import { open, rename, rm, stat } from 'node:fs/promises';
import type { ReopenedLogs } from '../../../shared/launch-plan.ts';

/**
 * Puts an empty file in the place of each log that has grown larger than the limit, and then has the program open them.
 * Until it has, it writes on into the old file, which is there as long as somebody reads it: nothing is lost to those who
 * have opened it before. True when there was such a log.
 */
export async function shortenLogs(
  { paths }: ReopenedLogs,
  limitBytes: number,
  sendSignal: () => void,
): Promise<boolean> {
  const sizes = await Promise.all(paths.map(sizeOf));
  const large = paths.filter((_, at) => (sizes[at] ?? 0) > limitBytes);
  if (large.length === 0) return false;
  for (const path of large) await replace(path);
  sendSignal();
  return true;
}

/** At no moment is there no file: nginx may be started again just now. */
async function replace(path: string): Promise<void> {
  const next = `${path}.next`;
  await rm(next, { force: true });
  await (await open(next, 'wx', 0o600)).close();
  await rename(next, path);
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
