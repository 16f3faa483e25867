import type { LaunchPlan, LaunchStep, SocketAddress } from '../../../shared/launch-plan.ts';
import { residentBytes } from './figures/memory.ts';
import {
  nodesUnder,
  readRouterStats,
  readWorkerStats,
  type RouterNode,
  type RouterStats,
  type WorkerProcess,
  type WorkerStats,
} from './stats.ts';

/** What all stats servers of a stack tell at one moment. */
export interface Traffic {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly workers: readonly WorkerTraffic[];
  readonly routers: readonly { readonly step: string; readonly stats: RouterStats }[];
}

export interface WorkerTraffic {
  readonly step: string;
  readonly processes: readonly WorkerProcess[];
  /** Requests that the processes have answered since they were started; those of a dead process are gone. */
  readonly requests: number;
  /** What the router has sent to its sockets; undefined behind none. */
  readonly nodes: readonly RouterNode[];
  readonly busy: number;
  readonly idle: number;
  /** Mean time of a request in microseconds, weighted by the requests of each process; 0 without any. */
  readonly averageMicros: number;
  /** Resident bytes over all processes, by uWSGI's `memory-report` or else by the system; undefined where neither tells. */
  readonly rss: number | undefined;
  readonly exceptions: number;
  readonly harakiri: number;
  /** How often processes were started again. */
  readonly respawns: number;
}

/** Asks every stats server that the plan knows, at once; what does not answer is left out. */
export async function readTraffic(plan: LaunchPlan, signal?: AbortSignal): Promise<Traffic> {
  const addresses = statsAddresses(plan.steps);
  const routers = await Promise.all(
    addresses.routers.map(async ({ step, stats }) => {
      const result = await readRouterStats(stats, signal);
      return result.kind === 'stats' ? [{ step, stats: result.stats }] : [];
    }),
  );
  const nodes = routers.flat().flatMap(({ stats }) => nodesUnder(stats));
  const workers = await Promise.all(
    addresses.workers.map(async ({ step, stats }) => {
      const result = await readWorkerStats(stats, signal);
      if (result.kind !== 'stats') return [];
      const memory = await residentBytes(result.stats.processes.map(({ pid }) => pid));
      return [workerTraffic(step, result.stats, nodes, memory)];
    }),
  );
  return { at: Date.now(), workers: workers.flat(), routers: routers.flat() };
}

interface StatsAddress {
  readonly step: string;
  readonly stats: SocketAddress;
}

/** The plan's probes name the stats servers, those that it adds itself among them. */
export function statsAddresses(steps: readonly LaunchStep[]): {
  readonly routers: readonly StatsAddress[];
  readonly workers: readonly StatsAddress[];
} {
  const of = (kind: 'router-stats' | 'app-loaded') =>
    steps.flatMap((step) =>
      step.ready.flatMap((probe) =>
        probe.kind === kind ? [{ step: step.id, stats: probe.stats }] : [],
      ),
    );
  return { routers: of('router-stats'), workers: of('app-loaded') };
}

function workerTraffic(
  step: string,
  { processes, sockets }: WorkerStats,
  nodes: readonly RouterNode[],
  memory: number | undefined,
): WorkerTraffic {
  const sum = (of: (process: WorkerStats['processes'][number]) => number) =>
    processes.reduce((total, process) => total + of(process), 0);
  const requests = sum((process) => process.requests);
  const names = new Set(sockets.map(({ name }) => name));
  const busy = processes.filter(({ status }) => status === 'busy').length;
  return {
    ...{ step, processes, requests, busy, idle: processes.length - busy },
    nodes: nodes.filter(({ name }) => names.has(name)),
    averageMicros:
      requests === 0 ? 0 : sum((process) => process.averageMicros * process.requests) / requests,
    rss: sum((process) => process.rss) || memory,
    exceptions: sum((process) => process.exceptions),
    harakiri: sum((process) => process.harakiri),
    respawns: sum((process) => Math.max(0, process.spawns - 1)),
  };
}

export interface TrafficPoller {
  /** The next answer comes at once. */
  start(): void;
  /** Nothing is asked any more. */
  stop(): void;
}

/** Asks again and again while it is started: one round at a time, so that a slow one is not overtaken. */
export function createTrafficPoller(
  plan: () => LaunchPlan | undefined,
  tell: (traffic: Traffic) => void,
  intervalMs = 1000,
): TrafficPoller {
  let running: AbortController | undefined;
  let timer: NodeJS.Timeout | undefined;
  const round = async (own: AbortController): Promise<void> => {
    const current = plan();
    if (current !== undefined) {
      const traffic = await readTraffic(current, own.signal);
      if (own.signal.aborted) return;
      tell(traffic);
    }
    timer = setTimeout(() => void round(own), intervalMs);
  };
  return {
    start: () => {
      if (running !== undefined) return;
      running = new AbortController();
      void round(running);
    },
    stop: () => {
      running?.abort();
      running = undefined;
      clearTimeout(timer);
    },
  };
}
