import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CheckSchedule, createCheckSchedule } from './check-schedule.ts';

/** A schedule over checks that note what is done; the one of all files takes some milliseconds in each of three steps. */
function scheduleOf(milliseconds: number) {
  const done: string[] = [];
  let heard = () => undefined as unknown;
  const note = (what: string) => {
    done.push(what);
    heard();
  };
  const schedule: CheckSchedule = createCheckSchedule({
    near: (path) => {
      note(`near ${path}`);
    },
    *all() {
      for (const step of [1, 2, 3]) {
        for (const end = performance.now() + milliseconds; performance.now() < end;);
        note(`step ${step}`);
        yield;
      }
      note('all');
      return undefined;
    },
  });
  /** Resolves when a note has been made so many times. */
  const when = (what: string, times = 1) =>
    new Promise<void>((resolve) => {
      heard = () => {
        if (done.filter((one) => one === what).length >= times) resolve();
      };
      heard();
    });
  return { done, schedule, when };
}

describe('the order of checks', () => {
  it('answers letters at once and checks all files when they pause, where that takes long', async () => {
    const { done, schedule, when } = scheduleOf(8);
    schedule.changed();
    await when('all');
    for (let letter = 1; letter <= 3; letter += 1) {
      schedule.typed('/a');
      await when('near /a', letter);
    }
    assert.equal(done.filter((one) => one === 'all').length, 1);
    await when('all', 2);
    assert.deepEqual(done.slice(-5), ['near /a', 'step 1', 'step 2', 'step 3', 'all']);
  });

  it('checks all files at each letter where that is quick', async () => {
    const { done, schedule, when } = scheduleOf(0);
    schedule.changed();
    await when('all');
    schedule.typed('/a');
    schedule.typed('/b');
    await when('all', 2);
    assert.ok(!done.some((one) => one.startsWith('near')));
  });

  it('drops a check that a letter has made old, and makes another one', async () => {
    const { done, schedule, when } = scheduleOf(8);
    schedule.changed();
    await when('all');
    schedule.typed('/a');
    await when('step 1', 2);
    schedule.typed('/a');
    await when('all', 2);
    assert.deepEqual(done.slice(4), [
      ...['near /a', 'step 1', 'near /a'],
      ...['step 1', 'step 2', 'step 3', 'all'],
    ]);
  });

  it('ends a check that has begun when something else changes, and makes one for that', async () => {
    const { done, schedule, when } = scheduleOf(8);
    schedule.changed();
    await when('all');
    schedule.typed('/a');
    await when('step 1', 2);
    schedule.changed();
    assert.deepEqual(done.slice(-2), ['step 3', 'all']);
    await when('all', 3);
  });

  it('makes one check for all that comes together', async () => {
    const { done, schedule, when } = scheduleOf(0);
    schedule.changed();
    schedule.changed();
    schedule.typed('/a');
    schedule.changed();
    await when('all');
    assert.equal(done.filter((one) => one === 'step 1').length, 1);
  });
});
