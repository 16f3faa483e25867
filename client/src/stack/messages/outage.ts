import type { StackState, StepState } from '../state.ts';
import type { KeptMessage } from './message-store.ts';

/** Why requests fail, from all that is known, and the process whose start may mend it. */
export interface Outage {
  /** One or two sentences. */
  readonly cause: string;
  /** Step to be started again. */
  readonly restart: string | undefined;
  /** What is the same for the same cause: it is told once. */
  readonly key: string;
}

/** What nginx told of a request, seen together with the state of the processes. */
export function explainOutage(
  { program, until, says, host }: KeptMessage,
  { steps, plan }: Pick<StackState, 'steps' | 'plan'>,
  clock: (time: number) => string,
): Outage | undefined {
  if (program !== 'nginx' || until !== 'answered') return undefined;
  const workers = steps.filter(({ step }) => step.instance !== undefined);
  const routers = steps.filter(({ step }) => step.roles.includes('router'));
  const ready = workers.filter(({ status }) => status.kind === 'ready');
  const asked = host === undefined ? 'A request' : `A request for ${host}`;
  const failed = [...routers, ...workers].find(({ status }) => status.kind === 'failed');
  const gone = [...routers, ...workers].find(({ status }) => status.kind === 'exited');
  const down = failed ?? gone;
  if (down !== undefined)
    return {
      cause: `${asked} has failed: ${endOf(down, clock)}`,
      restart: down.step.id,
      key: `down ${down.step.id}`,
    };
  if (workers.length > 0 && ready.length === 0)
    return {
      cause: `${asked} has failed: no worker is ready.`,
      restart: workers[0]?.step.id,
      key: 'no worker',
    };
  const keys = keysOf(plan?.steps ?? []);
  const name = host?.replace(/:\d+$/, '');
  if (routers.length > 0 && name !== undefined && keys.size > 0 && !keys.has(name))
    return {
      cause: `${asked} has failed: no worker subscribes with the key ${name}, only with ${[...keys].join(', ')}.`,
      restart: undefined,
      key: `key ${name}`,
    };
  if (says.includes('timed out'))
    return {
      cause: `${asked} got no answer in time: every worker is busy, or one takes too long.`,
      restart: undefined,
      key: 'slow',
    };
  return undefined;
}

function endOf({ step, status, restarts }: StepState, clock: (time: number) => string): string {
  const reason = status.kind === 'exited' || status.kind === 'failed' ? status.reason.message : '';
  const last = restarts.at(-1);
  const when = last === undefined ? '' : ` at ${clock(last)}`;
  return `${step.title} is down${when}. ${reason}`.trim();
}

/** Keys that the workers of the plan wait to be listed with. */
function keysOf(steps: NonNullable<StackState['plan']>['steps']): ReadonlySet<string> {
  return new Set(
    steps.flatMap(({ ready }) =>
      ready.flatMap((probe) => (probe.kind === 'subscribed' ? [probe.key] : [])),
    ),
  );
}
