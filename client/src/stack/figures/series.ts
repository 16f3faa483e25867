import type { Percentiles } from '../../../../shared/figures.ts';

/** Requests by the second in which they were answered, with their times: what the plots are drawn from. */
export interface Series {
  /** All that were added, those of forgotten seconds included. */
  readonly total: number;
  /** Answered with a status from 400 on, by its first digit. */
  readonly clientErrors: number;
  readonly serverErrors: number;
  /** The second of the first request, in seconds since 1970; undefined before there is one. */
  readonly first: number | undefined;
  add(request: Measured): void;
  /** One point for each of the seconds from `from` (incl.) to `to` (excl.), in seconds since 1970. */
  points(from: number, to: number): readonly SeriesPoint[];
  /** Of all requests in these seconds. */
  percentiles(from: number, to: number): Percentiles | undefined;
}

export interface Measured {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly millis: number;
  readonly status: number;
}

export interface SeriesPoint {
  readonly second: number;
  readonly requests: number;
  readonly errors: number;
  /** undefined in a second without a request. */
  readonly percentiles: Percentiles | undefined;
}

interface Slot {
  requests: number;
  errors: number;
  /** How many requests took so many milliseconds: exact, and small, as nginx counts whole ones. */
  readonly times: Map<number, number>;
}

/** Keeps the newest `keep` seconds. */
export function createSeries(keep = 300): Series {
  const slots = new Map<number, Slot>();
  let newest = 0;
  let first: number | undefined;
  const totals = { total: 0, clientErrors: 0, serverErrors: 0 };

  const slotOf = (second: number): Slot => {
    const known = slots.get(second);
    if (known !== undefined) return known;
    const slot: Slot = { requests: 0, errors: 0, times: new Map() };
    slots.set(second, slot);
    if (second > newest) {
      newest = second;
      for (const each of slots.keys()) if (each <= newest - keep) slots.delete(each);
    }
    return slot;
  };
  const seconds = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  return {
    get total() {
      return totals.total;
    },
    get clientErrors() {
      return totals.clientErrors;
    },
    get serverErrors() {
      return totals.serverErrors;
    },
    get first() {
      return first;
    },
    add: ({ at, millis, status }) => {
      totals.total += 1;
      if (status >= 500) totals.serverErrors += 1;
      else if (status >= 400) totals.clientErrors += 1;
      const second = Math.floor(at / 1000);
      first = Math.min(first ?? second, second);
      if (second <= newest - keep) return;
      const slot = slotOf(second);
      slot.requests += 1;
      if (status >= 500) slot.errors += 1;
      slot.times.set(millis, (slot.times.get(millis) ?? 0) + 1);
    },
    points: (from, to) =>
      seconds(from, to).map((second) => {
        const slot = slots.get(second);
        return {
          second,
          requests: slot?.requests ?? 0,
          errors: slot?.errors ?? 0,
          percentiles: slot && percentilesOf([slot.times]),
        };
      }),
    percentiles: (from, to) =>
      percentilesOf(seconds(from, to).flatMap((second) => slots.get(second)?.times ?? [])),
  };
}

/** The nearest rank: a time that some request really took. */
function percentilesOf(parts: readonly ReadonlyMap<number, number>[]): Percentiles | undefined {
  const times = new Map<number, number>();
  for (const part of parts)
    for (const [millis, count] of part) times.set(millis, (times.get(millis) ?? 0) + count);
  const sorted = [...times].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return undefined;
  const at = (percent: number): number => {
    let left = Math.ceil((total * percent) / 100);
    for (const [millis, count] of sorted) {
      left -= count;
      if (left <= 0) return millis;
    }
    return 0;
  };
  return { p50: at(50), p95: at(95), p99: at(99) };
}
