import { watch } from 'node:fs';
import { open } from 'node:fs/promises';

export interface FileFollower {
  /** Delivers what is there by now, and lets go of the file. */
  close(): Promise<void>;
}

/**
 * Delivers what a program appends to a file, from where the file ends now. For nginx's access log: it cannot go to the
 * pipes that node gives a program, because those are sockets, which nginx can't open by a path.
 */
export async function followFile(
  path: string,
  deliver: (chunk: Buffer) => void,
): Promise<FileFollower | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  let position = (await file.stat()).size;
  let reading: Promise<void> = Promise.resolve();
  let waiting = false;

  const readOn = async (): Promise<void> => {
    waiting = false;
    const buffer = Buffer.allocUnsafe(65_536);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) {
        if ((await file.stat()).size >= position) return;
        // Somebody has emptied it: it begins anew.
        position = 0;
        continue;
      }
      position += bytesRead;
      deliver(Buffer.from(buffer.subarray(0, bytesRead)));
    }
  };
  /** One look for all the changes that come while another one is under way. */
  const look = (): Promise<void> => {
    if (waiting) return reading;
    waiting = true;
    reading = reading.then(readOn, () => undefined);
    return reading;
  };
  const watcher = watch(path, () => void look().catch(() => undefined));
  // The folder may be removed under it at the end of a run.
  watcher.on('error', () => {
    watcher.close();
  });
  return {
    close: async () => {
      watcher.close();
      await look().catch(() => undefined);
      await file.close();
    },
  };
}
