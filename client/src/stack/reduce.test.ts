import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FailureReason } from './failures.ts';
import { reduce } from './reduce.ts';
import { initialStackState, type StackEvent, type StackState } from './state.ts';
import { makePlan, makeStep } from './testing/plans.ts';

const restart = {
  kind: 'on-failure',
  limit: 2,
  windowMs: 1000,
  firstDelayMs: 10,
  maxDelayMs: 100,
} as const;
const plan = makePlan('/run/test', [
  makeStep('router', { roles: ['router'], restart }),
  makeStep('worker-1', { after: ['router'], restart }),
  makeStep('nginx', { roles: ['nginx'], after: ['router'] }),
]);

function reason(stepId: string): FailureReason {
  return { message: `${stepId} broke`, remedy: undefined, source: undefined, stepId };
}

function exit(id: string, at = 0): StackEvent {
  return { kind: 'exited', id, code: 1, signal: null, reason: reason(id), at };
}

function up(id: string): StackEvent[] {
  return [
    { kind: 'checked', id },
    { kind: 'spawned', id, pid: 7 },
    { kind: 'probed', id },
  ];
}

/** Runs the events; effects are written as `kind id`. */
function run(
  events: readonly StackEvent[],
  from: StackState = initialStackState,
): { state: StackState; effects: string[] } {
  let state = from;
  let effects: string[] = [];
  for (const event of events) {
    const reduction = reduce(state, event);
    state = reduction.state;
    effects = reduction.effects.map((effect) => {
      if ('step' in effect) return `${effect.kind} ${effect.step.id}`;
      return 'id' in effect ? `${effect.kind} ${effect.id}` : effect.kind;
    });
  }
  return { state, effects };
}

const begun: StackEvent[] = [{ kind: 'start', plan }, { kind: 'prepared' }];
const allUp: StackEvent[] = [...begun, ...up('router'), ...up('worker-1'), ...up('nginx')];
const ready: StackEvent[] = [...allUp, { kind: 'confirmed' }];

describe('reduce', () => {
  it('starts only steps whose needs are ready, then the others together', () => {
    assert.deepEqual(run(begun).effects, ['check router']);
    assert.deepEqual(run([...begun, ...up('router')]).effects, ['check worker-1', 'check nginx']);
  });

  it('is ready only when a page was answered too', () => {
    const { state, effects } = run(allUp);
    assert.deepEqual([state.phase, effects], ['starting', ['confirm']]);
    assert.equal(run(ready).state.phase, 'ready');
    assert.deepEqual(run(ready).effects, ['disarm-deadline']);
  });

  it('takes everything down when a start fails, and keeps the reason', () => {
    const events = [...begun, ...up('router'), ...up('nginx'), exit('worker-1')];
    const { state, effects } = run(events);
    assert.equal(state.phase, 'stopping');
    assert.deepEqual(effects, ['stop-step nginx', 'disarm-deadline']);
    const down = run([exit('nginx'), exit('router'), { kind: 'cleaned' }], state).state;
    assert.equal(down.phase, 'failed');
    assert.equal(down.failure?.message, 'worker-1 broke');
  });

  it('stops the router last', () => {
    const { state, effects } = run([...ready, { kind: 'stop' }]);
    assert.deepEqual(effects, ['stop-step worker-1', 'stop-step nginx']);
    assert.deepEqual(run([exit('nginx')], state).effects, []);
    assert.deepEqual(run([exit('nginx'), exit('worker-1')], state).effects, ['stop-step router']);
    const end = run([exit('nginx'), exit('worker-1'), exit('router')], state);
    assert.deepEqual(end.effects, ['clean']);
    assert.equal(run([{ kind: 'cleaned' }], end.state).state.phase, 'idle');
  });

  it('starts a crashed step again until it crashes too often', () => {
    const once = run([...ready, exit('worker-1', 0)]);
    assert.equal(once.state.phase, 'degraded');
    assert.deepEqual(once.effects, ['restart-later worker-1']);
    const due: StackEvent = { kind: 'restart-due', id: 'worker-1' };
    const again = run([due, ...up('worker-1'), { kind: 'confirmed' }], once.state);
    assert.equal(again.state.phase, 'ready');
    const { state } = run([exit('worker-1', 100), due, exit('worker-1', 200)], again.state);
    assert.equal(state.phase, 'degraded');
    assert.equal(state.steps[1]?.status.kind, 'failed');
    assert.equal(state.steps[0]?.status.kind, 'ready');
  });

  it('starts new steps of an update and stops the ones that are gone', () => {
    const steps = [...plan.steps.slice(0, 1), makeStep('worker-2'), ...plan.steps.slice(2)];
    const { state, effects } = run([...ready, { kind: 'update', plan: { ...plan, steps } }]);
    assert.deepEqual(effects, ['check worker-2', 'stop-step worker-1', 'arm-deadline']);
    const end = run([exit('worker-1')], state).state;
    assert.deepEqual(
      end.steps.map(({ step }) => step.id),
      ['router', 'worker-2', 'nginx'],
    );
  });

  it('keeps the stack up when an added step fails', () => {
    const steps = [...plan.steps, makeStep('worker-2')];
    const { state } = run([
      ...ready,
      { kind: 'update', plan: { ...plan, steps } },
      exit('worker-2'),
    ]);
    assert.deepEqual([state.phase, state.wanted], ['degraded', 'up']);
  });

  it('names the step that hangs when time is up', () => {
    const { state } = run([
      ...begun,
      {
        kind: 'deadline',
        reasons: new Map([['router', reason('router')]]),
        whole: reason('whole'),
      },
    ]);
    assert.deepEqual([state.phase, state.failure?.stepId], ['stopping', 'router']);
  });

  it('ends cleanly when it is stopped while it prepares', () => {
    const { state } = run([{ kind: 'start', plan }, { kind: 'stop' }]);
    assert.equal(state.phase, 'stopping');
    assert.deepEqual(run([{ kind: 'prepared' }], state).effects, ['clean']);
  });
});
