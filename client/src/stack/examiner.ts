import type { LaunchStep } from '../../../shared/launch-plan.ts';

export interface Examiner {
  start(): void;
  stop(): void;
}

export interface ExaminerOptions {
  readonly intervalMs: number;
  /** The steps to look at now. */
  readonly ready: () => readonly LaunchStep[];
  /** What is wrong with the step, or undefined. */
  readonly examine: (step: LaunchStep) => Promise<string | undefined>;
  /** Called as long as there is trouble, and once when it is over. */
  readonly tell: (step: LaunchStep, trouble: string | undefined) => void;
}

/**
 * Looks at all that is ready again and again, one round at a time. A program that is busy may miss one look, so trouble is
 * what two looks in a row have found; one good look is enough to end it.
 */
export function createExaminer({ intervalMs, ready, examine, tell }: ExaminerOptions): Examiner {
  const missed = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let turn = 0;

  const look = async (step: LaunchStep, own: number): Promise<void> => {
    const trouble = await examine(step);
    if (own !== turn) return;
    const count = trouble === undefined ? 0 : (missed.get(step.id) ?? 0) + 1;
    if (count === 0 && (missed.get(step.id) ?? 0) >= patience) tell(step, undefined);
    if (count >= patience) tell(step, trouble);
    missed.set(step.id, count);
  };
  const round = async (own: number): Promise<void> => {
    const steps = ready();
    const present = new Set(steps.map(({ id }) => id));
    for (const id of missed.keys()) if (!present.has(id)) missed.delete(id);
    await Promise.all(steps.map((step) => look(step, own)));
    if (own === turn) again(own);
  };
  const again = (own: number): void => {
    timer = setTimeout(() => void round(own), intervalMs);
    // A look is no reason to keep a process alive.
    timer.unref();
  };

  return {
    start: () => {
      turn += 1;
      missed.clear();
      clearTimeout(timer);
      again(turn);
    },
    stop: () => {
      turn += 1;
      clearTimeout(timer);
    },
  };
}

const patience = 2;
