import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readRunFile } from './run-file.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { processesOf, until } from './testing/processes.ts';
import {
  noPrograms,
  realStack,
  type RealStack,
  type RealStackFiles,
} from './testing/real-stack.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const guardEntry = join(import.meta.dirname, 'guard-main.ts');

/** A stack of real programs with a supervisor that is stopped after the test, come what may. */
async function setUp(
  context: TestContext,
  files?: RealStackFiles,
): Promise<{ folder: string; stack: RealStack; supervisor: Supervisor }> {
  const made: Supervisor[] = [];
  // Hooks run in the order in which they were made: the folder goes after those who write to it.
  context.after(() => Promise.all(made.map((each) => each.dispose())));
  const folder = temporaryFolder(context);
  const stack = await realStack(folder, files);
  const supervisor = createSupervisor({ guardEntry, logsDirectory: stack.logsDirectory });
  made.push(supervisor);
  return { folder, stack, supervisor };
}

function assertNothingLeft(folder: string, stack: RealStack): void {
  assert.deepEqual(processesOf(folder), []);
  assert.equal(existsSync(stack.runDirectory), false);
}

test('a stack starts, grows, shrinks and stops', { skip: noPrograms }, async (context) => {
  const { folder, stack, supervisor } = await setUp(context);
  const phases: string[] = [];
  supervisor.onState(({ phase }) => {
    if (phases.at(-1) !== phase) phases.push(phase);
  });
  assert.deepEqual(await supervisor.start(stack.plan(2)), { kind: 'ready' });
  const answer = await fetch(`http://127.0.0.1:${stack.ports.http}/`);
  assert.equal(await answer.text(), 'hello from bottle');

  const pidOf = (id: string): unknown => {
    const status = supervisor.state.steps.find(({ step }) => step.id === id)?.status;
    return status?.kind === 'ready' ? status.pid : status;
  };
  const firstPid = pidOf('worker-1');
  assert.deepEqual(await supervisor.update(stack.plan(3)), { kind: 'ready' });
  assert.equal(typeof pidOf('worker-3'), 'number');
  assert.deepEqual(await supervisor.update(stack.plan(2)), { kind: 'ready' });
  assert.equal(pidOf('worker-3'), undefined);
  assert.equal(pidOf('worker-1'), firstPid);
  assert.deepEqual(await supervisor.restartStep('worker-1'), { kind: 'ready' });
  assert.notEqual(pidOf('worker-1'), firstPid);

  await supervisor.stop();
  assertNothingLeft(folder, stack);
  assert.equal(supervisor.state.phase, 'idle');
  assert.deepEqual(phases.slice(0, 2), ['starting', 'ready']);
  assert.match(readFileSync(join(stack.logsDirectory, 'router.log'), 'utf8'), /spawned uWSGI/);
});

test(
  'a crashed nginx is cleared of its orphans and comes back',
  { skip: noPrograms },
  async (context) => {
    const { folder, stack, supervisor } = await setUp(context);
    assert.deepEqual(await supervisor.start(stack.plan(1)), { kind: 'ready' });
    const nginx = readRunFile(stack.runDirectory)?.groups.find(({ id }) => id === 'nginx');
    assert.ok(nginx);
    const back = new Promise<void>((done) => {
      let hurt = false;
      supervisor.onState(({ phase }) => {
        hurt ||= phase === 'degraded';
        if (hurt && phase === 'ready') done();
      });
    });
    process.kill(nginx.leader.pid, 'SIGKILL');
    await back;
    await supervisor.stop();
    assertNothingLeft(folder, stack);
  },
);

test('a guard that dies is replaced', { skip: noPrograms }, async (context) => {
  const { stack, supervisor } = await setUp(context);
  assert.deepEqual(await supervisor.start(stack.plan(1)), { kind: 'ready' });
  const guard = readRunFile(stack.runDirectory)?.guard;
  assert.ok(guard);
  process.kill(guard.pid, 'SIGKILL');
  await until('a new guard', () => {
    const now = readRunFile(stack.runDirectory)?.guard;
    return now !== undefined && now.pid !== guard.pid;
  });
  assert.equal(supervisor.state.phase, 'ready');
});

test('a second start of the same stack is refused', { skip: noPrograms }, async (context) => {
  const { stack, supervisor } = await setUp(context);
  assert.deepEqual(await supervisor.start(stack.plan(1)), { kind: 'ready' });
  const second = createSupervisor({ guardEntry, logsDirectory: stack.logsDirectory });
  const outcome = await second.start({ ...stack.plan(1), steps: [] });
  assert.equal(outcome.kind, 'failed');
  assert.match(outcome.reason.message, new RegExp(`already running .*pid ${process.pid}`));
  assert.equal(existsSync(stack.runDirectory), true);
});

test('a stop while starting takes everything back', { skip: noPrograms }, async (context) => {
  const { folder, stack, supervisor } = await setUp(context);
  const outcome = supervisor.start(stack.plan(2));
  await new Promise<void>((done) => {
    supervisor.onState(({ steps }) => {
      if (steps.some(({ step, status }) => step.id === 'worker-1' && status.kind === 'starting')) {
        done();
      }
    });
  });
  await supervisor.stop();
  assert.deepEqual(await outcome, { kind: 'stopped' });
  assertNothingLeft(folder, stack);
});

test('a taken port is named with its holder', { skip: noPrograms }, async (context) => {
  const { folder, stack, supervisor } = await setUp(context);
  const holder = createServer().listen(stack.ports.http, '127.0.0.1');
  await once(holder, 'listening');
  context.after(() => holder.close());
  const outcome = await supervisor.start(stack.plan(1));
  assert.equal(outcome.kind, 'failed');
  assert.match(
    `${outcome.reason.message} ${outcome.reason.remedy ?? ''}`,
    new RegExp(
      `^Port ${stack.ports.http} on 127\\.0\\.0\\.1 \\(listen, nginx\\.conf:12\\) is taken by .+ ` +
        `\\(pid ${process.pid}\\)\\. Stop that program or change the port\\.$`,
    ),
  );
  assertNothingLeft(folder, stack);
});

test('a missing program is told before anything starts', { skip: noPrograms }, async (context) => {
  const { folder, stack, supervisor } = await setUp(context);
  const plan = stack.plan(1);
  const steps = plan.steps.map((step) =>
    step.id === 'nginx' ? { ...step, argv: ['nosuch-nginx'] as [string] } : step,
  );
  const outcome = await supervisor.start({ ...plan, steps });
  assert.equal(outcome.kind, 'failed');
  assert.equal(outcome.reason.message, 'The program nosuch-nginx was not found in PATH.');
  assert.match(outcome.reason.remedy ?? '', /uwsgiStack\.nginx\.path/);
  assertNothingLeft(folder, stack);
});

test('a missing plugin is the reason', { skip: noPrograms }, async (context) => {
  const { folder, stack, supervisor } = await setUp(context, {
    router: '[uwsgi]\nplugins = nosuch\nmaster = true\nfastrouter = 127.0.0.1:0\n',
  });
  const outcome = await supervisor.start(stack.plan(1));
  assert.equal(outcome.kind, 'failed');
  assert.equal(outcome.reason.message, 'The plugin "nosuch" is not installed.');
  assert.equal(outcome.reason.stepId, 'router');
  assertNothingLeft(folder, stack);
});

test('an app that can not be imported is the reason', { skip: noPrograms }, async (context) => {
  const { folder, stack, supervisor } = await setUp(context, { app: 'import nosuchmodule\n' });
  const outcome = await supervisor.start(stack.plan(1));
  assert.equal(outcome.kind, 'failed');
  assert.match(outcome.reason.message, /No module named 'nosuchmodule'/);
  assertNothingLeft(folder, stack);
});

test('a worker without an app is named when time is up', { skip: noPrograms }, async (context) => {
  const { folder, stack, supervisor } = await setUp(context, { app: 'import nosuchmodule\n' });
  const plan = stack.plan(1, { readyTimeoutMs: 1500 });
  const steps = plan.steps.map((step) => ({ ...step, failures: [] }));
  const outcome = await supervisor.start({ ...plan, steps });
  assert.equal(outcome.kind, 'failed');
  assert.match(outcome.reason.message, /worker 1 was not ready in time: .*has loaded no app/);
  assertNothingLeft(folder, stack);
});

test(
  'a broken nginx.conf is told in terms of the own file',
  { skip: noPrograms },
  async (context) => {
    const { folder, stack, supervisor } = await setUp(context, {
      nginx: 'events {}\nnosuch on;\n',
    });
    const outcome = await supervisor.start(stack.plan(1));
    assert.equal(outcome.kind, 'failed');
    const own = join(stack.root, 'nginx.conf');
    assert.ok(
      outcome.reason.message.includes(`unknown directive "nosuch" in ${own}:2`),
      outcome.reason.message,
    );
    assertNothingLeft(folder, stack);
  },
);
