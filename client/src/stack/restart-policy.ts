import type { RestartPolicy } from '../../../shared/launch-plan.ts';

export type RestartDecision =
  | {
      readonly kind: 'restart';
      readonly delayMs: number;
      /** Times of the restarts within the window, this one included. */
      readonly history: readonly number[];
    }
  | { readonly kind: 'give-up' };

/** Whether a program that ended on its own is started again, and after which pause: it doubles with each restart. */
export function decideRestart(
  policy: RestartPolicy,
  history: readonly number[],
  now: number,
): RestartDecision {
  if (policy.kind === 'never') return { kind: 'give-up' };
  const recent = history.filter((time) => now - time < policy.windowMs);
  if (recent.length >= policy.limit) return { kind: 'give-up' };
  const delayMs = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** recent.length);
  return { kind: 'restart', delayMs, history: [...recent, now] };
}
