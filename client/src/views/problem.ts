import type { FailureReason, PortOffer } from '../stack/failures.ts';

/** Why something could not be done, wherever it comes from: the planner, the look-up of programs, the run itself. */
export interface Problem {
  readonly message: string;
  readonly remedy: string | undefined;
  readonly path: string | undefined;
  readonly line: number | undefined;
  /** The process that it is about. */
  readonly step: string | undefined;
  readonly offer?: PortOffer | undefined;
}

export function problem(message: string, remedy?: string): Problem {
  return { message, remedy, path: undefined, line: undefined, step: undefined };
}

export function fromReason({ message, remedy, source, stepId, offer }: FailureReason): Problem {
  const place = { path: source?.path, line: source?.line };
  return { message, remedy, ...place, step: stepId, ...(offer !== undefined && { offer }) };
}
