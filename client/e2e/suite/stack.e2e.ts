import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { commands, window } from 'vscode';
import type { UwsgiStackApi } from '../../src/api.ts';
import { identityOf, isSameProcess } from '../../src/stack/process-identity.ts';
import type { ActionResult } from '../../src/views/stack-controller.ts';
import { descendantsOf } from '../host/processes.mjs';
import { askForPage, nothing, portsAreFree, tracesOf, type Traces } from '../traces.ts';
import {
  exampleFolder,
  lensesOf,
  listenToErrors,
  rewrite,
  withRewritten,
  type Told,
} from './example.ts';
import { activeExtension, when } from './extension.ts';

const traces = (): Traces => tracesOf(exampleFolder().fsPath, process.pid);

/** What each button runs. */
async function execute(command: string, ...args: readonly unknown[]): Promise<ActionResult> {
  const result = await commands.executeCommand<ActionResult | undefined>(
    `uwsgiStack.${command}`,
    ...args,
  );
  assert.ok(result, `${command} has found nothing to do`);
  return result;
}

suite('a stack on real programs', () => {
  let api: UwsgiStackApi;
  let told: Told;

  suiteSetup(async () => {
    api = await activeExtension();
    await portsAreFree();
    assert.deepEqual(traces(), nothing);
    told = listenToErrors();
  });

  suiteTeardown(async () => {
    told.restore();
    await commands.executeCommand('uwsgiStack.stopStack');
  });

  const masterOf = (step: string): number => {
    const status = api.state().steps.find((each) => each.step.id === step)?.status;
    assert.equal(status?.kind, 'ready', step);
    return status.pid;
  };
  const workers = () =>
    api.state().steps.flatMap(({ step }) => (step.instance === undefined ? [] : [step.id]));

  test('one command brings it up, up to a page through nginx', async () => {
    const phases: string[] = [];
    const seen = api.onDidChange(() => {
      const { phase } = api.state();
      if (phases.at(-1) !== phase) phases.push(phase);
    });
    const result = await execute('startStack');
    seen.dispose();
    assert.deepEqual(result, {
      state: 'ready',
      url: 'http://app.localhost:8080/',
      problem: undefined,
    });
    assert.deepEqual(phases, ['starting', 'ready']);
    const { status, body } = await askForPage();
    assert.equal(status, 200);
    assert.match(body, /^Hello from worker \d+\n$/);
    assert.deepEqual(workers(), ['worker-1', 'worker-2']);
  });

  test('each process has a terminal of its own', () => {
    assert.deepEqual(stackTerminals(), ['nginx', 'router', 'worker 1', 'worker 2']);
  });

  test('the page is answered by the workers in turn', async () => {
    assert.deepEqual(await answering(2), ['worker-1', 'worker-2']);
  });

  test('a second start leaves the running stack alone', async () => {
    const before = api.state().steps.map(({ step }) => masterOf(step.id));
    assert.equal((await execute('startStack')).state, 'ready');
    assert.deepEqual(
      api.state().steps.map(({ step }) => masterOf(step.id)),
      before,
    );
  });

  test('a worker that is added answers, too', async () => {
    assert.equal((await execute('addWorker')).state, 'ready');
    assert.deepEqual(await answering(3), ['worker-1', 'worker-2', 'worker-3']);
    assert.deepEqual(stackTerminals(), ['nginx', 'router', 'worker 1', 'worker 2', 'worker 3']);
  });

  test('a worker that is removed answers no more, and the others are not touched', async () => {
    const gone = familyOf(masterOf('worker-3'));
    const staying = [masterOf('worker-1'), masterOf('worker-2')];
    assert.equal((await execute('removeWorker')).state, 'ready');
    assert.deepEqual(workers(), ['worker-1', 'worker-2']);
    assert.deepEqual(gone.filter(isSameProcess), []);
    assert.deepEqual([masterOf('worker-1'), masterOf('worker-2')], staying);
    assert.deepEqual(await answering(2), ['worker-1', 'worker-2']);
  });

  test('a worker that is restarted is a new process', async () => {
    const before = masterOf('worker-1');
    const other = masterOf('worker-2');
    const stack = (await api.stacks())[0]?.id;
    assert.equal((await execute('restartWorker', stack, 'worker-1')).state, 'ready');
    assert.notEqual(masterOf('worker-1'), before);
    assert.equal(masterOf('worker-2'), other);
    assert.deepEqual(await answering(2), ['worker-1', 'worker-2']);
  });

  test('a stop leaves no process, no port and no folder behind', async () => {
    const { plan, steps } = api.state();
    assert.ok(plan);
    assert.ok(existsSync(plan.runDirectory));
    const up = traces();
    assert.equal(up.guards.length, 1);
    assert.deepEqual(up.ports, ['tcp 3030', 'tcp 8080', 'udp 3131']);
    const family = [
      ...steps.flatMap(({ step }) => familyOf(masterOf(step.id))),
      ...up.guards.flatMap(({ pid }) => familyOf(pid)),
    ];
    // A master and at least one child each: otherwise we would look for less than there is.
    assert.ok(family.length >= 2 * steps.length + 1);
    assert.deepEqual(
      up.programs.filter(({ pid }) => !family.some((each) => each.pid === pid)),
      [],
    );

    assert.equal((await execute('stopStack')).state, 'idle');
    assert.deepEqual(family.filter(isSameProcess), []);
    assert.deepEqual(traces(), nothing);
    assert.equal(existsSync(plan.runDirectory), false);
  });

  test('none of it was worth an error message', () => {
    assert.deepEqual(told.messages, []);
  });

  /** Asks until `count` workers have answered, and says which: an answer names the process that gave it. */
  async function answering(count: number): Promise<readonly string[]> {
    const masters = new Map(workers().map((id) => [id, masterOf(id)]));
    const pids = new Set<number>();
    for (let asked = 0; asked < 30 && pids.size < count; asked += 1) {
      const { status, body } = await askForPage();
      assert.equal(status, 200);
      pids.add(Number(/^Hello from worker (\d+)\n$/.exec(body)?.[1]));
    }
    assert.equal(pids.size, count, `${pids.size} different workers have answered 30 requests`);
    return [...masters]
      .filter(([, master]) => familyOf(master).some(({ pid }) => pids.has(pid)))
      .map(([id]) => id);
  }
});

suite('a start that cannot succeed', () => {
  let api: UwsgiStackApi;
  let told: Told;

  suiteSetup(async () => {
    api = await activeExtension();
  });
  setup(() => {
    assert.deepEqual(traces(), nothing);
    told = listenToErrors();
  });
  teardown(async () => {
    told.restore();
    await commands.executeCommand('uwsgiStack.stopStack');
  });

  /** The result and the message say the same, once. */
  const assertTold = ({ problem }: ActionResult, message: RegExp): void => {
    assert.ok(problem);
    assert.match(problem.message, message);
    assert.ok(problem.remedy, 'nothing is said about what to do');
    assert.deepEqual(told.messages, [`${problem.message} ${problem.remedy}`]);
  };
  const assertNothingUp = (): void => {
    assert.deepEqual(traces(), nothing);
    assert.equal(api.state().run, 'none');
    const { plan } = api.state();
    assert.equal(plan !== undefined && existsSync(plan.runDirectory), false);
  };

  test('names the port that is taken, and who has it', async () => {
    const holder = await listenOn(8080);
    try {
      // The button above the file.
      const command = (await lensesOf('nginx.conf'))[0]?.command;
      assert.ok(command);
      const result = await commands.executeCommand<ActionResult>(
        command.command,
        ...((command.arguments ?? []) as unknown[]),
      );
      assert.equal(result.state, 'failed');
      assertTold(
        result,
        new RegExp(
          `^Port 8080 on 127\\.0\\.0\\.1 \\(listen, nginx\\.conf:\\d+\\) is taken by .+ \\(pid ${process.pid}\\)\\.$`,
        ),
      );
    } finally {
      await close(holder);
    }
    assertNothingUp();
  });

  test('is stopped by an error in the files, in the words of the editor', async () => {
    await withRewritten(
      'nginx.conf',
      'uwsgi_pass 127.0.0.1:3030',
      'uwsgi_pass 127.0.0.1:3999',
      async () => {
        const result = await execute('startStack');
        assertTold(result, /^nginx\.conf:\d+: Nothing listens at 127\.0\.0\.1:3999/);
        assert.notEqual(result.state, 'ready');
        assertNothingUp();
      },
    );
  });

  test('names the plugin that uWSGI does not have', async () => {
    await withRewritten('worker.ini', 'plugins = python3', 'plugins = nosuch', async () => {
      const result = await execute('startStack');
      assert.equal(result.state, 'failed');
      assertTold(result, /plugin.*nosuch|nosuch.*plugin/);
      assertNothingUp();
    });
  });

  test('shows what the process that failed has written', async () => {
    const shown = () => window.activeTerminal?.name;
    await withRewritten('app.py', 'import os', 'import os, no_such_module', async () => {
      // Nobody has saved it: what is on the screen is what is started.
      const result = await execute('startStack');
      assert.equal(result.state, 'failed');
      assert.match(result.problem?.step ?? '', /^worker-/);
      await when('its terminal', window.onDidChangeActiveTerminal, () =>
        shown()?.startsWith('worker') === true ? true : undefined,
      );
      // What the programs have complained about stands in the list of problems up to the next start.
      await rewrite('app.py', 'import os, no_such_module', 'import os');
      assert.equal((await execute('startStack')).state, 'ready');
    });
    await when('the terminal of the start', window.onDidChangeActiveTerminal, () =>
      shown() === 'router' ? true : undefined,
    );
    await execute('stopStack');
    assert.equal(shown(), 'router');
  });

  test('succeeds once the reason is mended', async () => {
    assert.equal((await execute('startStack')).state, 'ready');
    assert.equal((await askForPage()).status, 200);
    assert.equal((await execute('stopStack')).state, 'idle');
    assertNothingUp();
  });
});

/** The terminals of the stack that is open last; others may stand beside them. */
function stackTerminals(): readonly string[] {
  return window.terminals
    .map(({ name }) => name)
    .filter((name) => /^(nginx|router|worker)/.test(name))
    .sort();
}

function familyOf(pid: number) {
  return [pid, ...descendantsOf(pid).map((each) => each.pid)]
    .map(identityOf)
    .filter((identity) => identity !== undefined);
}

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
