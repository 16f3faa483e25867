import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideRestart } from './restart-policy.ts';

test('pauses double up to the longest, then it is given up; old restarts are forgotten', () => {
  const policy = {
    kind: 'on-failure',
    limit: 3,
    windowMs: 100,
    firstDelayMs: 10,
    maxDelayMs: 30,
  } as const;
  const delays = [[], [0], [0, 1]].map((history) => decideRestart(policy, history, 50));
  assert.deepEqual(
    delays.map((decision) => decision.kind === 'restart' && decision.delayMs),
    [10, 20, 30],
  );
  assert.equal(decideRestart(policy, [0, 1, 2], 50).kind, 'give-up');
  assert.deepEqual(decideRestart(policy, [0, 1, 2], 500), {
    kind: 'restart',
    delayMs: 10,
    history: [500],
  });
  assert.equal(decideRestart({ kind: 'never' }, [], 0).kind, 'give-up');
});
