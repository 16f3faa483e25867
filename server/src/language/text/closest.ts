/**
 * The candidates that a misspelt word most likely meant: best first, at most three. Case and the choice between `-`
 * and `_` count for nothing; two letters that changed places count as one slip (Damerau-Levenshtein).
 */
export function closest(word: string, candidates: Iterable<string>): string[] {
  const wanted = plain(word);
  const bound = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  const found = new Map<string, number>();
  const letters = lettersOf(wanted);
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - wanted.length) > bound) continue;
    const other = plain(candidate);
    // One slip takes a letter away and brings another one at most.
    if (bitsOf(letters ^ lettersOf(other)) > 2 * bound) continue;
    const slips = distance(wanted, other, bound);
    if (slips <= bound) found.set(candidate, slips);
  }
  const near = [...found].map(([candidate, slips]) => ({ candidate, slips }));
  near.sort(
    (a, b) =>
      a.slips - b.slips ||
      sharedStart(wanted, b.candidate) - sharedStart(wanted, a.candidate) ||
      (a.candidate < b.candidate ? -1 : 1),
  );
  const best = near[0]?.slips ?? 0;
  // A far guess beside a near one only distracts.
  return near
    .filter(({ slips }) => slips <= best + 1)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('-', '_');
}

function sharedStart(wanted: string, candidate: string): number {
  const other = plain(candidate);
  let at = 0;
  while (at < wanted.length && wanted[at] === other[at]) at++;
  return at;
}

/** Which letters a word has: a bit for each, several share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Optimal string alignment distance; any number above `bound` when it is larger than that. */
function distance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let [beforeLast, last, row] = rowsOf(b.length + 1);
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = slips;
      least = Math.min(least, slips);
    }
    if (least > bound) return bound + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length] ?? 0;
}

/** Three rows of so many numbers at least; the same ones each time, as thousands of words are compared in a row. */
function rowsOf(length: number): readonly [Uint32Array, Uint32Array, Uint32Array] {
  if (rows[0].length < length)
    rows = [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
  return rows;
}

let rows: readonly [Uint32Array, Uint32Array, Uint32Array] = [
  new Uint32Array(64),
  new Uint32Array(64),
  new Uint32Array(64),
];
