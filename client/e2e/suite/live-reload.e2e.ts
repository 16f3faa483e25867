import assert from 'node:assert/strict';
import { commands, EventEmitter, Uri, window, workspace } from 'vscode';
import type { UwsgiStackApi } from '../../src/api.ts';
import type { ActionResult } from '../../src/views/stack-controller.ts';
import { askForPage, nothing, tracesOf } from '../traces.ts';
import { exampleFolder, openFile, withRewritten } from './example.ts';
import { activeExtension, when } from './extension.ts';

suite('a running stack follows its files', () => {
  let api: UwsgiStackApi;
  const warnings: string[] = [];
  const warned = new EventEmitter<undefined>();
  const original: unknown = Reflect.get(window, 'showWarningMessage');

  suiteSetup(async () => {
    api = await activeExtension();
    Reflect.set(window, 'showWarningMessage', (message: string) => {
      warnings.push(message);
      warned.fire(undefined);
      return Promise.resolve(undefined);
    });
    const result = await commands.executeCommand<ActionResult>('uwsgiStack.startStack');
    assert.equal(result.state, 'ready', result.problem?.message);
  });

  suiteTeardown(async () => {
    Reflect.set(window, 'showWarningMessage', original);
    await commands.executeCommand('uwsgiStack.stopStack');
    assert.deepEqual(tracesOf(exampleFolder().fsPath, process.pid), nothing);
  });

  const pids = () =>
    Object.fromEntries(
      api
        .state()
        .steps.map(({ step, status }) => [
          step.id,
          status.kind === 'ready' ? status.pid : undefined,
        ]),
    );
  const stackId = async () => (await api.stacks())[0]?.id ?? '';
  const save = async (name: string) => {
    assert.ok(await (await openFile(name)).save());
  };

  test('nginx has a saved change at once, and no process is a new one', async () => {
    const before = pids();
    const id = await stackId();
    const told = () =>
      api.lines(id, 'nginx').filter(({ text }) => text.includes('gracefully shutting down'));
    const seen = told().length;
    await withRewritten(
      'nginx.conf',
      'location / {',
      'location = /new { return 204; }\nlocation / {',
      async () => {
        await save('nginx.conf');
        await when('nginx has reloaded', api.onDidChange, () =>
          told().length > seen ? true : undefined,
        );
        assert.equal((await askForPage('/new')).status, 204);
        assert.deepEqual(pids(), before);
      },
    );
    await when('nginx has reloaded again', api.onDidChange, () =>
      told().length > seen + 1 ? true : undefined,
    );
    assert.equal((await askForPage('/new')).status, 404);
  });

  test('a broken file leaves all as it is, and that is said once', async () => {
    const before = pids();
    await withRewritten('nginx.conf', 'location / {', 'locatoin / {', async () => {
      await save('nginx.conf');
      const told = await when('a warning', warned.event, () => warnings[0]);
      assert.match(told, /^.+ runs on with its old configuration\. .*locatoin/);
      assert.equal((await askForPage()).status, 200);
      assert.deepEqual(pids(), before);
      assert.equal(api.state().phase, 'ready');
    });
  });

  test('a change of the app’s code restarts the workers, one by one', async () => {
    const before = pids();
    const { uri } = await openFile('app.py');
    const text = Buffer.from(await workspace.fs.readFile(uri)).toString();
    await workspace.fs.writeFile(uri, Buffer.from(text.replace('Hello from', 'Hi from')));
    try {
      await when('new workers', api.onDidChange, () => {
        const now = pids();
        const fresh = (worker: string) =>
          now[worker] !== undefined && now[worker] !== before[worker];
        return fresh('worker-1') && fresh('worker-2') ? true : undefined;
      });
      assert.match((await askForPage()).body, /^Hi from worker \d+\n$/);
      assert.deepEqual([pids().router, pids().nginx], [before.router, before.nginx]);
    } finally {
      await workspace.fs.writeFile(uri, Buffer.from(text));
    }
    const between = pids();
    await when('the old workers’ code', api.onDidChange, () => {
      const now = pids();
      const fresh = (worker: string) =>
        now[worker] !== undefined && now[worker] !== between[worker];
      return fresh('worker-1') && fresh('worker-2') ? true : undefined;
    });
  });

  test('the number of workers is remembered for the next start', async () => {
    const settings = () =>
      workspace
        .getConfiguration('uwsgiStack', exampleFolder())
        .get<Record<string, number>>('stack.workerCounts');
    const id = await stackId();
    const scaled = await commands.executeCommand<ActionResult>('uwsgiStack.scaleWorkers', id, 3);
    assert.equal(scaled.state, 'ready');
    assert.deepEqual(settings(), { 'worker.ini': 3 });
    await commands.executeCommand('uwsgiStack.stopStack');
    await commands.executeCommand('uwsgiStack.startStack');
    assert.equal(Object.keys(pids()).filter((step) => step.startsWith('worker')).length, 3);
    await commands.executeCommand('uwsgiStack.removeWorker', id);
    assert.deepEqual(settings(), {});
    await workspace.fs.delete(Uri.joinPath(exampleFolder(), '.vscode'), { recursive: true });
  });
});
