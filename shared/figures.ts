/** What the dashboard shows of a running stack at one moment: the page draws it, `client/src/stack/figures` counts it. */
export interface StackFigures {
  /** Milliseconds since 1970. */
  readonly at: number;
  /**
   * Where requests and times are from: `nginx` is its log of this run, `uwsgi` the lines that the workers print of each
   * request, `none` when neither tells.
   */
  readonly source: 'nginx' | 'uwsgi' | 'none';
  /** Since the start of the run. */
  readonly requests: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
  /** Over the last few seconds. */
  readonly perSecond: number;
  /** Over the last minute; undefined without a request. */
  readonly latency: Percentiles | undefined;
  readonly plots: Plots;
  readonly workers: readonly WorkerFigures[];
  readonly nodes: readonly NodeFigures[];
  /** Those that there is no room for. */
  readonly moreNodes: number;
}

/** Milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** One value for each second from `from` on; null where nothing is known. */
export interface Plots {
  /** Seconds since 1970. */
  readonly from: number;
  readonly requests: readonly number[];
  readonly errors: readonly number[];
  readonly p50: readonly (number | null)[];
  readonly p95: readonly (number | null)[];
  readonly p99: readonly (number | null)[];
}

export interface WorkerFigures {
  readonly step: string;
  readonly title: string;
  readonly requests: number;
  readonly perSecond: number;
  /** Of the requests of all workers, from 0 to 1. */
  readonly share: number;
  readonly busy: number;
  readonly idle: number;
  readonly averageMillis: number;
  /** Bytes; undefined where nobody tells. */
  readonly memory: number | undefined;
  readonly restarts: number;
  readonly harakiri: number;
  readonly exceptions: number;
  /** Requests per second, for the seconds of the plots. */
  readonly rates: readonly (number | null)[];
}

/** A worker as the router has it in its table. */
export interface NodeFigures {
  readonly router: string;
  readonly key: string;
  readonly address: string;
  /** Title of the worker behind it. */
  readonly worker: string | undefined;
  readonly requests: number;
  readonly weight: number;
  readonly failures: number;
  readonly dead: boolean;
}
