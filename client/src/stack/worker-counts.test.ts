import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LaunchPlan, LaunchStep } from '../../../shared/launch-plan.ts';
import { makePlan, makeStep } from './testing/plans.ts';
import { addWorker, applyChanges, noChanges, removeWorker } from './worker-counts.ts';

const step = (id: string, number?: number): LaunchStep =>
  makeStep(id, {
    after: number === undefined ? ['worker-1', 'worker-2'] : [],
    instance: number === undefined ? undefined : { template: 'worker', number },
  });

const plan = (count: number): LaunchPlan =>
  makePlan('/run', [
    ...Array.from({ length: count }, (_, index) => step(`worker-${index + 1}`, index + 1)),
    step('nginx'),
  ]);
const ids = (each: LaunchPlan) => each.steps.map(({ id }) => id);
const worker = (each: LaunchPlan, number: number): LaunchStep => {
  const found = each.steps.find(({ instance }) => instance?.number === number);
  assert.ok(found);
  return found;
};

describe('changes to the number of workers', () => {
  it('adds after the highest number', () => {
    assert.deepEqual(addWorker(noChanges, plan(2), 'worker').counts, { worker: 3 });
  });

  it('removes the last one by counting', () => {
    const changes = removeWorker(noChanges, plan(2), worker(plan(2), 2));
    assert.deepEqual(changes, { counts: { worker: 1 }, without: new Set() });
  });

  it('remembers a gap, leaves it out of the plan and fills it first', () => {
    const changes = removeWorker(noChanges, plan(3), worker(plan(3), 1));
    const smaller = applyChanges(plan(3), changes);
    assert.deepEqual(ids(smaller), ['worker-2', 'worker-3', 'nginx']);
    assert.deepEqual(smaller.steps.at(-1)?.after, ['worker-2']);
    assert.deepEqual(addWorker(changes, plan(3), 'worker').without, new Set());
  });

  it('forgets a gap that has become the end', () => {
    const gap = removeWorker(noChanges, plan(3), worker(plan(3), 2));
    const end = removeWorker(gap, plan(3), worker(plan(3), 3));
    assert.deepEqual(end, { counts: { worker: 1 }, without: new Set() });
  });
});
