/**
 * The candidates that a misspelt word most likely meant: best first, at most three. Case and the choice between `-`
 * and `_` count for nothing; two letters that changed places count as one slip (Damerau-Levenshtein).
 */
export function closest(word: string, candidates: Iterable<string>): string[] {
  const wanted = plain(word);
  const bound = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  const near: { candidate: string; slips: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === word) continue;
    const slips = distance(wanted, plain(candidate), bound);
    if (slips <= bound) near.push({ candidate, slips });
  }
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

/** Optimal string alignment distance; any number above `bound` when it is larger than that. */
function distance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
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
      row.push(slips);
      least = Math.min(least, slips);
    }
    if (least > bound) return bound + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
