import type { Disk, DiskEntry } from './disk.ts';

/** Where answers come from; each promise must resolve within seconds, whatever the path is. */
export interface DiskSource {
  look(path: string): Promise<DiskEntry>;
  /** undefined for all that is no readable text of at most 1 MiB. */
  text(path: string): Promise<string | undefined>;
}

/** Answers the core's questions from memory, and fetches those that it does not know yet. */
export interface DiskCache {
  /** Another object after an answer has changed. */
  readonly current: () => Disk;
  /** How many questions have been put so far that had no answer yet. */
  readonly misses: () => number;
  /** Resolves when all that has been asked is answered. */
  readonly answered: () => Promise<void>;
  /** Something on the disk has changed: fetches all answers again. */
  readonly refresh: () => void;
  /** Forgets the answers that nobody has asked for since the last time. Called after each check of all files. */
  readonly sweep: () => void;
}

/** Beyond these, questions stay unanswered and the rules silent: a file must not fill the memory with its paths. */
const answerLimit = 20_000;
const textLimit = 64 * 1024 * 1024;
const atOnce = 16;

/** `changed` is called once for all answers that arrive together, and only when one differs from before. */
export function createDiskCache(source: DiskSource, changed: () => void): DiskCache {
  const looks = createShelf(
    (path) => source.look(path),
    sameEntry,
    () => 0,
  );
  const texts = createShelf(
    (path) => source.text(path),
    Object.is,
    (text) => text?.length ?? 0,
  );
  let disk = askedThrough(looks, texts);
  let working: Promise<void> | undefined;
  let stale = false;

  const work = async (): Promise<void> => {
    // In the next turn, so that all questions of one check make one batch.
    await Promise.resolve();
    while (stale || looks.waits() || texts.waits()) {
      if (stale) {
        stale = false;
        looks.renew();
        texts.renew();
      }
      const news = await Promise.all([looks.fetch(), texts.fetch()]);
      if (!news.some(Boolean)) continue;
      disk = askedThrough(looks, texts);
      changed();
    }
    working = undefined;
  };
  const start = () => {
    working ??= work();
  };
  function askedThrough(entries: typeof looks, contents: typeof texts): Disk {
    return {
      look: (path) => ask(entries, path),
      text: (path) => ask(contents, path),
    };
  }
  let misses = 0;
  function ask<T>(shelf: Shelf<T>, path: string): T | undefined {
    // A document that is no file has no neighbours on the disk.
    if (!path.startsWith('/') || path.includes('\0')) return undefined;
    const answer = shelf.ask(path);
    if (answer !== undefined) return answer.value;
    if (shelf.want(path)) {
      misses++;
      start();
    }
    return undefined;
  }
  return {
    current: () => disk,
    misses: () => misses,
    answered: async () => {
      while (working !== undefined) await working;
    },
    refresh: () => {
      stale = true;
      start();
    },
    sweep: () => {
      looks.sweep();
      texts.sweep();
    },
  };
}

/** Answers of one kind, by path. */
interface Shelf<T> {
  ask(path: string): { readonly value: T } | undefined;
  /** Whether the answer will come. */
  want(path: string): boolean;
  waits(): boolean;
  /** Whether an answer is there now that was not, or is another than before. */
  fetch(): Promise<boolean>;
  renew(): void;
  sweep(): void;
}

function createShelf<T>(
  get: (path: string) => Promise<T>,
  same: (one: T, other: T) => boolean,
  sizeOf: (value: T) => number,
): Shelf<T> {
  const answers = new Map<string, { readonly value: T }>();
  let asked = new Set<string>();
  let wanted = new Set<string>();
  let fetching: ReadonlySet<string> = new Set();
  let size = 0;
  const put = (path: string, value: T): boolean => {
    const before = answers.get(path);
    if (before !== undefined && same(before.value, value)) return false;
    size += sizeOf(value) - (before === undefined ? 0 : sizeOf(before.value));
    answers.set(path, { value });
    return true;
  };
  return {
    ask(path) {
      const answer = answers.get(path);
      if (answer !== undefined) asked.add(path);
      return answer;
    },
    want(path) {
      if (fetching.has(path)) return true;
      if (answers.size + wanted.size >= answerLimit || size >= textLimit) return false;
      wanted.add(path);
      return true;
    },
    waits: () => wanted.size > 0,
    async fetch() {
      fetching = wanted;
      wanted = new Set();
      const paths = [...fetching];
      const fetched: (readonly [string, T])[] = [];
      const one = async (): Promise<void> => {
        for (let path = paths.pop(); path !== undefined; path = paths.pop())
          fetched.push([path, await get(path)]);
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      fetching = new Set();
      // Put together, so that no check sees half of the news.
      return fetched.map(([path, value]) => put(path, value)).some(Boolean);
    },
    renew() {
      for (const path of answers.keys()) wanted.add(path);
    },
    sweep() {
      for (const [path, { value }] of answers) {
        if (asked.has(path)) continue;
        size -= sizeOf(value);
        answers.delete(path);
      }
      asked = new Set();
    },
  };
}

function sameEntry(one: DiskEntry, other: DiskEntry): boolean {
  if (one.kind === 'file') return other.kind === 'file' && one.mode === other.mode;
  if (one.kind !== 'folder') return one.kind === other.kind;
  return (
    other.kind === 'folder' &&
    one.names.length === other.names.length &&
    one.names.every((name, at) => name === other.names[at])
  );
}
