import {
  createDiskCache,
  type Disk,
  type Language,
  type Snapshot,
} from '../../server/src/language/language.ts';
import { nodeWorld } from '../../server/src/node/node-world.ts';

/** Lets the rules ask the disk, and waits for the answers, as nobody is there to be kept waiting. */
export function fillDisk(language: Language): {
  readonly current: () => Disk;
  /** The snapshot with a disk that knows all that the rules ask of it, or another question. */
  readonly fill: (snapshot: Snapshot, ask?: (snapshot: Snapshot) => unknown) => Promise<Snapshot>;
} {
  const cache = createDiskCache(nodeWorld, () => undefined);
  return {
    current: cache.current,
    fill: async (snapshot, ask = (current) => language.check(current)) => {
      for (;;) {
        const current = { ...snapshot, disk: cache.current() };
        const before = cache.misses();
        ask(current);
        if (cache.misses() === before) return current;
        await cache.answered();
      }
    },
  };
}
