import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { GracefulStop, RouterSeat } from '../../../shared/launch-plan.ts';
import { sendToRouter } from './announce.ts';
import { nodesUnder, readRouterStats, readWorkerStats, type RouterNode } from './stats.ts';

/**
 * Ends a worker so that no request is lost. uWSGI's own graceful stop lets the requests finish that are being answered,
 * but closes the door on those that wait in its socket's queue. So the worker is first taken out of its routers' tables,
 * and told to stop only when none of them has a request open with it. Returns once it has been told (true) or could not
 * be (false); the signal hurries.
 */
export async function askToFinish(graceful: GracefulStop, signal: AbortSignal): Promise<boolean> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(graceful.graceMs)]);
  // Without this it would announce itself again while it is leaving.
  if (!(await writeFifo(graceful.fifo, 'S'))) return false;
  await leaveRouters(graceful, limit);
  return await writeFifo(graceful.fifo, 'q');
}

async function leaveRouters({ stats, leaves }: GracefulStop, signal: AbortSignal): Promise<void> {
  const worker = await readWorkerStats(stats, signal);
  if (worker.kind === 'unavailable') return;
  const own = worker.stats.sockets.map(({ name }) => name);
  await Promise.all(leaves.map((seat) => leaveRouter(seat, own, signal)));
}

async function leaveRouter(
  seat: RouterSeat,
  own: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const names = seat.announced === undefined ? own : [seat.announced];
  for (let pauseMs = 5; !signal.aborted; pauseMs = Math.min(pauseMs * 2, 80)) {
    const nodes = await nodesOf(seat, names, signal);
    if (nodes === undefined || nodes.every(({ dead, open }) => dead && open === 0)) return;
    // A datagram may be lost, so as long as the router does not know, it is told again.
    for (const { name, dead } of nodes) if (!dead) await sendToRouter(seat, 'unsubscribe', name);
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Under which the router lists the worker; undefined when the router does not answer, so that nothing can be lost. */
async function nodesOf(
  { routerStats, key }: RouterSeat,
  names: readonly string[],
  signal: AbortSignal,
): Promise<readonly RouterNode[] | undefined> {
  const router = await readRouterStats(routerStats, signal);
  if (router.kind === 'unavailable') return undefined;
  return nodesUnder(router.stats, key).filter(({ name }) => names.includes(name));
}

/** False where nobody listens: a pipe without a reader would otherwise be waited for, for ever. */
async function writeFifo(path: string, command: 'S' | 'q'): Promise<boolean> {
  try {
    const pipe = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
    try {
      await pipe.write(command);
      return true;
    } finally {
      await pipe.close();
    }
  } catch {
    return false;
  }
}
