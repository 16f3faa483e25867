import { readFile } from 'node:fs/promises';

/** Resident memory of processes in bytes, as Linux counts it; undefined where the system does not tell. */
export async function residentBytes(pids: readonly number[]): Promise<number | undefined> {
  const sizes = await Promise.all(
    pids.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1];
      return kilobytes === undefined ? [] : [Number(kilobytes) * 1024];
    }),
  );
  const known = sizes.flat();
  return known.length === 0 ? undefined : known.reduce((sum, size) => sum + size, 0);
}
