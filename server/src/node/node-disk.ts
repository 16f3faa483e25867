import { constants } from 'node:fs';
import { lstat, open, opendir, realpath } from 'node:fs/promises';
import type { DiskEntry } from '../language/language.ts';

const textLimit = 1024 * 1024;
const nameLimit = 10_000;
/** A network file system that is away answers never; the question then counts as one that may not be put. */
const patience = 5000;

/**
 * What lies at a path of the disk, whoever has named it: nothing blocks on a pipe, no device is opened, and the
 * kernel's own trees stay closed (reading a file there may have effects).
 */
export const nodeDisk = {
  look: (path: string): Promise<DiskEntry> => inTime(look(path), { kind: 'other' }),
  text: (path: string): Promise<string | undefined> => inTime(text(path), undefined),
};

async function look(path: string): Promise<DiskEntry> {
  try {
    const real = await realpath(path);
    if (isClosed(real)) return { kind: 'other' };
    const stats = await lstat(real);
    if (stats.isFile()) return { kind: 'file', mode: stats.mode & 0o7777 };
    return stats.isDirectory() ? { kind: 'folder', names: await namesIn(real) } : { kind: 'other' };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'other' };
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) if (names.push(name) === nameLimit) break;
  return names.sort();
}

async function text(path: string): Promise<string | undefined> {
  try {
    const real = await realpath(path);
    return isClosed(real) ? undefined : await readText(real, textLimit);
  } catch {
    return undefined;
  }
}

/** Text of a regular file of at most `limit` bytes; undefined for all else that can lie at a path. */
export async function readText(path: string, limit: number): Promise<string | undefined> {
  try {
    // Without O_NONBLOCK, opening a named pipe waits for somebody to write into it.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile() || stats.size > limit) return undefined;
      const buffer = await handle.readFile();
      // A NUL byte in the first kilobytes: no text. A byte order mark goes, as it does when an editor opens the file.
      if (buffer.subarray(0, 4096).includes(0)) return undefined;
      return buffer.toString('utf8').replace(/^\uFEFF/, '');
    } finally {
      await handle.close();
    }
  } catch {
    return undefined; // gone, a folder, or not readable: as good as absent
  }
}

function isClosed(path: string): boolean {
  return /^\/(?:proc|sys|dev)(?:\/|$)/.test(path);
}

async function inTime<T>(work: Promise<T>, late: T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(resolve, patience, late);
  return Promise.race([work, promise]).finally(() => {
    clearTimeout(timer);
  });
}
