import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { createConnection } from 'node:net';
import type { LaunchStep, Probe, SocketAddress, StackPage } from '../../../shared/launch-plan.ts';
import { createNudge, type Nudge } from './nudge.ts';
import {
  connectReason,
  nodesUnder,
  readRouterStats,
  readWorkerStats,
  type RouterStats,
} from './stats.ts';

/**
 * Asks again and again until the probe passes (true) or the signal comes (false), sooner when it is nudged. Tells what it
 * has seen last.
 */
export async function waitForProbe(
  probe: Probe,
  signal: AbortSignal,
  onSeen: (seen: string) => void = () => undefined,
  nudge: Nudge = createNudge(),
): Promise<boolean> {
  let pauseMs = firstPauseMs;
  while (!signal.aborted) {
    const result = await tryProbe(probe, signal);
    // Aborting looks like a refusal from inside the attempt; what was seen before is the truth.
    if (isAborted(signal)) return false;
    if (result.kind === 'passed') return true;
    onSeen(result.seen);
    const nudged = await nudge.wait(pauseMs, signal);
    pauseMs = nudged ? firstPauseMs : Math.min(pauseMs * 1.5, 200);
  }
  return false;
}

const firstPauseMs = 10;

/** All at the same time. `onSeen` gets what the first one that has not passed has seen. */
export async function waitForProbes(
  probes: readonly Probe[],
  signal: AbortSignal,
  onSeen: (seen: string) => void = () => undefined,
  nudge: Nudge = createNudge(),
): Promise<boolean> {
  const seen: (string | undefined)[] = probes.map(() => undefined);
  const passed = await Promise.all(
    probes.map(async (probe, index) => {
      const tell = (text: string): void => {
        seen[index] = text;
        onSeen(seen.find((each) => each !== undefined) ?? text);
      };
      const ok = await waitForProbe(probe, signal, tell, nudge);
      if (ok) seen[index] = undefined;
      return ok;
    }),
  );
  return passed.every(Boolean);
}

export type ProbeResult =
  { readonly kind: 'passed' } | { readonly kind: 'pending'; readonly seen: string };

/** One attempt. */
export async function tryProbe(probe: Probe, signal: AbortSignal): Promise<ProbeResult> {
  switch (probe.kind) {
    case 'accepts': {
      const refusal = await tryConnect(probe.address, signal);
      return refusal === undefined
        ? passed
        : pending(`${refusal} at ${addressText(probe.address)}`);
    }
    case 'router-stats': {
      const result = await readRouterStats(probe.stats, signal);
      return result.kind === 'stats' ? passed : routerSilent(probe.stats, result.reason);
    }
    case 'app-loaded': {
      const result = await readWorkerStats(probe.stats, signal);
      if (result.kind === 'unavailable') return workerSilent(probe.stats, result.reason);
      return result.stats.processes.some((process) => process.apps > 0)
        ? passed
        : pending('the worker runs, but has loaded no app');
    }
    case 'subscribed':
      return await trySubscribed(probe, signal);
    case 'answers':
      return await tryAnswers(probe, signal);
  }
}

export function addressText(address: SocketAddress): string {
  if (address.kind === 'unix') return address.path;
  return `${address.host.includes(':') ? `[${address.host}]` : address.host}:${address.port}`;
}

const passed: ProbeResult = { kind: 'passed' };

function pending(seen: string): ProbeResult {
  return { kind: 'pending', seen };
}

function routerSilent(address: SocketAddress, reason: string): ProbeResult {
  return pending(`the router's stats at ${addressText(address)}: ${reason}`);
}

function workerSilent(address: SocketAddress, reason: string): ProbeResult {
  return pending(`the worker's stats at ${addressText(address)}: ${reason}`);
}

async function trySubscribed(
  probe: Extract<Probe, { kind: 'subscribed' }>,
  signal: AbortSignal,
): Promise<ProbeResult> {
  const worker = await readWorkerStats(probe.workerStats, signal);
  if (worker.kind === 'unavailable') return workerSilent(probe.workerStats, worker.reason);
  const router = await sharedRouterStats(probe.routerStats);
  if (router.kind === 'unavailable') return routerSilent(probe.routerStats, router.reason);
  const nodes = nodesUnder(router.stats, probe.key);
  const names = new Set(
    probe.announced === undefined
      ? worker.stats.sockets.map(({ name }) => name)
      : [probe.announced],
  );
  if (nodes.some((node) => names.has(node.name) && !node.dead)) return passed;
  if (nodes.some((node) => names.has(node.name))) {
    return pending(`the router has marked this worker as failed under key "${probe.key}"`);
  }
  if (nodes.length > 0) {
    return pending(`the router lists other workers under key "${probe.key}", but not this one`);
  }
  const others = router.stats.subscriptions.map(({ key }) => `"${key}"`).slice(0, 5);
  const hint = others.length === 0 ? '' : ` (it knows ${others.join(', ')})`;
  return pending(`the router lists no worker under key "${probe.key}"${hint}`);
}

/** Many workers ask the one router at the same moment; its answer to one of them is good for all. */
const routerReads = new Map<string, ReturnType<typeof readRouterStats>>();

function sharedRouterStats(address: SocketAddress): ReturnType<typeof readRouterStats> {
  const name = addressText(address);
  const read =
    routerReads.get(name) ?? readRouterStats(address).finally(() => routerReads.delete(name));
  routerReads.set(name, read);
  return read;
}

/**
 * Where a worker really listens, as its router lists it. Only a worker that subscribes is asked: its address is found
 * out by the router, so it may be any.
 */
export async function boundAddress(
  step: LaunchStep,
  signal: AbortSignal,
): Promise<string | undefined> {
  const probe = step.ready.find((each) => each.kind === 'subscribed');
  if (probe === undefined) return undefined;
  if (probe.announced !== undefined) return probe.announced;
  const worker = await readWorkerStats(probe.workerStats, signal);
  const router = await sharedRouterStats(probe.routerStats);
  if (worker.kind === 'unavailable' || router.kind === 'unavailable') return undefined;
  const listed = nodesUnder(router.stats, probe.key).map(({ name }) => name);
  return worker.stats.sockets.find(({ name }) => listed.includes(name))?.name;
}

async function tryAnswers(
  probe: Extract<Probe, { kind: 'answers' }>,
  signal: AbortSignal,
): Promise<ProbeResult> {
  const { page, router } = probe;
  const before = router && (await readRouterStats(router.stats, signal));
  if (router && before?.kind === 'unavailable') return routerSilent(router.stats, before.reason);
  const answer = await getPage(page, signal);
  if (answer.kind === 'none') return pending(`no answer from ${page.url}: ${answer.reason}`);
  if (answer.status >= 502 && answer.status <= 504) {
    const text = `nginx answered ${answer.status} for ${page.url}`;
    const after = router && (await readRouterStats(router.stats, signal));
    if (before?.kind !== 'stats' || after?.kind !== 'stats') return pending(text);
    const reached = requestsFor(after.stats) > requestsFor(before.stats);
    return pending(reached ? text : `${text}: ${keyText(page, router?.key, after.stats)}`);
  }
  if (router?.key === undefined || before?.kind !== 'stats') return passed;
  const after = await readRouterStats(router.stats, signal);
  if (after.kind === 'unavailable') return routerSilent(router.stats, after.reason);
  return requestsFor(after.stats, router.key) > requestsFor(before.stats, router.key)
    ? passed
    : pending(
        `${page.url} was answered with ${answer.status}, but not by a worker: ` +
          `the router saw no request for key "${router.key}"`,
      );
}

/** Why the router may have given a request to no worker: it looked under another key than the workers announce. */
function keyText(page: StackPage, key: string | undefined, stats: RouterStats): string {
  const known = stats.subscriptions.map((subscription) => `"${subscription.key}"`).slice(0, 5);
  if (known.length === 0) return 'the router knows no worker';
  const list = known.join(', ');
  if (key !== undefined) return `the router gave key "${key}" to no worker (it knows ${list})`;
  return (
    `the router gave it to no worker, it knows the ${known.length === 1 ? 'key' : 'keys'} ${list}. ` +
    `Without UWSGI_FASTROUTER_KEY it looks for the Host header, here "${page.host}"; ` +
    'add `uwsgi_param UWSGI_FASTROUTER_KEY $host;` beside `uwsgi_pass`'
  );
}

function requestsFor(stats: RouterStats, key?: string): number {
  return nodesUnder(stats, key).reduce((sum, node) => sum + node.requests, 0);
}

const connectTimeoutMs = 2000;
/** The first request may be slow: lazy imports, cold caches. */
const answerTimeoutMs = 10_000;

/** Why nobody accepts there; undefined when somebody does. */
export function tryConnect(
  address: SocketAddress,
  signal: AbortSignal,
): Promise<string | undefined> {
  return new Promise((done) => {
    const limit = AbortSignal.timeout(connectTimeoutMs);
    const socket = createConnection({
      ...(address.kind === 'tcp'
        ? { host: address.host, port: address.port }
        : { path: address.path }),
      signal: AbortSignal.any([signal, limit]),
    });
    socket.once('connect', () => {
      done(undefined);
      socket.destroy();
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      done(limit.aborted ? 'no answer' : connectReason(error));
    });
  });
}

type Answer =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'none'; readonly reason: string };

function getPage(page: StackPage, signal: AbortSignal): Promise<Answer> {
  return new Promise((done) => {
    const limit = AbortSignal.timeout(answerTimeoutMs);
    const options = {
      ...(page.address.kind === 'tcp'
        ? { host: page.address.host, port: page.address.port }
        : { socketPath: page.address.path }),
      path: page.path,
      headers: { host: page.host, connection: 'close' },
      agent: false,
      signal: AbortSignal.any([signal, limit]),
    } as const;
    const onResponse = (response: IncomingMessage): void => {
      done({ kind: 'status', status: response.statusCode ?? 0 });
      // The status is all that counts. The page is read so that no program logs a broken pipe, but it may stream for
      // ever, so not to its end at any price.
      let size = 0;
      response.on('error', () => undefined);
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > 65_536) response.destroy();
      });
      response.setTimeout(1000, () => response.destroy());
    };
    try {
      // A certificate for local work is hardly ever signed by someone whom node knows.
      const request = page.url.startsWith('https:')
        ? getHttps(
            { ...options, rejectUnauthorized: false, servername: page.host.split(':')[0] ?? '' },
            onResponse,
          )
        : getHttp(options, onResponse);
      request.on('error', (error: NodeJS.ErrnoException) => {
        done({ kind: 'none', reason: limit.aborted ? 'it takes too long' : connectReason(error) });
      });
    } catch (error) {
      // A path or host that can't be sent at all.
      done({ kind: 'none', reason: (error as Error).message });
    }
  });
}

/** A function of its own: the compiler would take an earlier look at `aborted` for granted. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
