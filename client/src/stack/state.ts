import type { LaunchPlan, LaunchStep } from '../../../shared/launch-plan.ts';
import type { FailureReason } from './failures.ts';

/** Everything that is known about a stack. Changed by `reduce` alone. */
export interface StackState {
  readonly phase: StackPhase;
  readonly plan: LaunchPlan | undefined;
  /** In the order of the plan. */
  readonly steps: readonly StepState[];
  /** Why the stack is down or not all right; kept until the next start. */
  readonly failure: FailureReason | undefined;
  readonly wanted: 'up' | 'down';
  /** The run on disk: its directory, run file and guard. */
  readonly run: 'none' | 'preparing' | 'up' | 'cleaning';
  /** Whether this run has been ready once. Until then any failure takes everything down again. */
  readonly established: boolean;
  /** The probes of the whole plan. */
  readonly confirmation: 'none' | 'probing' | 'passed' | 'failed';
  readonly deadlineArmed: boolean;
}

/** `ready` only when every step is ready and a page was answered; `degraded` when that was so and is not any more. */
export type StackPhase = 'idle' | 'starting' | 'ready' | 'degraded' | 'stopping' | 'failed';

export interface StepState {
  readonly step: LaunchStep;
  readonly status: StepStatus;
  /** Times of recent restarts after a crash. */
  readonly restarts: readonly number[];
}

export type StepStatus =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'starting';
      readonly stage: 'checking' | 'spawning' | 'probing';
      readonly pid: number | undefined;
    }
  | {
      readonly kind: 'ready';
      readonly pid: number;
      /** Where a worker really listens; its configuration may leave the port to the system. */
      readonly address?: string;
      /** What of that which made it ready is not so at this moment. */
      readonly trouble?: FailureReason;
    }
  | {
      readonly kind: 'stopping';
      /** Whether the stop was begun; until then it waits for the steps that need this one. */
      readonly begun: boolean;
      /** Whether its requests may finish; a stop of everything overtakes. */
      readonly graceful: boolean;
      readonly then: 'idle' | 'start' | 'remove';
      readonly reason: FailureReason | undefined;
    }
  /** Has crashed and will be started again. */
  | {
      readonly kind: 'exited';
      readonly code: number | null;
      readonly signal: string | null;
      readonly restartInMs: number;
      readonly reason: FailureReason;
    }
  | { readonly kind: 'failed'; readonly reason: FailureReason };

export type StackEvent =
  | { readonly kind: 'start'; readonly plan: LaunchPlan }
  | { readonly kind: 'prepared' }
  | { readonly kind: 'prepare-failed'; readonly reason: FailureReason }
  | { readonly kind: 'update'; readonly plan: LaunchPlan }
  | { readonly kind: 'restart-step'; readonly id: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'cleaned' }
  | { readonly kind: 'checked'; readonly id: string }
  | { readonly kind: 'spawned'; readonly id: string; readonly pid: number }
  | { readonly kind: 'probed'; readonly id: string; readonly address?: string | undefined }
  /** A look at a step that is ready: what is wrong with it, or that nothing is. */
  | {
      readonly kind: 'examined';
      readonly id: string;
      readonly trouble: FailureReason | undefined;
    }
  /** The step can't come up; its program may still run. */
  | { readonly kind: 'step-failed'; readonly id: string; readonly reason: FailureReason }
  /** Nothing of the step is left, whether it was told to end or not. */
  | {
      readonly kind: 'exited';
      readonly id: string;
      readonly code: number | null;
      readonly signal: string | null;
      readonly reason: FailureReason;
      readonly at: number;
    }
  | { readonly kind: 'restart-due'; readonly id: string }
  | { readonly kind: 'confirmed' }
  /** Time is up. The reasons say what each step that is starting was waiting for, or what the whole was. */
  | {
      readonly kind: 'deadline';
      readonly reasons: ReadonlyMap<string, FailureReason>;
      readonly whole: FailureReason;
    };

export type StackEffect =
  | { readonly kind: 'prepare'; readonly plan: LaunchPlan }
  | { readonly kind: 'clean' }
  | { readonly kind: 'check'; readonly step: LaunchStep }
  | { readonly kind: 'spawn'; readonly step: LaunchStep }
  | { readonly kind: 'probe'; readonly step: LaunchStep }
  /** To a router that has come back: it knows none of the workers that are there. */
  | { readonly kind: 'announce'; readonly router: string }
  | { readonly kind: 'stop-step'; readonly step: LaunchStep; readonly graceful: boolean }
  | { readonly kind: 'restart-later'; readonly id: string; readonly delayMs: number }
  | { readonly kind: 'confirm'; readonly plan: LaunchPlan }
  | { readonly kind: 'cancel-confirm' }
  | { readonly kind: 'arm-deadline'; readonly timeoutMs: number }
  | { readonly kind: 'disarm-deadline' };

export const initialStackState: StackState = {
  phase: 'idle',
  plan: undefined,
  steps: [],
  failure: undefined,
  wanted: 'down',
  run: 'none',
  established: false,
  confirmation: 'none',
  deadlineArmed: false,
};

export const idleStatus: StepStatus = { kind: 'idle' };

/** Whether a process of the step may exist. */
export function isLive({ status }: StepState): boolean {
  return status.kind === 'starting' || status.kind === 'ready' || status.kind === 'stopping';
}

/** Steps that belong to the stack from now on: all but the ones on their way out. */
export function stayingSteps(steps: readonly StepState[]): readonly StepState[] {
  return steps.filter(({ status }) => status.kind !== 'stopping' || status.then !== 'remove');
}

export function derivePhase(state: Omit<StackState, 'phase'>): StackPhase {
  if (state.wanted === 'down') {
    if (state.run !== 'none') return 'stopping';
    return state.failure === undefined ? 'idle' : 'failed';
  }
  const steps = stayingSteps(state.steps);
  if (
    state.run === 'up' &&
    state.confirmation === 'passed' &&
    steps.every(({ status }) => status.kind === 'ready' && status.trouble === undefined)
  ) {
    return 'ready';
  }
  const hurt = state.failure !== undefined || steps.some(isHurt);
  return state.established && hurt ? 'degraded' : 'starting';
}

function isHurt({ status, restarts }: StepState): boolean {
  switch (status.kind) {
    case 'failed':
    case 'exited':
      return true;
    case 'stopping':
      return status.reason !== undefined;
    case 'starting':
      return restarts.length > 0;
    case 'ready':
      return status.trouble !== undefined;
    case 'idle':
      return false;
  }
}
