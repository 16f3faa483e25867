// @ts-check
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlanner } from '../../cli/src/planner.ts';
import { createSession } from '../../client/src/stack/session.ts';
import { createSupervisor } from '../../client/src/stack/supervisor.ts';
import { freePort } from '../../client/src/stack/testing/free-port.ts';
import { root } from '../lib/paths.mjs';

/** @typedef {import('../../shared/launch-plan.ts').LaunchPlan} LaunchPlan */

/**
 * The example in a folder of its own, on free ports, with a supervisor that has not started it yet.
 * @param {number} workers
 */
export async function exampleStack(workers) {
  const folder = mkdtempSync(join(tmpdir(), 'us-bench-'));
  const app = join(folder, 'app');
  cpSync(join(root, 'examples/fastrouter'), app, { recursive: true });
  mkdirSync(join(folder, 'run'), { mode: 0o700 });
  process.env.XDG_RUNTIME_DIR = join(folder, 'run');
  const ports = [await freePort(), await freePort(), await freePort()];
  for (const name of readdirSync(app)) {
    const text = readFileSync(join(app, name), 'utf8')
      .replaceAll(':8080', `:${ports[0]}`)
      .replaceAll(':3030', `:${ports[1]}`)
      .replaceAll(':3131', `:${ports[2]}`);
    writeFileSync(join(app, name), text);
  }
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
    ...{ folder, plan, session, supervisor },
    /** @returns {Promise<void>} */
    remove: async () => {
      await supervisor.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}
