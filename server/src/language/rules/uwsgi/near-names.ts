import { closest } from '../../text/closest.ts';

/** Looks a name up among those of a folder. */
export type NearNames = (
  word: string,
  folder: string,
  candidates: () => readonly string[],
) => readonly string[];

/**
 * Remembers what it has found, and stops after two hundred searches: to compare each line of a file of a hundred
 * thousand with all names of a large folder would take minutes.
 */
export function limitedNearNames(): NearNames {
  const found = new Map<string, readonly string[]>();
  return (word, folder, candidates) => {
    const key = `${folder}\n${word}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    if (found.size >= 200) return [];
    const near = closest(word, candidates());
    found.set(key, near);
    return near;
  };
}
