import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { LaunchPlan } from '../../../../shared/launch-plan.ts';
import type { LogLine } from '../logs.ts';
import { readTraffic, type Traffic } from '../traffic.ts';
import { openRequestLog, type LoggedRequest } from './request-log.ts';
import { sendRequest, type Answer, type RequestToSend } from './send-request.ts';
import { createStepRequestReader } from './step-requests.ts';

/** One request on its way through a stack, as far as the programs tell. */
export interface Trace {
  readonly answer: Answer;
  /** nginx's own note of it, found by its mark; undefined where nginx logs nothing. */
  readonly nginx: LoggedRequest | undefined;
  /** Nodes whose counters have grown meanwhile: one, unless others asked at the same time. */
  readonly nodes: readonly TracedNode[];
  /** Workers that may have answered; the first one has when `sure`. */
  readonly workers: readonly TracedWorker[];
  /** Whether no other request can be meant. */
  readonly sure: boolean;
  /** What nginx, the routers and these workers have printed meanwhile, other requests' lines left out. */
  readonly lines: readonly LogLine[];
}

export interface TracedNode {
  readonly router: string;
  readonly key: string;
  readonly address: string;
  /** Step of the worker behind it. */
  readonly worker: string | undefined;
}

export interface TracedWorker {
  readonly step: string;
  readonly title: string;
  readonly pid: number | undefined;
  /** By uWSGI's own line. */
  readonly millis: number | undefined;
}

/** Tells each line of the run as it comes; returns how to stop. */
export interface LineSource {
  onLines(listener: (lines: readonly LogLine[]) => void): () => void;
}

export interface TraceOptions {
  readonly plan: LaunchPlan;
  readonly request: Omit<RequestToSend, 'headers'> & {
    readonly headers?: Readonly<Record<string, string>>;
  };
  readonly lines: LineSource;
  readonly signal: AbortSignal;
}

/** How long the lines of nginx and the worker, and their counters, may be behind the answer. */
const settleMs = 1500;
const lookEveryMs = 40;

/** Sends it with a mark that nginx notes, and looks at the counters of all programs before and after. */
export async function traceRequest({ plan, request, lines, signal }: TraceOptions): Promise<Trace> {
  const mark = randomUUID();
  const log =
    plan.requestLog === undefined ? undefined : await openRequestLog(plan.requestLog, 'end');
  const seen: LogLine[] = [];
  const stopListening = lines.onLines((more) => seen.push(...more));
  try {
    const before = await readTraffic(plan, signal);
    const answer = await sendRequest(
      { ...request, headers: { ...request.headers, 'x-uwsgi-stack-trace': mark } },
      signal,
    );
    const asked = { method: request.method, uri: request.target.path };
    const askedIn = createAskedReader(plan);
    let nginx: LoggedRequest | undefined;
    let after = before;
    // nginx and the worker count when they are done, which may be a moment after the client is.
    for (const end = performance.now() + settleMs; performance.now() < end;) {
      await log?.readOn((requests) => {
        nginx ??= requests.find(({ trace }) => trace === mark);
      });
      after = await readTraffic(plan, signal);
      const passed = nginx === undefined || nginx.upstream !== undefined;
      const counted = !passed || answeredBy(before, after).length > 0;
      const said = seen.filter((line) => isSame(askedIn(line), asked)).length >= (passed ? 2 : 1);
      if (nginx !== undefined && counted && said) break;
      await delay(lookEveryMs, undefined, { signal });
    }
    return conclude({ plan, request: asked, answer, nginx, before, after, seen });
  } finally {
    stopListening();
    await log?.close();
  }
}

interface Asked {
  readonly method: string;
  readonly uri: string;
}

interface Evidence {
  readonly plan: LaunchPlan;
  readonly request: Asked;
  readonly answer: Answer;
  readonly nginx: LoggedRequest | undefined;
  readonly before: Traffic;
  readonly after: Traffic;
  readonly seen: readonly LogLine[];
}

export function conclude(evidence: Evidence): Trace {
  const { plan, request: asked, answer, nginx, before, after, seen } = evidence;
  const read = createStepRequestReader(() => plan);
  const askedIn = createAskedReader(plan);
  const workerIds = plan.steps.filter(({ roles }) => roles.includes('worker')).map(({ id }) => id);
  const own = seen.filter(
    (line) =>
      workerIds.includes(line.stepId) && read(line) !== undefined && isSame(askedIn(line), asked),
  );
  const counted = answeredBy(before, after);
  const grown = counted.reduce((sum, { more }) => sum + more, 0);
  // Its line names the worker among several; two lines that read alike do not.
  const [line, second] = own;
  const byLine = line !== undefined && second === undefined ? line : undefined;
  const steps = byLine === undefined ? counted.map(({ step }) => step) : [byLine.stepId];
  const workers = steps.map((step): TracedWorker => {
    const said = byLine ?? own.find(({ stepId }) => stepId === step);
    const request = said && read(said);
    const pids = counted.find((each) => each.step === step)?.pids ?? [];
    return {
      step,
      title: plan.steps.find(({ id }) => id === step)?.title ?? step,
      pid: request?.pid ?? (pids.length === 1 ? pids[0] : undefined),
      millis: request?.milliseconds,
    };
  });
  const nodes = nodesGrown(before, after);
  const byWorker = nodes.filter(({ worker }) => worker === byLine?.stepId);
  const involved = new Set([
    ...workers.map(({ step }) => step),
    ...plan.steps.filter(({ roles }) => !roles.includes('worker')).map(({ id }) => id),
  ]);
  return {
    answer,
    nginx,
    nodes: byLine !== undefined && byWorker.length > 0 ? byWorker : nodes,
    workers,
    sure: workers.length <= 1 && (byLine !== undefined || grown <= 1),
    lines: seen.filter(
      (each) =>
        involved.has(each.stepId) && (askedIn(each) === undefined || isSame(askedIn(each), asked)),
    ),
  };
}

/** Which request a line tells of; nginx's errors, too, have theirs in quotes. */
function createAskedReader(plan: LaunchPlan): (line: LogLine) => Asked | undefined {
  const read = createStepRequestReader(() => plan);
  return (line) => {
    const request = read(line);
    if (request !== undefined) return { method: request.method, uri: request.target };
    const [, method, uri] = /"([A-Z]{3,10}) (\S{1,2000}) HTTP\/[\d.]+"/.exec(line.text) ?? [];
    return method === undefined || uri === undefined ? undefined : { method, uri };
  };
}

function isSame(one: Asked | undefined, { method, uri }: Asked): boolean {
  return one?.method === method && one.uri === uri;
}

function answeredBy(before: Traffic, after: Traffic) {
  return after.workers.flatMap(({ step, processes }) => {
    const earlier = new Map(
      before.workers.find((each) => each.step === step)?.processes.map((one) => [one.pid, one]),
    );
    const grown = processes.flatMap(({ pid, requests }) => {
      const more = requests - (earlier.get(pid)?.requests ?? 0);
      return more > 0 ? [{ pid, more }] : [];
    });
    const more = grown.reduce((sum, one) => sum + one.more, 0);
    return more === 0 ? [] : [{ step, more, pids: grown.map(({ pid }) => pid) }];
  });
}

function nodesGrown(before: Traffic, after: Traffic): readonly TracedNode[] {
  const counts = ({ routers }: Traffic) =>
    routers.flatMap(({ step, stats }) =>
      stats.subscriptions.flatMap(({ key, nodes }) =>
        nodes.map((node) => ({ router: step, key, ...node })),
      ),
    );
  const earlier = counts(before);
  return counts(after).flatMap(({ router, key, name, requests }) => {
    const known = earlier.find(
      (node) => node.router === router && node.key === key && node.name === name,
    );
    if (requests <= (known?.requests ?? 0)) return [];
    const worker = after.workers.find(({ nodes }) => nodes.some((node) => node.name === name));
    return [{ router, key, address: name, worker: worker?.step }];
  });
}
