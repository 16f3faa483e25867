import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createExaminer } from './examiner.ts';
import { makeStep } from './testing/plans.ts';

/** Rounds as fast as they can be, each with the next of these answers. Resolves when they are used up. */
async function examined(
  context: TestContext,
  answers: readonly (string | undefined)[],
): Promise<readonly (string | undefined)[]> {
  const told: (string | undefined)[] = [];
  const left = [...answers];
  await new Promise<void>((done) => {
    const examiner = createExaminer({
      intervalMs: 0,
      ready: () => [makeStep('worker-1')],
      examine: () => {
        if (left.length === 0) done();
        return Promise.resolve(left.shift());
      },
      tell: (_step, trouble) => told.push(trouble),
    });
    context.after(() => {
      examiner.stop();
    });
    examiner.start();
    // Its own clock keeps nobody alive.
    const alive = setInterval(() => undefined, 1000);
    context.after(() => {
      clearInterval(alive);
    });
  });
  return told;
}

test('one look that goes wrong is no trouble yet', async (context) => {
  assert.deepEqual(await examined(context, [undefined, 'busy', undefined, 'busy', undefined]), []);
});

test('trouble is told as long as it lasts, and its end once', async (context) => {
  const told = await examined(context, ['gone', 'gone', 'gone', undefined, undefined]);
  assert.deepEqual(told, ['gone', 'gone', undefined]);
});
