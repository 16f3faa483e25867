import { openRequestLog } from './request-log.ts';
import { createSeries, type Series } from './series.ts';

/**
 * All requests of one run, by nginx's log of them. The log is not kept whole; the sums are, and the newest seconds. All
 * views of a stack share it.
 */
export interface RequestRecord {
  readonly series: Series;
  readOn(): Promise<void>;
  /** Whether the last lines of a log that was replaced may be still to come. */
  readonly leaving: boolean;
  close(): Promise<void>;
}

/** Seconds that the plots show. */
export const plotSeconds = 300;

export async function openRequestRecord(path: string): Promise<RequestRecord> {
  const log = await openRequestLog(path, 'beginning');
  const series = createSeries(plotSeconds);
  return {
    series,
    readOn: () =>
      log.readOn((requests) => {
        for (const request of requests) series.add(request);
      }),
    get leaving() {
      return log.leaving;
    },
    close: () => log.close(),
  };
}
