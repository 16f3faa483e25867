import type { LaunchPlan, LaunchStep } from '../../../shared/launch-plan.ts';
import type { FailureReason } from './failures.ts';
import { decideRestart } from './restart-policy.ts';
import {
  derivePhase,
  idleStatus,
  initialStackState,
  isLive,
  stayingSteps,
  type StackEffect,
  type StackEvent,
  type StackState,
  type StepState,
  type StepStatus,
} from './state.ts';

export interface Reduction {
  readonly state: StackState;
  readonly effects: readonly StackEffect[];
}

/**
 * The whole behaviour of a stack, without any process: what an event changes, and what is to be done about it.
 * Nothing half-started stays up: until the stack was ready once, the first failure takes everything down again.
 */
export function reduce(before: StackState, event: StackEvent): Reduction {
  const effects: StackEffect[] = [];
  const emit = (effect: StackEffect): void => {
    effects.push(effect);
  };
  const state = advance(apply(before, event, emit), emit);
  const final = armDeadline({ ...state, phase: derivePhase(state) }, emit);
  const established = final.established || final.phase === 'ready';
  return { state: { ...final, established }, effects };
}

type Emit = (effect: StackEffect) => void;

function apply(state: StackState, event: StackEvent, emit: Emit): StackState {
  switch (event.kind) {
    case 'start':
      if (state.run !== 'none') return state;
      emit({ kind: 'prepare', plan: event.plan });
      return {
        ...initialStackState,
        plan: event.plan,
        steps: event.plan.steps.map(idleStep),
        wanted: 'up',
        run: 'preparing',
      };
    case 'prepared':
      return state.run === 'preparing' ? { ...state, run: 'up' } : state;
    case 'prepare-failed': {
      if (state.run !== 'preparing') return state;
      const steps = state.steps.map((each) =>
        each.step.id === event.reason.stepId ? withStatus(each, failed(event.reason)) : each,
      );
      return goDown({ ...state, run: 'up', steps }, event.reason);
    }
    case 'update':
      return state.wanted === 'up' ? update(state, event.plan) : state;
    case 'restart-step':
      return state.wanted === 'up' ? change(state, event.id, restarted) : state;
    case 'stop':
      return state.wanted === 'up' ? goDown(state, undefined) : state;
    case 'cleaned':
      return state.run === 'cleaning' ? { ...state, run: 'none' } : state;
    case 'checked':
      return change(state, event.id, (each) => {
        if (!isStarting(each, 'checking')) return each;
        emit({ kind: 'spawn', step: each.step });
        return withStatus(each, { kind: 'starting', stage: 'spawning', pid: undefined });
      });
    case 'spawned':
      return change(state, event.id, (each) => {
        if (!isStarting(each, 'spawning')) return each;
        emit({ kind: 'probe', step: each.step });
        return withStatus(each, { kind: 'starting', stage: 'probing', pid: event.pid });
      });
    case 'probed':
      if (isAwaited(state, event.id)) emit({ kind: 'announce', router: event.id });
      return change(state, event.id, (each) =>
        isStarting(each, 'probing')
          ? withStatus(each, {
              kind: 'ready',
              pid: each.status.pid ?? 0,
              ...(event.address !== undefined && { address: event.address }),
            })
          : each,
      );
    case 'examined':
      return change(state, event.id, (each) => {
        if (each.status.kind !== 'ready') return each;
        const { trouble: _, ...well } = each.status;
        const { trouble } = event;
        return withStatus(each, trouble === undefined ? well : { ...well, trouble });
      });
    case 'step-failed':
      return failStep(state, event.id, event.reason);
    case 'exited':
      return exited(state, event, emit);
    case 'restart-due':
      return change(state, event.id, (each) =>
        each.status.kind === 'exited' ? withStatus(each, idleStatus) : each,
      );
    case 'confirmed':
      return state.confirmation === 'probing'
        ? { ...state, confirmation: 'passed', failure: undefined }
        : state;
    case 'deadline':
      return deadline(state, event);
  }
}

/** Whether it is a router that workers which are there already wait for. */
function isAwaited({ steps }: StackState, id: string): boolean {
  const isRouter = steps.some(({ step }) => step.id === id && step.roles.includes('router'));
  return (
    isRouter && steps.some(({ step, status }) => status.kind === 'ready' && step.after.includes(id))
  );
}

/** Does what has become possible: start steps whose needs are met, stop steps that nobody needs any more. */
function advance(state: StackState, emit: Emit): StackState {
  return state.wanted === 'up' ? advanceUp(state, emit) : advanceDown(state, emit);
}

function advanceUp(state: StackState, emit: Emit): StackState {
  if (state.run !== 'up') return state;
  const staying = stayingSteps(state.steps);
  const unready = new Set(
    staying.filter(({ status }) => status.kind !== 'ready').map(({ step }) => step.id),
  );
  const steps = state.steps.map((each) => {
    if (each.status.kind === 'stopping' && !each.status.begun) return beginStop(each, emit);
    if (each.status.kind !== 'idle' || each.step.after.some((id) => unready.has(id))) return each;
    emit({ kind: 'check', step: each.step });
    return withStatus(each, { kind: 'starting', stage: 'checking', pid: undefined });
  });
  return confirm({ ...state, steps }, unready.size === 0, emit);
}

function confirm(state: StackState, allReady: boolean, emit: Emit): StackState {
  if (!allReady && state.confirmation !== 'none') {
    if (state.confirmation === 'probing') emit({ kind: 'cancel-confirm' });
    return { ...state, confirmation: 'none' };
  }
  if (!allReady || state.confirmation !== 'none' || state.plan === undefined) return state;
  emit({ kind: 'confirm', plan: state.plan });
  return { ...state, confirmation: 'probing' };
}

function advanceDown(state: StackState, emit: Emit): StackState {
  if (state.confirmation === 'probing') emit({ kind: 'cancel-confirm' });
  const live = state.steps.filter(isLive);
  const steps = state.steps.map((each) =>
    each.status.kind === 'stopping' &&
    !each.status.begun &&
    !live.some((other) => stopsBefore(other.step, each.step))
      ? beginStop(each, emit)
      : each,
  );
  const done = state.run === 'up' && live.length === 0;
  if (done) emit({ kind: 'clean' });
  return { ...state, steps, confirmation: 'none', run: done ? 'cleaning' : state.run };
}

/** Workers leave the router while it can still hear them. */
function stopsBefore(one: LaunchStep, other: LaunchStep): boolean {
  if (one.id === other.id) return false;
  if (one.after.includes(other.id)) return true;
  return (
    !other.after.includes(one.id) &&
    one.roles.includes('worker') &&
    !one.roles.includes('router') &&
    other.roles.includes('router')
  );
}

function beginStop(each: StepState, emit: Emit): StepState {
  if (each.status.kind !== 'stopping') return each;
  emit({ kind: 'stop-step', step: each.step, graceful: each.status.graceful });
  return withStatus(each, { ...each.status, begun: true });
}

function goDown(state: StackState, failure: FailureReason | undefined): StackState {
  const steps = state.steps.map((each) => {
    if (each.status.kind === 'exited') return withStatus(each, idleStatus);
    return isLive(each) ? stopping(each, 'idle', undefined) : each;
  });
  return { ...state, steps, wanted: 'down', failure: failure ?? state.failure };
}

function failStep(state: StackState, id: string, reason: FailureReason): StackState {
  const found = state.steps.find(({ step }) => step.id === id);
  if (found?.status.kind !== 'starting' && found?.status.kind !== 'ready') return state;
  const next = change(state, id, (each) => stopping(each, 'idle', reason));
  return state.established ? next : goDown(next, reason);
}

function exited(
  state: StackState,
  event: Extract<StackEvent, { kind: 'exited' }>,
  emit: Emit,
): StackState {
  const found = state.steps.find(({ step }) => step.id === event.id);
  if (found?.status.kind === 'stopping') {
    const { then, reason } = found.status;
    if (then === 'remove') {
      return { ...state, steps: state.steps.filter((each) => each !== found) };
    }
    return change(state, event.id, (each) =>
      withStatus(each, reason === undefined ? idleStatus : failed(reason)),
    );
  }
  if (found?.status.kind !== 'starting' && found?.status.kind !== 'ready') return state;
  const { code, signal, reason } = event;
  if (!state.established) {
    return goDown(
      change(state, event.id, (each) => withStatus(each, failed(reason))),
      reason,
    );
  }
  const decision = decideRestart(found.step.restart, found.restarts, event.at);
  if (decision.kind === 'give-up') {
    return change(state, event.id, (each) => withStatus(each, failed(reason)));
  }
  const restartInMs = decision.delayMs;
  emit({ kind: 'restart-later', id: event.id, delayMs: restartInMs });
  return change(state, event.id, (each) => ({
    ...each,
    restarts: decision.history,
    status: { kind: 'exited', code, signal, restartInMs, reason },
  }));
}

function deadline(state: StackState, event: Extract<StackEvent, { kind: 'deadline' }>): StackState {
  if (state.wanted === 'down') return state;
  const late = state.steps.filter(({ status }) => status.kind === 'starting');
  const failedSteps = late.reduce(
    (next, { step }) => failStep(next, step.id, event.reasons.get(step.id) ?? event.whole),
    { ...state, deadlineArmed: false },
  );
  if (late.length > 0) return failedSteps;
  if (!state.established) return goDown(failedSteps, event.whole);
  return state.confirmation === 'probing'
    ? { ...failedSteps, confirmation: 'failed', failure: event.whole }
    : failedSteps;
}

/** Steps that are new are started, steps that are gone are stopped, all others run on. */
function update(state: StackState, plan: LaunchPlan): StackState {
  const known = new Map(state.steps.map((each) => [each.step.id, each]));
  const planned = new Set(plan.steps.map(({ id }) => id));
  const leaving = state.steps
    .filter(({ step }) => !planned.has(step.id))
    .filter(isLive)
    .map((each) => stopping(each, 'remove', undefined));
  const staying = plan.steps.map((step) => {
    const each = known.get(step.id);
    if (each === undefined) return idleStep(step);
    // A step that comes back while it is leaving is started again once it is gone.
    const back = each.status.kind === 'stopping' && each.status.then === 'remove';
    return { ...(back ? stopping(each, 'start', undefined) : each), step };
  });
  return { ...state, plan, steps: [...staying, ...leaving] };
}

function restarted(each: StepState): StepState {
  if (isLive(each)) return { ...stopping(each, 'start', undefined), restarts: [] };
  return { ...each, status: idleStatus, restarts: [] };
}

function stopping(
  each: StepState,
  then: 'idle' | 'start' | 'remove',
  reason: FailureReason | undefined,
): StepState {
  const earlier = each.status.kind === 'stopping' ? each.status : undefined;
  const graceful =
    then !== 'idle' && each.status.kind !== 'starting' && earlier?.graceful !== false;
  return withStatus(each, {
    kind: 'stopping',
    // One that hurries a graceful one has to be begun once more.
    begun: earlier?.begun === true && earlier.graceful === graceful,
    graceful,
    then,
    reason: reason ?? (then === 'idle' ? earlier?.reason : undefined),
  });
}

/** One clock for whatever is on its way up, so that nothing waits for ever. */
function armDeadline(state: StackState, emit: Emit): StackState {
  const needed =
    state.wanted === 'up' &&
    (!state.established ||
      state.confirmation === 'probing' ||
      state.steps.some(({ status }) => status.kind === 'starting')) &&
    state.phase !== 'ready';
  if (needed && !state.deadlineArmed) {
    emit({ kind: 'arm-deadline', timeoutMs: state.plan?.readyTimeoutMs ?? 30_000 });
  }
  if (!needed && state.deadlineArmed) emit({ kind: 'disarm-deadline' });
  return { ...state, deadlineArmed: needed };
}

function change(
  state: StackState,
  id: string,
  transform: (each: StepState) => StepState,
): StackState {
  return {
    ...state,
    steps: state.steps.map((each) => (each.step.id === id ? transform(each) : each)),
  };
}

function isStarting(
  each: StepState,
  stage: 'checking' | 'spawning' | 'probing',
): each is StepState & { status: Extract<StepStatus, { kind: 'starting' }> } {
  return each.status.kind === 'starting' && each.status.stage === stage;
}

function idleStep(step: LaunchStep): StepState {
  return { step, status: idleStatus, restarts: [] };
}

function failed(reason: FailureReason): StepStatus {
  return { kind: 'failed', reason };
}

function withStatus(each: StepState, status: StepStatus): StepState {
  return { ...each, status };
}
