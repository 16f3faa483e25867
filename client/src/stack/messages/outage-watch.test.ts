import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bareReason } from '../failures.ts';
import { initialStackState, type StackState, type StepStatus } from '../state.ts';
import { makePlan, makeStep } from '../testing/plans.ts';
import type { KeptMessage } from './message-store.ts';
import { createOutageWatch } from './outage-watch.ts';

const stats = { kind: 'unix', path: '/run/x/stats.sock' } as const;
const step = (id: string, key: string) =>
  makeStep(id, {
    title: id.replace('-', ' '),
    instance: { template: id.replace(/-\d+$/, ''), number: 1 },
    ready: [
      { kind: 'subscribed', routerStats: stats, workerStats: stats, key, announced: undefined },
    ],
  });
const router = makeStep('router', { roles: ['router'] });
const ready: StepStatus = { kind: 'ready', pid: 1 };
const failed: StepStatus = { kind: 'failed', reason: bareReason('It has ended with status 1.') };

const stateOf = (app: StepStatus, shop: StepStatus = ready): StackState => ({
  ...initialStackState,
  ...{ established: true, wanted: 'up', plan: makePlan('/run/x', []) },
  steps: [
    { step: router, status: ready, restarts: [] },
    { step: step('app-1', 'app.localhost'), status: app, restarts: [] },
    { step: step('shop-1', 'shop.localhost'), status: shop, restarts: [] },
  ],
});
const failure = (time: number, change: Partial<KeptMessage> = {}): KeptMessage => ({
  ...{ step: 'nginx', program: 'nginx', level: 'error', means: undefined, remedy: undefined },
  says: 'upstream prematurely closed connection while reading response header from upstream',
  ...{ place: { path: '/w/nginx.conf', line: 1 }, frames: [], until: 'answered' },
  ...{ host: 'app.localhost:8080', count: 1, time },
  ...change,
});

const watching = () => {
  const told: string[] = [];
  const clock = { now: 0 };
  const watch = createOutageWatch(
    ({ cause }) => told.push(cause),
    () => 'then',
    () => clock.now,
  );
  return { told, clock, watch };
};

describe('the watch over outages', () => {
  it('explains a failure when its cause is known, however late', () => {
    const { told, watch } = watching();
    watch.look([failure(0)], stateOf(ready));
    assert.deepEqual(told, []);
    watch.look([failure(0)], stateOf(failed));
    assert.deepEqual(told, [
      'A request for app.localhost:8080 has failed: app 1 is down. It has ended with status 1.',
    ]);
  });

  it('does not explain what was long ago by what is', () => {
    const { told, clock, watch } = watching();
    clock.now = 6000;
    watch.look([failure(0)], stateOf(failed));
    assert.deepEqual(told, []);
  });

  it('tells a cause once, and again when it comes back much later', () => {
    const { told, clock, watch } = watching();
    // Requests for the other domain may be answered in between.
    for (clock.now = 0; clock.now < 300_000; clock.now += 4000)
      watch.look([failure(clock.now)], stateOf(failed));
    assert.equal(told.length, 1);
    clock.now += 100_000;
    watch.look([failure(clock.now)], stateOf(failed));
    assert.equal(told.length, 2);
  });

  it('does not blame the worker of another domain', () => {
    const { told, watch } = watching();
    watch.look([failure(0)], stateOf(ready, failed));
    assert.deepEqual(told, []);
    watch.look([failure(0, { host: 'shop.localhost' })], stateOf(ready, failed));
    assert.match(told.join(''), /^A request for shop\.localhost has failed: shop 1 is down\./);
  });

  it('is quiet while the stack starts and stops', () => {
    const { told, watch } = watching();
    watch.look([failure(0)], { ...stateOf(failed), established: false });
    watch.look([failure(0)], { ...stateOf(failed), wanted: 'down' });
    assert.deepEqual(told, []);
  });
});
