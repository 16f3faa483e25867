import { setTimeout as delay } from 'node:timers/promises';
import type { StopStage } from '../../../shared/launch-plan.ts';
import { isGroupAlive, signalVerified, type ProcessIdentity } from './process-identity.ts';

/** A process group with what its program understands as "please end". */
export interface StoppableGroup {
  readonly leader: ProcessIdentity;
  readonly stop: readonly StopStage[];
}

/**
 * Goes through the stages until nothing of the group is left; SIGKILL to the group is always the last one. Returns
 * whether the group is gone, at the latest after the stages' time (at most `budgetMs`) and a second.
 */
export async function stopGroup(group: StoppableGroup, budgetMs = Infinity): Promise<boolean> {
  const end = performance.now() + budgetMs;
  for (const stage of group.stop) {
    const stageEnd = Math.min(end, performance.now() + Math.max(0, stage.graceMs));
    do {
      if (!isGroupAlive(group.leader)) return true;
      signalVerified(group.leader, stage.to, stage.signal);
      const waitMs = Math.min(repeatMs, stageEnd - performance.now());
      if (await waitGone(group.leader, waitMs)) return true;
    } while (performance.now() < stageEnd);
  }
  signalVerified(group.leader, 'group', 'SIGKILL');
  return await waitGone(group.leader, 1000);
}

/**
 * uWSGI loses a signal that comes before its master is up: SIGINT during the import of an app only interrupts that.
 * Once it is ending it ignores further ones, as nginx does.
 */
const repeatMs = 600;

/** Only a parent hears of an end; of grandchildren and of leftovers nobody tells, so this has to look again and again. */
async function waitGone(leader: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  for (let pauseMs = 10; isGroupAlive(leader); pauseMs = Math.min(pauseMs * 1.5, 100)) {
    const leftMs = end - performance.now();
    if (leftMs <= 0) return false;
    await delay(Math.min(pauseMs, leftMs));
  }
  return true;
}
