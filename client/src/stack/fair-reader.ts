import type { Readable } from 'node:stream';

interface Source {
  readonly stream: Readable;
  readonly take: (chunk: Buffer) => void;
}

/** What waits to be read, the one that was read longest ago first. */
const waiting = new Set<Source>();
let isDue = false;

/** How long one turn of the event loop may be taken up by reading, in milliseconds. */
const turnMs = 8;

/**
 * Hands over what a stream brings, in its order. All streams that are read so take turns, and together leave the event loop
 * to others after some milliseconds: programs that write faster than they can be read have to wait, as at any pipe.
 * Returns how to get at once what is there already.
 */
export function readFairly(stream: Readable, take: (chunk: Buffer) => void): () => void {
  const source: Source = { stream, take };
  stream.on('readable', () => {
    waiting.add(source);
    if (!isDue) setImmediate(readInTurn);
    isDue = true;
  });
  return () => {
    waiting.delete(source);
    while (readOnce(source));
  };
}

function readInTurn(): void {
  isDue = false;
  const end = performance.now() + turnMs;
  for (const source of waiting) {
    waiting.delete(source);
    if (readOnce(source)) waiting.add(source);
    if (performance.now() >= end) break;
  }
  if (waiting.size === 0) return;
  isDue = true;
  setImmediate(readInTurn);
}

function readOnce({ stream, take }: Source): boolean {
  const chunk = stream.read() as Buffer | null;
  if (chunk !== null) take(chunk);
  return chunk !== null;
}
