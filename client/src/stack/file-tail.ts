import { open, stat, type FileHandle } from 'node:fs/promises';

/** Reads on in a file that a program appends to, also when another one has taken its place meanwhile. */
export interface FileTail {
  /** Hands over what has come since the last time, in pieces of whole lines; nothing twice. */
  read(deliver: (lines: Buffer) => void): Promise<void>;
  /** Whether a file that was replaced may still get lines: the program opens the new one when it comes to it. */
  readonly leaving: boolean;
  /** How many files have had that name, as far as it was seen. */
  readonly files: number;
  /** Hands over the rest, half a line included, and lets go of the file. */
  close(deliver?: (rest: Buffer) => void): Promise<void>;
}

interface Source {
  readonly file: FileHandle;
  readonly inode: number;
  position: number;
  /** The beginning of a line whose end has not come. */
  rest: Buffer;
  /** When another file has taken its place. */
  leftAt: number | undefined;
}

const pieceBytes = 64 * 1024;
/** nginx's workers open the new file within moments of the signal. */
const leavingMs = 5000;

/** A file that does not exist yet is read from its beginning on when it does. */
export async function openTail(path: string, from: 'beginning' | 'end'): Promise<FileTail> {
  let sources: readonly Source[] = [];
  const first = await openSource(path);
  if (first !== undefined) {
    if (from === 'end') first.position = (await first.file.stat()).size;
    sources = [first];
  }
  let files = sources.length;
  let reading: Promise<unknown> = Promise.resolve();
  let closed = false;

  const look = async (deliver: (lines: Buffer) => void): Promise<void> => {
    if (closed) return;
    for (const source of sources) {
      const more = await readOn(source, deliver);
      // One look found nothing long after it was replaced: nobody writes to it any more.
      if (source.leftAt === undefined || more || performance.now() - source.leftAt < leavingMs)
        continue;
      sources = sources.filter((each) => each !== source);
      if (source.rest.length > 0) deliver(source.rest);
      await source.file.close();
    }
    const inode = await stat(path).then(
      ({ ino }) => ino,
      () => undefined,
    );
    const current = sources.find(({ leftAt }) => leftAt === undefined);
    if (inode === undefined || inode === current?.inode) return;
    const next = await openSource(path);
    if (next === undefined) return;
    if (current !== undefined) current.leftAt = performance.now();
    sources = [...sources, next];
    files += 1;
    await readOn(next, deliver);
  };
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const turn = reading.then(act);
    reading = turn.catch(() => undefined);
    return turn;
  };
  return {
    get leaving() {
      return sources.length > 1;
    },
    get files() {
      return files;
    },
    read: (deliver) => inTurn(() => look(deliver)),
    close: (deliver = () => undefined) =>
      inTurn(async () => {
        await look(deliver).catch(() => undefined);
        if (closed) return;
        closed = true;
        for (const { file, rest } of sources) {
          if (rest.length > 0) deliver(rest);
          await file.close();
        }
      }),
  };
}

async function openSource(path: string): Promise<Source | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  const { ino } = await file.stat();
  return { file, inode: ino, position: 0, rest: Buffer.alloc(0), leftAt: undefined };
}

/** Whether there was anything. */
async function readOn(source: Source, deliver: (lines: Buffer) => void): Promise<boolean> {
  const { file } = source;
  let any = false;
  for (;;) {
    const buffer = Buffer.allocUnsafe(pieceBytes);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, source.position);
    if (bytesRead === 0) {
      if ((await file.stat()).size >= source.position) return any;
      // Somebody has emptied it: it begins anew.
      [source.position, source.rest] = [0, Buffer.alloc(0)];
      continue;
    }
    any = true;
    source.position += bytesRead;
    const piece = Buffer.concat([source.rest, buffer.subarray(0, bytesRead)]);
    const end = piece.lastIndexOf(lineFeed) + 1;
    source.rest = piece.subarray(end);
    if (end > 0) deliver(piece.subarray(0, end));
  }
}

const lineFeed = 10;
