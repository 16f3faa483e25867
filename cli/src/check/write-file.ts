import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts `text` in place of `before`, at once or not at all: whoever reads the file meanwhile sees the old or the new
 * one. Mode, owner and a byte order mark stay. Throws an error that says why a file is left as it is.
 */
export async function replaceText(path: string, before: string, text: string): Promise<void> {
  const real = await realpath(path); // a link stays a link
  const bytes = await readFile(real);
  const mark = bytes.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
  // Bytes that are no UTF-8 were read as replacement characters; writing those would lose them.
  if (!bytes.equals(Buffer.concat([mark, Buffer.from(before)])))
    throw new Error('it is not UTF-8, or has changed meanwhile');
  const folder = dirname(real);
  const temporary = join(folder, `.uwsgi-stack-${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    try {
      await handle.writeFile(Buffer.concat([mark, Buffer.from(text)]));
      await copyOwner(real, handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, real);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

async function copyOwner(path: string, handle: FileHandle): Promise<void> {
  const original = await open(path);
  try {
    const { mode, uid, gid } = await original.stat();
    // Only root may give files away; for anybody else the file is their own already, or may not be replaced so.
    await handle.chown(uid, gid).catch((error: unknown) => {
      if (process.getuid?.() !== uid) throw error;
    });
    await handle.chmod(mode & 0o7777);
  } finally {
    await original.close();
  }
}
