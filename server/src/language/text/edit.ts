import { type Span, span } from './span.ts';

/** What has become of a text: `[start, before)` of the old one is `[start, after)` of the new one, the rest is the same. */
export interface Edit {
  readonly start: number;
  readonly before: number;
  readonly after: number;
}

/** The smallest stretch in which two texts differ. */
export function editBetween(before: string, after: string): Edit {
  const shared = Math.min(before.length, after.length);
  let start = 0;
  while (start < shared && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shared - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  return { start, before: before.length - end, after: after.length - end };
}

/** Where a place of the old text stands in the new one; undefined when the edit has taken a part of it away. */
export function moveSpan(place: Span, { start, before, after }: Edit): Span | undefined {
  if (place.end <= start) return place;
  const by = after - before;
  if (place.start >= before) return span(place.start + by, place.end + by);
  if (place.start <= start && before <= place.end) return span(place.start, place.end + by);
  return undefined;
}
