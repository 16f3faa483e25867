import { execFile, spawnSync } from 'node:child_process';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { createFigures } from '../../../client/src/stack/figures/figures.ts';
import { noRates, ratesOf } from '../../../client/src/stack/figures/rates.ts';
import {
  createSupervisor,
  type Supervisor,
  type SupervisorOptions,
} from '../../../client/src/stack/supervisor.ts';
import { readTraffic } from '../../../client/src/stack/traffic.ts';
import type { StackFigures } from '../../../shared/figures.ts';
import type { LaunchPlan } from '../../../shared/launch-plan.ts';
import { openPlanner } from '../planner.ts';
import { copyExample, type Edits, type Example } from './example.ts';
import { getPage } from './get-page.ts';

export interface MeasuredStack {
  readonly example: Example;
  readonly plan: LaunchPlan;
  readonly supervisor: Supervisor;
  /** Looks until so many requests are counted everywhere, as the worker counts when the client has its answer already. */
  readonly figuresOf: (count: number) => Promise<StackFigures>;
  /** Lines of nginx's own access log. */
  readonly accessLog: () => readonly string[];
}

/** The example with four workers, planned from its files as the editor does it. */
export async function startMeasured(
  context: TestContext,
  edits: Edits = {},
  options: Pick<SupervisorOptions, 'examineMs' | 'logBytes'> = {},
): Promise<MeasuredStack> {
  const made: Supervisor[] = [];
  context.after(() => Promise.all(made.map((each) => each.dispose())));
  const example = await copyExample(context, edits);
  Object.assign(process.env, example.environment);
  const planner = await openPlanner(example.app, {
    ...{ stack: undefined, workers: 4, timeoutMs: undefined },
    programs: { nginx: 'nginx', uwsgi: 'uwsgi' },
  });
  assert.ok(planner.kind === 'planner');
  const planned = await planner.plan({});
  assert.ok(planned.kind === 'plan', JSON.stringify(planned));
  const { plan } = planned;
  const supervisor = createSupervisor({
    guardEntry: join(import.meta.dirname, '../../../client/src/stack/guard-main.ts'),
    logsDirectory: join(example.folder, 'logs'),
    ...options,
  });
  made.push(supervisor);
  assert.deepEqual(await supervisor.start(plan), { kind: 'ready' });
  const gatherer = createFigures(
    () => plan,
    (step, after) => supervisor.recentLines(step).filter(({ sequence }) => sequence > after),
    supervisor.requests,
  );
  let rates = noRates;
  const look = async () => {
    const traffic = await readTraffic(plan);
    rates = ratesOf(rates, traffic);
    return await gatherer.look(traffic, rates);
  };
  return {
    ...{ example, plan, supervisor },
    accessLog: () => linesOf(join(plan.runDirectory, 'access.log')),
    figuresOf: async (count) => {
      let figures = await look();
      const end = performance.now() + 10_000;
      while (requestsOfWorkers(figures) < count && performance.now() < end) figures = await look();
      return figures;
    },
  };
}

export function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8').split('\n').filter(Boolean);
}

export function requestsOfWorkers({ workers }: StackFigures): number {
  return sum(workers.map(({ requests }) => requests));
}

export function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/** Keeps a few connections busy. */
export async function load(
  { ports }: Example,
  paths: readonly string[],
  times: number,
): Promise<void> {
  let left = times;
  const keepAsking = async () => {
    while (left > 0) {
      left -= 1;
      await getPage(ports.nginx, { path: paths[left % paths.length] ?? '/' });
    }
  };
  await Promise.all(Array.from({ length: 8 }, keepAsking));
}

/** Two seconds of all that nginx can take; returns whether wrk is there. */
export async function loadWithWrk({ ports }: Example): Promise<boolean> {
  if (spawnSync('wrk', ['--version']).error !== undefined) return false;
  const url = `http://127.0.0.1:${ports.nginx}/`;
  await promisify(execFile)('wrk', ['-t1', '-c8', '-d2s', '-H', 'Host: app.localhost', url]);
  return true;
}
