import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { LaunchPlan } from '../../../shared/launch-plan.ts';
import { createSession, type Session } from './session.ts';
import type { StackState } from './state.ts';
import { createSupervisor } from './supervisor.ts';
import { noPrograms, realStack, type RealStack } from './testing/real-stack.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const guardEntry = join(import.meta.dirname, 'guard-main.ts');

async function setUp(
  context: TestContext,
): Promise<{ session: Session; stack: RealStack; conf: string }> {
  const folder = temporaryFolder(context);
  const stack = await realStack(folder);
  const { logsDirectory } = stack;
  const supervisor = createSupervisor({ guardEntry, logsDirectory, examineMs: 50 });
  context.after(() => supervisor.dispose());
  // As the planner does it: nginx runs on a copy, which each plan brings anew.
  const plan = (): LaunchPlan => {
    const made = stack.plan(2);
    const shadow = join(stack.runDirectory, 'nginx.conf');
    const text = readFileSync(join(stack.root, 'nginx.conf'), 'utf8');
    return {
      ...made,
      files: [
        ...made.files.filter(({ path }) => path !== shadow),
        { kind: 'text', path: shadow, text },
      ],
    };
  };
  const session = createSession({
    supervisor,
    plan: () => Promise.resolve({ kind: 'plan', plan: plan() }),
  });
  assert.deepEqual(await session.start(), { kind: 'ready' });
  return { session, stack, conf: join(stack.root, 'nginx.conf') };
}

const pidOf = ({ steps }: StackState, id: string): unknown => {
  const status = steps.find(({ step }) => step.id === id)?.status;
  return status?.kind === 'ready' ? status.pid : status;
};

function edit(path: string, before: string, after: string): void {
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(before));
  writeFileSync(path, text.replace(before, after));
}

test('nginx takes a saved configuration without an end', { skip: noPrograms }, async (context) => {
  const { session, stack, conf } = await setUp(context);
  const { supervisor } = session;
  const before = ['nginx', 'router', 'worker-1'].map((id) => pidOf(supervisor.state, id));
  edit(conf, 'location / {', "location = /new { return 200 'new'; }\n    location / {");
  assert.deepEqual(await session.filesChanged([conf]), { kind: 'reloaded', titles: ['nginx'] });
  const answer = await fetch(`http://127.0.0.1:${stack.ports.http}/new`);
  assert.equal(await answer.text(), 'new');
  assert.deepEqual(
    ['nginx', 'router', 'worker-1'].map((id) => pidOf(supervisor.state, id)),
    before,
  );
});

test(
  'nginx runs on with what it has when the new configuration is broken',
  { skip: noPrograms },
  async (context) => {
    const { session, stack, conf } = await setUp(context);
    const text = readFileSync(conf, 'utf8');
    edit(conf, 'location / {', 'locatoin / {');
    const outcome = await session.filesChanged([conf]);
    assert.equal(outcome.kind, 'refused');
    assert.match(outcome.reason.message, /unknown directive "locatoin"/);
    assert.ok(outcome.reason.message.includes(`${conf}:`), outcome.reason.message);
    assert.equal(session.supervisor.state.phase, 'ready');
    assert.equal((await fetch(stack.page.url)).status, 200);
    // A crash now would find the old one, too.
    assert.equal(readFileSync(join(stack.runDirectory, 'nginx.conf'), 'utf8'), text);
    writeFileSync(conf, text);
    assert.deepEqual(await session.filesChanged([conf]), { kind: 'reloaded', titles: ['nginx'] });
  },
);

test(
  'workers and routers are started again with their files',
  { skip: noPrograms },
  async (context) => {
    const { session, stack } = await setUp(context);
    const { supervisor } = session;
    const ids = ['nginx', 'router', 'worker-1', 'worker-2'];
    const pids = () => ids.map((id) => pidOf(supervisor.state, id));
    const changed = (before: readonly unknown[]) =>
      ids.filter((_, at) => pids()[at] !== before[at]);

    const first = pids();
    assert.deepEqual(await session.filesChanged([join(stack.root, 'worker.ini')]), {
      kind: 'reloaded',
      titles: ['worker 1', 'worker 2'],
    });
    assert.deepEqual(changed(first), ['worker-1', 'worker-2']);
    const second = pids();
    assert.deepEqual(await session.filesChanged([join(stack.root, 'router.ini')]), {
      kind: 'reloaded',
      titles: ['router'],
    });
    assert.deepEqual(changed(second), ['router']);
    assert.equal((await fetch(stack.page.url)).status, 200);
    assert.deepEqual(await session.filesChanged([join(stack.root, 'other.ini')]), {
      kind: 'untouched',
    });
  },
);

test(
  'a worker that can not be heard is in trouble, and recovers',
  { skip: noPrograms },
  async (context) => {
    const { session, stack } = await setUp(context);
    const phase = (wanted: StackState['phase']) =>
      new Promise<StackState>((done) => {
        const off = session.supervisor.onState((state) => {
          if (state.phase !== wanted) return;
          off();
          done(state);
        });
      });
    const socket = join(stack.runDirectory, 'worker-1.stats');
    assert.ok(existsSync(socket));
    const hurt = phase('degraded');
    renameSync(socket, `${socket}.away`);
    const status = (await hurt).steps.find(({ step }) => step.id === 'worker-1')?.status;
    assert.ok(status?.kind === 'ready');
    assert.match(
      status.trouble?.message ?? '',
      /^worker 1: the worker's stats at .* does not exist/,
    );
    const well = phase('ready');
    renameSync(`${socket}.away`, socket);
    await well;
  },
);
