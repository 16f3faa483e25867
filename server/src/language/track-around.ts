import type { DiskEntry } from './disk.ts';
import type { Around } from './rules/inputs.ts';

/** What lies around a file, with a record of what of it was looked at. */
export interface Tracked {
  readonly around: Sources;
  /** Whether all that was looked at is still the same: what was made from it then is, too. */
  readonly holds: (now: Sources) => boolean;
}

/** The parts of `Around` that are no mere combination of others. */
export type Sources = Omit<Around, 'effective'>;

export function trackAround(around: Sources): Tracked {
  const seen = new Set<'installed' | 'settings'>();
  const wires = recordReads(around.graph);
  const uwsgiFiles = record(around.uwsgiFile);
  const nginxFiles = record(around.nginxFile);
  const looks = record((path: string) => around.disk.look(path));
  const texts = record((path: string) => around.disk.text(path));
  return {
    around: {
      graph: wires.object,
      get installed() {
        seen.add('installed');
        return around.installed;
      },
      get settings() {
        seen.add('settings');
        return around.settings;
      },
      uwsgiFile: uwsgiFiles.ask,
      nginxFile: nginxFiles.ask,
      disk: { look: looks.ask, text: texts.ask },
    },
    holds: (now) =>
      [...seen].every((part) => now[part] === around[part]) &&
      wires.holds(now.graph) &&
      uwsgiFiles.holds(now.uwsgiFile) &&
      nginxFiles.holds(now.nginxFile) &&
      looks.holds((path): DiskEntry | undefined => now.disk.look(path)) &&
      texts.holds((path) => now.disk.text(path)),
  };
}

interface Record<T> {
  readonly ask: (path: string) => T;
  readonly holds: (get: (path: string) => T) => boolean;
}

function record<T>(get: (path: string) => T): Record<T> {
  const answers = new Map<string, T>();
  return {
    ask(path) {
      const answer = get(path);
      answers.set(path, answer);
      return answer;
    },
    // Asks each of them, so that the one who answers knows what is still wanted.
    holds: (now) =>
      [...answers].map(([path, answer]) => Object.is(now(path), answer)).every(Boolean),
  };
}

/** An object like `original` that remembers which of its properties were read. */
function recordReads<T extends object>(original: T) {
  const read = new Set<keyof T>();
  const properties = (Object.keys(original) as (keyof T)[]).map((name) => [
    name,
    {
      enumerable: true,
      get: () => {
        read.add(name);
        return original[name];
      },
    },
  ]);
  return {
    object: Object.defineProperties(
      {},
      Object.fromEntries(properties) as PropertyDescriptorMap,
    ) as T,
    holds: (now: T) => [...read].every((name) => now[name] === original[name]),
  };
}
