import { dirname, isRelated } from '../text/path.ts';

/** Whether two files are meant for each other: one's folder holds the other's, or they are neighbours. */
export function isNear(path: string, other: string): boolean {
  const one = dirname(path);
  const two = dirname(other);
  return isRelated(one, two) || dirname(one) === dirname(two);
}
