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
    if (!isGroupAlive(group.leader)) return true;
    signalVerified(group.leader, stage.to, stage.signal);
    const graceMs = Math.min(Math.max(0, stage.graceMs), end - performance.now());
    if (await waitGone(group.leader, graceMs)) return true;
  }
  signalVerified(group.leader, 'group', 'SIGKILL');
  return await waitGone(group.leader, 1000);
}

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
