import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { processesOf, until } from '../../client/src/stack/testing/processes.ts';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import type { StackReport } from '../../client/src/stack/status.ts';
import { copyExample, type Example } from './testing/example.ts';
import { assertNothingLeft } from './testing/nothing-left.ts';
import { runCli, type CliEnd } from './testing/run-cli.ts';

async function cli(context: TestContext, example: Example, ...args: string[]): Promise<CliEnd> {
  return await runCli(context, args, { environment: example.environment }).ended;
}

async function reportOf(context: TestContext, example: Example): Promise<StackReport> {
  const { stdout } = await cli(context, example, 'status', example.app, '--json');
  return JSON.parse(stdout) as StackReport;
}

const workers = ({ steps }: StackReport) => steps.filter(({ template }) => template === 'worker');

describe('a stack in the background', { skip: noPrograms, concurrency: 2 }, () => {
  it('is told, changed and stopped by later commands', async (context) => {
    const example = await copyExample(context);
    const files = example.files();
    context.after(() => cli(context, example, 'down', example.app));
    const started = await cli(context, example, 'up', example.app, '--detach');
    assert.equal(started.code, 0, started.stderr);
    const url = `http://app.localhost:${example.ports.nginx}/`;
    assert.ok(started.stdout.includes(`uwsgi-stack Ready: ${url}\n`), started.stdout);

    const status = await cli(context, example, 'status', example.app);
    assert.equal(status.code, 0);
    assert.match(status.stdout, /^app: ready, http:/);
    assert.match(status.stdout, /^ {2}worker 2 {2}ready {2}127\.0\.0\.1:\d+ +pid \d+$/m);

    assert.equal((await cli(context, example, 'scale', example.app, '4')).code, 0);
    const before = await reportOf(context, example);
    assert.deepEqual([before.phase, before.url, workers(before).length], ['ready', url, 4]);
    assert.equal((await cli(context, example, 'restart', example.app)).code, 0);
    const after = await reportOf(context, example);
    const pids = workers(before).map(({ pid }) => pid);
    assert.ok(workers(after).every(({ pid }) => pid !== null && !pids.includes(pid)));

    // With none left it is still known what there can be more of.
    assert.equal((await cli(context, example, 'scale', example.app, '0')).code, 0);
    assert.deepEqual(workers(await reportOf(context, example)), []);
    assert.equal((await cli(context, example, 'scale', example.app, '1')).code, 0);
    assert.equal(workers(await reportOf(context, example)).length, 1);

    const logs = await cli(context, example, 'logs', example.app, '--step', 'router', '-n', '500');
    assert.match(logs.stdout, /^router +.*app\.localhost => new node: 127\.0\.0\.1:\d+$/m);
    assert.doesNotMatch(logs.stdout, /^(?!router|$)/m);

    const stopped = await cli(context, example, 'down', example.app);
    assert.deepEqual([stopped.code, stopped.stdout], [0, 'Stopped.\n']);
    await ended(example);
    await assertNothingLeft(example, files);
  });

  it('says what is wrong in the same words as in the foreground', async (context) => {
    const example = await copyExample(context, {
      'app.py': () => 'import nosuchmodule\napplication = 1\n',
    });
    const { code, stderr } = await cli(context, example, 'up', example.app, '-d');
    assert.equal(code, 1);
    assert.match(stderr, /nosuchmodule/);
  });

  it('is cleared after its supervisor was killed together with the guard', async (context) => {
    const example = await copyExample(context);
    const files = example.files();
    assert.equal((await cli(context, example, 'up', example.app, '-d')).code, 0);
    const { pid } = await reportOf(context, example);
    const run = await reportOf(context, example);
    const guard = guardOf(example);
    process.kill(guard, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    const status = await cli(context, example, 'status', example.app);
    assert.match(status.stderr, /Its supervisor was killed\.\n {2}`uwsgi-stack down` clears/);
    assert.equal(run.phase, 'ready');
    const down = await cli(context, example, 'down', example.app);
    assert.deepEqual([down.code, down.stdout], [0, 'Cleared what an earlier run has left.\n']);
    await ended(example);
    await assertNothingLeft(example, files);
  });

  it('follows the lines until it ends', async (context) => {
    const example = await copyExample(context);
    assert.equal((await cli(context, example, 'up', example.app, '-d')).code, 0);
    const logs = runCli(context, ['logs', example.app, '-f', '-n', '0', '--json'], {
      environment: example.environment,
    });
    const { code } = await cli(context, example, 'restart', example.app, '--step', 'worker-1');
    assert.equal(code, 0);
    await logs.line(/"event":"line".*"step":"worker-1".*starting worker 1/);
    assert.equal((await cli(context, example, 'down', example.app)).code, 0);
    assert.equal((await logs.ended).code, 0);
  });
});

describe('commands about a stack that does not run', () => {
  it('end with 3, and with 1 for what the stack has not', async (context) => {
    const example = await copyExample(context);
    for (const command of ['status', 'down', 'logs', 'restart']) {
      const { code, stderr } = await cli(context, example, command, example.app);
      assert.deepEqual([code, stderr], [3, `uwsgi-stack: No stack runs in ${example.app}.\n`]);
    }
  });

  it('say what is off about the command line', async (context) => {
    for (const [args, message] of [
      [['scale', '.'], /scale needs a number of workers/],
      [['scale', '101'], /numbers from 0 to 100/],
      [['logs', '-n', 'x'], /--lines takes a number/],
      [['down', 'a', 'b'], /one folder at a time/],
    ] as const) {
      const { code, stderr } = await runCli(context, args).ended;
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
  });
});

it(
  'a configuration that is broken is no reason to start without nginx',
  { skip: noPrograms },
  async (context) => {
    const example = await copyExample(context);
    const conf = join(example.app, 'nginx.conf');
    const port = String(example.ports.router);
    writeFileSync(conf, readFileSync(conf, 'utf8').replaceAll(port, `${port}x`));
    const { code, stderr } = await cli(context, example, 'up', example.app, '-d');
    assert.equal(code, 1);
    assert.match(stderr, /nginx\.conf:\d+: /);
  },
);

/** The one in the background has answered, and has only to leave. */
async function ended(example: Example): Promise<void> {
  await until('the supervisor has ended', () => processesOf(example.folder).length === 0);
}

function guardOf(example: Example): number {
  const base = join(example.environment.XDG_RUNTIME_DIR ?? '', 'uwsgi-stack');
  const [name] = readdirSync(base);
  const record = JSON.parse(readFileSync(join(base, name ?? '', 'run.json'), 'utf8')) as {
    readonly guard: { readonly pid: number };
  };
  return record.guard.pid;
}
