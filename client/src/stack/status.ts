import type { StepRole } from '../../../shared/launch-plan.ts';
import type { FailureReason } from './failures.ts';
import { addressText } from './readiness.ts';
import type { StackPhase, StackState, StepState, StepStatus } from './state.ts';

/** A stack as `uwsgi-stack status --json` prints it: plain JSON, for people's scripts. */
export interface StackReport {
  readonly id: string;
  readonly title: string;
  /** Absolute path of its folder. */
  readonly root: string;
  readonly phase: StackPhase;
  readonly url: string | null;
  /** Of the process that supervises it. */
  readonly pid: number;
  readonly steps: readonly StepReport[];
  /** What `scale` can be asked for, also where there is no worker of it now. */
  readonly templates: readonly string[];
  readonly problem: ProblemReport | null;
}

export interface StepReport {
  readonly id: string;
  readonly title: string;
  readonly roles: readonly StepRole[];
  /** Of a worker that there can be more of: what `scale` calls it. */
  readonly template: string | null;
  readonly state: StepStatus['kind'] | 'degraded';
  readonly pid: number | null;
  /** Where it listens, as far as that is known. */
  readonly address: string | null;
  /** How often it was started again after a crash, within the time that its policy looks at. */
  readonly restarts: number;
  readonly problem: ProblemReport | null;
}

export interface ProblemReport {
  readonly message: string;
  readonly remedy: string | null;
  readonly path: string | null;
  /** From 1, as programs print it. */
  readonly line: number | null;
}

export function reportStack(state: StackState, pid = process.pid): StackReport | undefined {
  const { plan } = state;
  if (plan === undefined) return undefined;
  return {
    ...{ id: plan.id, title: plan.title, root: plan.root, phase: state.phase, pid },
    url: plan.pages[0]?.url ?? null,
    steps: state.steps.map(reportStep),
    templates: plan.workerTemplates.map((template) => template.id),
    problem: reportProblem(state.failure),
  };
}

function reportStep({ step, status, restarts }: StepState): StepReport {
  const claim = step.claims[0]?.address;
  const bound = status.kind === 'ready' ? status.address : undefined;
  return {
    ...{ id: step.id, title: step.title, roles: step.roles, state: shownState(status) },
    template: step.instance?.template ?? null,
    pid: (status.kind === 'ready' || status.kind === 'starting' ? status.pid : undefined) ?? null,
    address: bound ?? (claim === undefined ? null : addressText(claim)),
    restarts: restarts.length,
    problem: reportProblem(reasonOf(status)),
  };
}

/** As it is shown: a step that is ready but in trouble is not called so. */
export function shownState(status: StepStatus): StepReport['state'] {
  return status.kind === 'ready' && status.trouble !== undefined ? 'degraded' : status.kind;
}

export function reasonOf(status: StepStatus): FailureReason | undefined {
  switch (status.kind) {
    case 'exited':
    case 'failed':
    case 'stopping':
      return status.reason;
    case 'ready':
      return status.trouble;
    case 'idle':
    case 'starting':
      return undefined;
  }
}

export function bareProblem(message: string, remedy: string | null = null): ProblemReport {
  return { message, remedy, path: null, line: null };
}

export function reportProblem(reason: FailureReason | undefined): ProblemReport | null {
  if (reason === undefined) return null;
  const { message, source, offer } = reason;
  const other =
    offer && `Or take another one this time: \`--port ${offer.port}=${offer.instead}\`.`;
  const remedy = [reason.remedy, other].filter((part) => part !== undefined).join(' ');
  return {
    ...{ message, remedy: remedy === '' ? null : remedy, path: source?.path ?? null },
    line: source === undefined ? null : source.line + 1,
  };
}
