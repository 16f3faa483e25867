import { open, type FileHandle } from 'node:fs/promises';
import type { OldestLines } from '../../../shared/panel-lines.ts';
import { defaultLogFileLimits, numbered } from './log-files.ts';

/** A line as it stands in a log file. */
export interface HistoryLine {
  readonly process: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly text: string;
}

export interface OlderLines {
  /** Oldest first. */
  readonly lines: readonly HistoryLine[];
  /** Whether there may be still older ones. */
  readonly more: boolean;
}

/**
 * The youngest `count` lines before a bound, of all processes together, out of their log files. Files that are moved on or
 * taken away meanwhile are read as they were when they were opened; what can't be read is as if it were not there.
 * @param files path of the newest log file of each process
 * @param keep how many files a process has in all
 */
export async function readOlderLines(
  files: ReadonlyMap<string, string>,
  bound: OldestLines | undefined,
  count: number,
  keep = defaultLogFileLimits.keep,
): Promise<OlderLines> {
  const readers = await Promise.all(
    [...files].map(([process, file]) => openReader(process, file, bound, keep)),
  );
  try {
    const lines: HistoryLine[] = [];
    while (lines.length < count) {
      let latest: Reader | undefined;
      for (const reader of readers) {
        if (reader.waiting.length === 0) await fill(reader);
        if (youngest(reader) > (latest === undefined ? -Infinity : youngest(latest)))
          latest = reader;
      }
      const line = latest?.waiting.pop();
      if (line === undefined) return { lines: lines.reverse(), more: false };
      lines.push(line);
    }
    return { lines: lines.reverse(), more: true };
  } finally {
    await Promise.all(readers.flatMap(({ parts }) => parts.map(({ handle }) => handle.close())));
  }
}

/** Reads the files of one process from the end to the beginning. */
interface Reader {
  readonly process: string;
  /** The youngest last. */
  readonly parts: Part[];
  /** Lines that are read and not taken yet, the youngest last. */
  waiting: HistoryLine[];
  /** The end of a line whose beginning is not read yet. */
  rest: Buffer;
  /** Time of the oldest line that was read, in milliseconds since 1970. */
  below: number;
}

interface Part {
  readonly handle: FileHandle;
  /** What lies before it is not read yet. */
  end: number;
}

function youngest({ waiting }: Reader): number {
  return waiting.at(-1)?.time ?? -Infinity;
}

async function openReader(
  process: string,
  file: string,
  bound: OldestLines | undefined,
  keep: number,
): Promise<Reader> {
  const parts: Part[] = [];
  const seen = new Set<number>();
  let known = bound?.known[process] ?? 0;
  for (let number = 0; number < keep; number++) {
    const handle = await open(numbered(file, number)).catch(() => undefined);
    if (handle === undefined) continue;
    const { ino, size } = await handle.stat();
    // While these are opened one after the other, a file may move on to the next number.
    if (seen.has(ino)) {
      await handle.close();
      continue;
    }
    seen.add(ino);
    let end = size;
    if (bound !== undefined) {
      const { starts, after } = await linesOfTime(handle, size, bound.time);
      end = known === 0 ? after : (starts.at(-known) ?? starts[0] ?? after);
      known = Math.max(0, known - starts.length);
    }
    parts.unshift({ handle, end });
  }
  return { process, parts, waiting: [], rest: Buffer.alloc(0), below: bound?.time ?? Date.now() };
}

/** Where the lines of one millisecond begin, and where they end. */
async function linesOfTime(
  handle: FileHandle,
  size: number,
  time: number,
): Promise<{ readonly starts: readonly number[]; readonly after: number }> {
  let [low, high] = [0, size];
  // Times only grow in a file.
  while (high - low > blockSize) {
    const middle = Math.floor((low + high) / 2);
    const found = await firstStamp(handle, middle, high);
    if (found === undefined || found.time >= time) high = middle;
    else low = found.start;
  }
  const starts: number[] = [];
  for await (const line of linesFrom(handle, low)) {
    if (line.time === undefined || line.time < time) continue;
    if (line.time > time) return { starts, after: line.start };
    starts.push(line.start);
  }
  return { starts, after: size };
}

/** The first line with a time that begins behind an offset, and before another. */
async function firstStamp(
  handle: FileHandle,
  from: number,
  before: number,
): Promise<{ readonly start: number; readonly time: number } | undefined> {
  // What stands at the offset is most likely the middle of a line.
  let first = true;
  for await (const { start, time } of linesFrom(handle, from)) {
    if (start >= before) return undefined;
    if (!first && time !== undefined) return { start, time };
    first = false;
  }
  return undefined;
}

async function* linesFrom(
  handle: FileHandle,
  from: number,
): AsyncGenerator<{ readonly start: number; readonly time: number | undefined }> {
  let start = from;
  /** The beginning of the line, as far as its time reaches. */
  let head = '';
  for (let at = from; ; at += blockSize) {
    const block = await readBlock(handle, at, at + blockSize);
    if (block.length === 0) break;
    for (let offset = 0; ;) {
      const lineFeed = block.indexOf(10, offset);
      const end = lineFeed === -1 ? block.length : lineFeed;
      if (head.length < stampLength)
        head += block.toString('latin1', offset, Math.min(end, offset + stampLength));
      if (lineFeed === -1) break;
      yield { start, time: timeOf(head) };
      head = '';
      offset = lineFeed + 1;
      start = at + offset;
    }
  }
  if (head !== '') yield { start, time: timeOf(head) };
}

/** Reads on towards the beginning, until a line is there or nothing is left. */
async function fill(reader: Reader): Promise<void> {
  const { parts } = reader;
  for (let part = parts.at(-1); part !== undefined; part = parts.at(-1)) {
    if (part.end === 0) {
      // A file begins with a line of its own.
      const line = reader.rest;
      reader.rest = Buffer.alloc(0);
      parts.pop();
      await part.handle.close();
      if (line.length > 0) take(reader, [line]);
    } else {
      const start = Math.max(0, part.end - blockSize);
      const block = await readBlock(part.handle, start, part.end);
      part.end = block.length === 0 ? 0 : start;
      const pieces = split(Buffer.concat([block, reader.rest]));
      // Of a line without an end only so much is kept: it is no line that anybody could read.
      reader.rest = (pieces.shift() ?? Buffer.alloc(0)).subarray(0, longestLine);
      take(reader, pieces);
    }
    if (reader.waiting.length > 0) return;
  }
}

function take(reader: Reader, pieces: readonly Buffer[]): void {
  let time: number | undefined;
  const lines: HistoryLine[] = [];
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    const own = timeOf(piece.toString('latin1', 0, stampLength));
    const text = piece.subarray(own === undefined ? 0 : stampLength, longestLine).toString();
    time = own ?? time;
    lines.push({ process: reader.process, time: time ?? NaN, text });
  }
  // What has no time of its own, such as a remark on lines that were left out, has that of the line above or below it.
  const first = lines.find((line) => !Number.isNaN(line.time))?.time ?? reader.below;
  reader.waiting = lines.map((line) => (Number.isNaN(line.time) ? { ...line, time: first } : line));
  reader.below = first;
}

function split(buffer: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, start)) {
    pieces.push(buffer.subarray(start, at));
    start = at + 1;
  }
  pieces.push(buffer.subarray(start));
  return pieces;
}

async function readBlock(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.alloc(end - start);
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, start).catch(() => ({
    bytesRead: 0,
  }));
  return buffer.subarray(0, bytesRead);
}

/** `2026-01-31T12:00:00.000Z` and a blank, as {@link createLogs} writes them. */
function timeOf(head: string): number | undefined {
  return stamp.test(head) ? Date.parse(head.slice(0, stampLength - 1)) : undefined;
}

const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /;
const stampLength = 25;
/** In bytes. */
const blockSize = 64 * 1024;
const longestLine = 256 * 1024;
