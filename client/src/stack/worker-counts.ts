import type { LaunchPlan, LaunchStep } from '../../../shared/launch-plan.ts';

/**
 * What a person has changed about the number of workers since the start. The planner counts from 1 to N, so a worker
 * that is taken out of the middle is remembered by its id.
 */
export interface WorkerChanges {
  readonly counts: Readonly<Record<string, number>>;
  readonly without: ReadonlySet<string>;
}

export const noChanges: WorkerChanges = { counts: {}, without: new Set() };

/** The plan for the full counts, without the workers that were taken out. */
export function applyChanges(plan: LaunchPlan, { without }: WorkerChanges): LaunchPlan {
  if (without.size === 0) return plan;
  return {
    ...plan,
    steps: plan.steps
      .filter((step) => !without.has(step.id))
      .map((step) => ({ ...step, after: step.after.filter((id) => !without.has(id)) })),
  };
}

/** One more of a template: the lowest number that was taken out comes back first. `full` is the plan with all numbers. */
export function addWorker(
  changes: WorkerChanges,
  full: LaunchPlan,
  template: string,
): WorkerChanges {
  const back = workersOf(full, template).find((step) => changes.without.has(step.id));
  if (back !== undefined) return { ...changes, without: minus(changes.without, back.id) };
  return withCount(changes, template, workersOf(full, template).length + 1);
}

/** One less: this step, or the one with the highest number. */
export function removeWorker(
  changes: WorkerChanges,
  full: LaunchPlan,
  step: LaunchStep,
): WorkerChanges {
  const template = step.instance?.template;
  if (template === undefined) return changes;
  const without = new Set([...changes.without, step.id]);
  // What is gone at the end of the row needs no memory: the count says it.
  let count = workersOf(full, template).length;
  for (const last of workersOf(full, template).toReversed()) {
    if (!without.delete(last.id)) break;
    count -= 1;
  }
  return withCount({ ...changes, without }, template, count);
}

/** So many of a template, numbered from 1; gaps among them are filled. */
export function setCount(
  changes: WorkerChanges,
  full: LaunchPlan,
  template: string,
  count: number,
): WorkerChanges {
  const own = new Set(workersOf(full, template).map(({ id }) => id));
  const without = new Set([...changes.without].filter((id) => !own.has(id)));
  return withCount({ ...changes, without }, template, count);
}

export function bringBack(changes: WorkerChanges, id: string): WorkerChanges {
  return { ...changes, without: minus(changes.without, id) };
}

export function workersOf(plan: LaunchPlan, template?: string): readonly LaunchStep[] {
  return plan.steps.filter(
    ({ instance }) =>
      instance !== undefined && (template === undefined || instance.template === template),
  );
}

function withCount(changes: WorkerChanges, template: string, count: number): WorkerChanges {
  return { ...changes, counts: { ...changes.counts, [template]: count } };
}

function minus(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((each) => each !== id));
}
