import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { commands, EventEmitter, tasks, window, type Task } from 'vscode';
import type { UwsgiStackApi } from '../../src/api.ts';
import type { ActionResult } from '../../src/views/stack-controller.ts';
import { askForPage, nothing, poll, tracesOf } from '../traces.ts';
import { exampleFolder } from './example.ts';
import { activeExtension, when } from './extension.ts';

suite('tasks, a taken port, and a debugger', () => {
  let api: UwsgiStackApi;

  suiteSetup(async () => {
    api = await activeExtension();
  });
  teardown(async () => {
    await commands.executeCommand('uwsgiStack.stopStack');
    assert.deepEqual(tracesOf(exampleFolder().fsPath, process.pid), nothing);
  });

  const taskNamed = async (name: string): Promise<Task> => {
    const found = (await tasks.fetchTasks({ type: 'uwsgiStack' })).find(
      (task) => task.name === name,
    );
    assert.ok(found, `there is no task ${name}`);
    return found;
  };
  const phase = (wanted: string) =>
    when(`it is ${wanted}`, api.onDidChange, () =>
      api.state().phase === wanted ? true : undefined,
    );

  test('the task up runs as long as the stack does', async () => {
    const up = await taskNamed('up');
    assert.equal(up.isBackground, true);
    const execution = await tasks.executeTask(up);
    await phase('ready');
    assert.match((await askForPage()).body, /^Hello from worker/);
    // Whoever ends the task stops the stack.
    execution.terminate();
    await phase('idle');
  });

  test('the task down ends it, and with it the task up', async () => {
    const ended: string[] = [];
    const changed = new EventEmitter<undefined>();
    const listener = tasks.onDidEndTask(({ execution }) => {
      ended.push(execution.task.name);
      changed.fire(undefined);
    });
    await tasks.executeTask(await taskNamed('up'));
    await phase('ready');
    await tasks.executeTask(await taskNamed('down'));
    await when('both have ended', changed.event, () =>
      ended.includes('up') && ended.includes('down') ? true : undefined,
    );
    listener.dispose();
    assert.equal(api.state().phase, 'idle');
  });

  test('the button of a taken port takes another one, for this time', async () => {
    const holder = createServer().listen(8080, '127.0.0.1');
    await once(holder, 'listening');
    const original: unknown = Reflect.get(window, 'showErrorMessage');
    let button: string | undefined;
    Reflect.set(window, 'showErrorMessage', (_text: string, ...buttons: string[]) => {
      button = buttons.find((each) => each.startsWith('Use Port'));
      return Promise.resolve(button);
    });
    try {
      const refused = await commands.executeCommand<ActionResult>('uwsgiStack.startStack');
      assert.equal(refused.state, 'failed');
      assert.equal(button, 'Use Port 8081 This Time');
      await phase('ready');
      assert.equal(api.state().plan?.pages[0]?.url, 'http://app.localhost:8081/');
    } finally {
      Reflect.set(window, 'showErrorMessage', original);
      holder.close();
      await once(holder, 'close');
    }
  });

  test('the log file of a process is opened', async () => {
    await commands.executeCommand('uwsgiStack.startStack');
    const stack = (await api.stacks())[0]?.id;
    await commands.executeCommand('uwsgiStack.openLogFile', stack, 'worker-1');
    const document = window.activeTextEditor?.document;
    assert.match(document?.uri.path ?? '', /\/worker-1\.log$/);
    const before = document?.getText() ?? '';
    assert.match(before, /spawned uWSGI worker 1/);
    await commands.executeCommand('workbench.action.closeActiveEditor');

    await commands.executeCommand('uwsgiStack.restartWorker', stack, 'worker-1');
    const file = document?.uri.fsPath ?? '';
    const grown = await poll('the worker tells of itself again', () => {
      const text = readFileSync(file, 'utf8');
      return text.slice(before.length).includes('spawned uWSGI worker 1') ? text : undefined;
    });
    assert.ok(grown.startsWith(before), 'what stood there before is gone');
    const [, since] = grown.slice(before.length).split(/^\S+ starting worker 1$/m);
    assert.match(since ?? 'no line marks the restart', /spawned uWSGI worker 1/);
  });

  test('without the Python debugger its absence is told', async () => {
    const original: unknown = Reflect.get(window, 'showWarningMessage');
    const texts: string[] = [];
    Reflect.set(window, 'showWarningMessage', (text: string) => {
      texts.push(text);
      return Promise.resolve(undefined);
    });
    try {
      await commands.executeCommand('uwsgiStack.startStack');
      const stack = (await api.stacks())[0]?.id;
      await commands.executeCommand('uwsgiStack.debugWorker', stack, 'worker-1');
      assert.match(texts[0] ?? '', /Python Debugger \(ms-python\.debugpy\) is needed/);
      assert.equal(api.state().phase, 'ready');
    } finally {
      Reflect.set(window, 'showWarningMessage', original);
    }
  });
});
