import { watch, type FSWatcher } from 'node:fs';
import { openTail } from './file-tail.ts';

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
  const tail = await openTail(path, 'end');
  let watcher: FSWatcher | undefined = watchFile(path, lookNow);
  let watched = tail.files;
  let reading: Promise<void> = Promise.resolve();
  let waiting = false;
  let closed = false;
  let again: NodeJS.Timeout | undefined;

  const readOn = async (): Promise<void> => {
    waiting = false;
    await tail.read(deliver);
    if (closed) return;
    if (watched < tail.files) {
      watched = tail.files;
      watcher?.close();
      watcher = watchFile(path, lookNow);
      // Something may have come before the watcher.
      lookNow();
    }
    // Nobody watches the file that was replaced.
    if (tail.leaving) again ??= setTimeout(lookAgain, leavingMs);
  };
  function lookAgain(): void {
    again = undefined;
    lookNow();
  }
  /** One look for all the changes that come while another one is under way. */
  function lookNow(): void {
    if (waiting || closed) return;
    waiting = true;
    reading = reading.then(readOn).catch(() => undefined);
  }
  if (tail.files === 0) return undefined;
  return {
    close: async () => {
      closed = true;
      clearTimeout(again);
      watcher?.close();
      await reading;
      await tail.close(deliver).catch(() => undefined);
    },
  };
}

function watchFile(path: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(path, changed);
    // The folder may be removed under it at the end of a run.
    watcher.on('error', () => {
      watcher.close();
    });
    return watcher;
  } catch {
    // It was taken away in the same moment.
    return undefined;
  }
}

/** Between two looks at a file that was replaced, and may get its last lines. */
const leavingMs = 500;
