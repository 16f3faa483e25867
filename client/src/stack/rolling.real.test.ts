import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import type { LaunchPlan } from '../../../shared/launch-plan.ts';
import { createSession, type Session } from './session.ts';
import { createSupervisor } from './supervisor.ts';
import { noPrograms, realStack } from './testing/real-stack.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const noLoad: string | false =
  noPrograms || (spawnSync('wrk', ['-v']).error === undefined ? false : 'wrk is not installed');
const guardEntry = join(import.meta.dirname, 'guard-main.ts');

async function setUp(
  context: TestContext,
  workers: number,
  files: { readonly subscribeFreq?: number } = {},
): Promise<{ session: Session; url: string }> {
  const folder = temporaryFolder(context);
  const stack = await realStack(folder, files);
  const supervisor = createSupervisor({ guardEntry, logsDirectory: stack.logsDirectory });
  context.after(() => supervisor.dispose());
  const template = {
    id: 'worker',
    source: { path: join(stack.root, 'worker.ini'), line: 0 },
    count: workers,
    scalable: { kind: 'yes' },
  } as const;
  const plan = (counts: Readonly<Record<string, number>>): LaunchPlan =>
    stack.plan(counts.worker ?? workers, { workerTemplates: [template] });
  const session = createSession({
    supervisor,
    plan: (counts) => Promise.resolve({ kind: 'plan', plan: plan(counts) }),
  });
  assert.deepEqual(await session.start(), { kind: 'ready' });
  return { session, url: `http://127.0.0.1:${stack.ports.http}/` };
}

/** Requests through nginx for some seconds: how many were answered, and what wrk says of those that were not. */
async function load(url: string, seconds: number, connections = 32) {
  const { stdout } = await promisify(execFile)('wrk', [
    ...['-t1', `-c${connections}`, `-d${seconds}s`, url],
  ]);
  const answered = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  return { answered, failed: stdout.match(/Socket errors.*|Non-2xx.*/g) ?? [] };
}

const pids = (session: Session): readonly (number | undefined)[] =>
  session.supervisor.state.steps
    .filter(({ step }) => step.instance !== undefined)
    .map(({ status }) => (status.kind === 'ready' ? status.pid : undefined));

test('no request is lost while four workers are restarted', { skip: noLoad }, async (context) => {
  const { session, url } = await setUp(context, 4);
  const before = pids(session);
  const loaded = load(url, 8);
  assert.deepEqual(await session.restartWorkers(), { kind: 'ready' });
  const { answered, failed } = await loaded;
  assert.deepEqual(failed, []);
  assert.ok(answered > 1000, `${answered} requests were answered`);
  assert.equal(pids(session).length, 4);
  assert.ok(pids(session).every((pid) => pid !== undefined && !before.includes(pid)));
});

test('the only worker gets company while it is restarted', { skip: noLoad }, async (context) => {
  const { session, url } = await setUp(context, 1);
  const before = pids(session);
  const loaded = load(url, 5);
  assert.deepEqual(await session.restartWorkers(), { kind: 'ready' });
  assert.deepEqual((await loaded).failed, []);
  assert.equal(pids(session).length, 1);
  assert.notDeepEqual(pids(session), before);
});

test('no request is lost while workers come and go', { skip: noLoad }, async (context) => {
  const { session, url } = await setUp(context, 2);
  const loaded = load(url, 6);
  assert.deepEqual(await session.scale('worker', 4), { kind: 'ready' });
  assert.equal(pids(session).length, 4);
  assert.deepEqual(await session.scale('worker', 1), { kind: 'ready' });
  assert.deepEqual((await loaded).failed, []);
  assert.equal(pids(session).length, 1);
});

test('a router that was restarted knows its workers at once', { skip: noLoad }, async (context) => {
  // By themselves they would be heard of after five minutes only: the start of this test takes longer than the second
  // after which a worker announces itself for the second time.
  const { session, url } = await setUp(context, 2, { subscribeFreq: 300 });
  assert.deepEqual((await load(url, 2)).failed, []);
  assert.deepEqual(await session.restartStep('router'), { kind: 'ready' });
  const { answered, failed } = await load(url, 1);
  assert.deepEqual(failed, []);
  assert.ok(answered > 0);
});
