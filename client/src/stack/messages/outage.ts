import type { SourcePlace } from '../../../../shared/launch-plan.ts';
import type { StackState, StepState } from '../state.ts';
import type { KeptMessage } from './message-store.ts';

/** Why requests fail, from all that is known, and what may mend it. */
export interface Outage {
  /** One or two sentences. */
  readonly cause: string;
  /** Step to be started again. */
  readonly restart: string | undefined;
  /** Template that there is no worker of. */
  readonly add: string | undefined;
  /** Where it is mended in the files. */
  readonly place: SourcePlace;
  /** What is the same for the same cause: it is told once. */
  readonly key: string;
}

type Known = Pick<StackState, 'steps' | 'plan'>;

/**
 * What nginx told of a request, seen together with the states of the processes, and with what they have told at the same
 * time (`messages`).
 */
export function explainOutage(
  failure: KeptMessage,
  known: Known,
  clock: (time: number) => string,
  messages: readonly KeptMessage[] = [],
): Outage | undefined {
  const { program, until, host } = failure;
  if (program !== 'nginx' || until !== 'answered') return undefined;
  const asked = host === undefined ? 'A request' : `A request for ${host}`;
  const found = causeOf(failure, known, clock, messages);
  if (found === undefined) return undefined;
  return {
    ...{ restart: undefined, add: undefined, place: failure.place, ...found },
    cause: `${asked} ${found.slow === true ? 'got no answer in time' : 'has failed'}: ${found.cause}`,
  };
}

type Cause = Pick<Outage, 'cause' | 'key'> & Partial<Outage> & { readonly slow?: boolean };

function causeOf(
  failure: KeptMessage,
  { steps, plan }: Known,
  clock: (time: number) => string,
  messages: readonly KeptMessage[],
): Cause | undefined {
  const name = failure.host?.replace(/:\d+$/, '');
  const workers = steps.filter(({ step }) => step.instance !== undefined);
  const routers = steps.filter(({ step }) => step.roles.includes('router'));
  const concerned = workers.filter((worker) => mayServe(worker, name));
  const all = [...routers, ...concerned];
  const down =
    all.find(({ status }) => status.kind === 'failed') ??
    all.find(({ status }) => status.kind === 'exited');
  if (down !== undefined) {
    const { id } = down.step;
    return { cause: endOf(down, clock), restart: id, key: `down ${id}` };
  }
  if (workers.length === 0) {
    const [template, ...others] = plan?.workerTemplates ?? [];
    if (template === undefined) return undefined;
    const add = others.length === 0 ? template.id : undefined;
    return { cause: 'no worker runs.', add, key: 'no worker' };
  }
  const keys = new Set(workers.flatMap(keysOf));
  if (concerned.length === 0 && routers.length > 0)
    return {
      cause: `no worker subscribes with the key ${name}, only with ${[...keys].join(', ')}.`,
      place: workers[0]?.step.places.subscribe2 ?? failure.place,
      key: `key ${name}`,
    };
  if (!concerned.some(({ status }) => status.kind === 'ready'))
    return {
      cause: 'no worker is ready.',
      restart: concerned[0]?.step.id,
      key: 'no worker is ready',
    };
  return (
    tellingOf(failure, concerned, messages) ??
    (failure.says.includes('timed out')
      ? { cause: 'every worker is busy, or one takes too long.', slow: true, key: 'slow' }
      : undefined)
  );
}

/** uWSGI tells of it in the same moment. */
const sameTimeMs = 3000;

/** A process that was killed while it answered, or an app that had nothing to say. */
function tellingOf(
  failure: KeptMessage,
  workers: readonly StepState[],
  messages: readonly KeptMessage[],
): Cause | undefined {
  for (const { step } of workers) {
    const near = messages.filter(
      (message) => message.step === step.id && Math.abs(message.time - failure.time) < sameTimeMs,
    );
    const late = near.find(({ says }) => says.includes('HARAKIRI ON WORKER'));
    if (late !== undefined)
      return {
        cause: `it took longer than \`harakiri\` allows, so ${step.title} has killed the process that answered.`,
        place: late.place,
        key: `harakiri ${step.id}`,
      };
    const dead = near.find(({ says }) => /^(?:DAMN ! worker|!!! uWSGI process)/.test(says));
    if (dead !== undefined)
      return {
        cause: `the process of ${step.title} that answered has died. ${dead.means ?? ''}`.trim(),
        place: dead.place,
        key: `died ${step.id}`,
      };
    const empty = near.find(({ says }) => says.startsWith('=> generated 0 bytes'));
    if (empty !== undefined)
      return {
        cause: `${step.title} has answered nothing. ${empty.means ?? ''}`.trim(),
        place: empty.place,
        key: `empty ${step.id}`,
      };
  }
  return undefined;
}

function endOf({ step, status, restarts }: StepState, clock: (time: number) => string): string {
  const reason = status.kind === 'exited' || status.kind === 'failed' ? status.reason.message : '';
  const last = restarts.at(-1);
  const when = last === undefined ? '' : ` at ${clock(last)}`;
  return `${step.title} is down${when}. ${reason}`.trim();
}

/** Whether requests for this name may come to it: one whose keys are not known may get any. */
function mayServe(worker: StepState, name: string | undefined): boolean {
  const keys = keysOf(worker);
  return name === undefined || keys.length === 0 || keys.includes(name);
}

/** Those that a worker waits to be listed with. */
function keysOf({ step }: StepState): readonly string[] {
  return step.ready.flatMap((probe) => (probe.kind === 'subscribed' ? [probe.key] : []));
}
