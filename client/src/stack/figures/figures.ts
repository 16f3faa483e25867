import type { NodeFigures, StackFigures, WorkerFigures } from '../../../../shared/figures.ts';
import type { LaunchPlan } from '../../../../shared/launch-plan.ts';
import type { LogLine } from '../logs.ts';
import type { Traffic } from '../traffic.ts';
import type { Rates } from './rates.ts';
import { plotSeconds, type RequestRecord } from './request-record.ts';
import { createSeries } from './series.ts';
import { createStepRequestReader } from './step-requests.ts';

/** Gathers the figures of one run, as long as somebody looks. */
export interface FiguresGatherer {
  look(traffic: Traffic, rates: Rates): Promise<StackFigures>;
}

/** A young run has no long emptiness in front of it. */
const leastSeconds = 60;
const rateSeconds = 5;
const latencySeconds = 60;
/** Whatever listens in the place of a router must not keep the page busy. */
const shownNodes = 1000;

/**
 * `plan` is asked at each look, as workers come and go; `recent` gives the lines that a process has printed after the one
 * with that number; `record` has what nginx notes.
 */
export function createFigures(
  plan: () => LaunchPlan,
  recent: (step: string, after: number) => readonly LogLine[],
  record: RequestRecord | undefined,
): FiguresGatherer {
  const fromNginx = record?.series ?? createSeries(plotSeconds);
  const fromUwsgi = createSeries(plotSeconds);
  const history = createHistory();
  const read = createStepRequestReader(plan);
  let sequence = 0;

  /** What nginx passes over in silence: `access_log off`, a stack without nginx. */
  const readLines = (steps: readonly string[]): void => {
    const lines = steps.flatMap((step) => recent(step, sequence));
    for (const line of lines) {
      sequence = Math.max(sequence, line.sequence);
      const request = read(line);
      // The line has the beginning of the request, if any; its arrival is the end.
      if (request !== undefined)
        fromUwsgi.add({ at: line.time, millis: request.milliseconds ?? 0, status: request.status });
    }
  };
  return {
    look: async (traffic, rates) => {
      await record?.readOn();
      const counted = traffic.workers.reduce((sum, { requests }) => sum + requests, 0);
      const silent = fromNginx.total === 0 && counted > 0;
      if (silent) readLines(traffic.workers.map(({ step }) => step));
      history.add(rates);
      const series = silent ? fromUwsgi : fromNginx;
      const planned = plan();
      // The second that is not over yet would look like a drop.
      const to = Math.floor(traffic.at / 1000);
      const begin = Math.min(series.first ?? to, to - leastSeconds);
      const from = Math.max(begin, to - plotSeconds);
      const points = series.points(from, to);
      const fresh = points.slice(-rateSeconds).reduce((sum, { requests }) => sum + requests, 0);
      const nodes = nodesOf(planned, traffic);
      return {
        at: traffic.at,
        source: series.total > 0 ? (silent ? 'uwsgi' : 'nginx') : 'none',
        requests: silent ? counted : series.total,
        clientErrors: series.clientErrors,
        serverErrors: series.serverErrors,
        perSecond: fresh / rateSeconds,
        latency: series.percentiles(to - latencySeconds, to + 1),
        plots: {
          from,
          requests: points.map(({ requests }) => requests),
          errors: points.map(({ errors }) => errors),
          p50: points.map(({ percentiles }) => percentiles?.p50 ?? null),
          p95: points.map(({ percentiles }) => percentiles?.p95 ?? null),
          p99: points.map(({ percentiles }) => percentiles?.p99 ?? null),
        },
        workers: traffic.workers.map((worker): WorkerFigures => {
          const { step, requests, busy, idle, averageMicros, rss } = worker;
          return {
            ...{ step, title: titleOf(planned, step), requests, busy, idle },
            perSecond: rates.workers.get(step)?.perSecond ?? 0,
            share: counted === 0 ? 0 : requests / counted,
            averageMillis: averageMicros / 1000,
            memory: rss,
            restarts: worker.respawns,
            harakiri: worker.harakiri,
            exceptions: worker.exceptions,
            rates: history.of(step, from, to),
          };
        }),
        nodes: nodes.slice(0, shownNodes),
        moreNodes: Math.max(0, nodes.length - shownNodes),
      };
    },
  };
}

function nodesOf(plan: LaunchPlan, { routers, workers }: Traffic): readonly NodeFigures[] {
  return routers.flatMap(({ step: router, stats }) =>
    stats.subscriptions.flatMap(({ key, nodes }) =>
      nodes.map(({ name, requests, weight, failures, dead }): NodeFigures => {
        const worker = workers.find(({ nodes: own }) => own.some((node) => node.name === name));
        return {
          ...{ router: titleOf(plan, router), key, address: name, requests, weight },
          ...{ failures, dead, worker: worker && titleOf(plan, worker.step) },
        };
      }),
    ),
  );
}

function titleOf(plan: LaunchPlan, step: string): string {
  return plan.steps.find(({ id }) => id === step)?.title ?? step;
}

/** The rate of each worker, second by second; null while nobody looked. */
function createHistory(): {
  add(rates: Rates): void;
  of(step: string, from: number, to: number): readonly (number | null)[];
} {
  const seconds = new Map<number, Rates['workers']>();
  let last = 0;
  return {
    add: (rates) => {
      const now = Math.floor(rates.at / 1000);
      // A look may come a little late: the rate is that of the whole time since the one before.
      const first = now - last > 3 ? now : last + 1;
      for (let second = first; second <= now; second += 1) seconds.set(second, rates.workers);
      last = now;
      for (const second of seconds.keys()) {
        if (second >= now - plotSeconds) break;
        seconds.delete(second);
      }
    },
    of: (step, from, to) =>
      Array.from(
        { length: to - from },
        (_, index) => seconds.get(from + index)?.get(step)?.perSecond ?? null,
      ),
  };
}
