import { contains, type Span } from '../text/span.ts';

/** Each one holds the offset and the one before, and is larger than it. */
export function growing(spans: readonly Span[], offset: number): Span[] {
  const chain: Span[] = [];
  const bySize = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const next of bySize) {
    const last = chain.at(-1);
    const holds = last === undefined || (next.start <= last.start && last.end <= next.end);
    const larger = last === undefined || next.end - next.start > last.end - last.start;
    if (contains(next, offset) && holds && larger && next.end > next.start) chain.push(next);
  }
  return chain;
}
