import type { Traffic } from '../traffic.ts';

/** What the workers have done between two looks at their stats. */
export interface Rates {
  readonly at: number;
  /** By step. */
  readonly workers: ReadonlyMap<string, WorkerRate>;
}

export interface WorkerRate {
  /** As the stats tell: since the processes were started. */
  readonly requests: number;
  /** Requests of the last interval alone. */
  readonly fresh: number;
  /** The same in a second. */
  readonly perSecond: number;
}

export const noRates: Rates = { at: 0, workers: new Map() };

export function ratesOf(before: Rates, now: Traffic): Rates {
  const seconds = (now.at - before.at) / 1000;
  return {
    at: now.at,
    workers: new Map(
      now.workers.map(({ step, requests }) => {
        const last = before.workers.get(step)?.requests;
        // A worker that was started again counts from 0.
        const fresh = last === undefined ? 0 : requests < last ? requests : requests - last;
        return [step, { requests, fresh, perSecond: seconds > 0 ? fresh / seconds : 0 }];
      }),
    ),
  };
}
