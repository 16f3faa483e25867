// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlanner } from '../../cli/src/planner.ts';
import { writeExample } from '../../cli/src/testing/example.ts';
import { createSession } from '../../client/src/stack/session.ts';
import { createSupervisor } from '../../client/src/stack/supervisor.ts';
import { root } from '../lib/paths.mjs';

/** @typedef {import('../../shared/launch-plan.ts').LaunchPlan} LaunchPlan */

/**
 * The example in a folder of its own, on free ports, with a supervisor that has not started it yet.
 * @param {number} workers
 * @param {import('../../cli/src/testing/example.ts').Edits} edits
 */
export async function exampleStack(workers, edits = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'us-bench-'));
  const { app, environment } = await writeExample(folder, edits);
  Object.assign(process.env, environment);
  const planner = await openPlanner(app, {
    ...{ stack: undefined, workers, timeoutMs: 120_000 },
    programs: { nginx: 'nginx', uwsgi: 'uwsgi' },
  });
  const plan = async () => {
    const planned = planner.kind === 'planner' ? await planner.plan({}) : undefined;
    if (planned?.kind !== 'plan') throw new Error('The example can not be planned.');
    return planned.plan;
  };
  const supervisor = createSupervisor({
    // As it is shipped: a process of node that has to read TypeScript first would take longer.
    guardEntry: join(root, 'dist/guard.cjs'),
    logsDirectory: join(folder, 'logs'),
  });
  const session = createSession({
    supervisor,
    plan: async () => ({ kind: 'plan', plan: await plan() }),
  });
  return {
    ...{ app, folder, plan, session, supervisor },
    /** @returns {Promise<void>} */
    remove: async () => {
      await supervisor.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
