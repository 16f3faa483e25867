import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { commands, DiagnosticSeverity, workspace } from 'vscode';
import type { UwsgiStackApi } from '../../src/api.ts';
import { findProgram } from '../../src/stack/programs.ts';
import { tracesOf } from '../traces.ts';
import { exampleFolder, lensesOf, noFindings, onlyFinding, openFile, rewrite } from './example.ts';
import { activeExtension } from './extension.ts';

/** Everything that a person can click to have a program run. */
const launching = [
  ...['startStack', 'restartStack', 'stopStack', 'addWorker', 'removeWorker'],
  ...['restartWorker', 'restartProcess', 'openInBrowser', 'showTerminal', 'testNginx'],
];

suite('Restricted Mode', () => {
  let api: UwsgiStackApi;

  test('the folder is not trusted, and the extension activates all the same', async () => {
    assert.equal(workspace.isTrusted, false);
    api = await activeExtension();
    assert.equal((await api.stacks()).length, 1);
  });

  test('mistakes are found all the same', async () => {
    const document = await openFile('nginx.conf');
    await rewrite('nginx.conf', 'uwsgi_pass 127.0.0.1:3030', 'uwsgi_pass 127.0.0.1:3999');
    const { file, diagnostic } = await onlyFinding();
    assert.equal(file, 'nginx.conf');
    assert.equal(diagnostic.severity, DiagnosticSeverity.Error);
    assert.match(diagnostic.message, /^Nothing listens at 127\.0\.0\.1:3999/);
    assert.ok(document.isDirty);
    await rewrite('nginx.conf', 'uwsgi_pass 127.0.0.1:3999', 'uwsgi_pass 127.0.0.1:3030');
    await noFindings();
  });

  test("the folder's settings name no program", () => {
    const settings = workspace.getConfiguration('uwsgiStack');
    // The runner has written other paths into the folder's settings.json.
    assert.ok(existsSync(`${exampleFolder().fsPath}/.vscode/settings.json`));
    assert.equal(settings.get('nginx.path'), 'nginx');
    assert.equal(settings.get('uwsgi.path'), 'uwsgi');
  });

  test('nothing that a person can click runs a program', async () => {
    // The runner has put an nginx and a uwsgi first on PATH that leave a mark when they are run.
    const mark = process.env.UWSGI_STACK_MARK;
    const programs = process.env.UWSGI_STACK_FAKES;
    assert.ok(mark !== undefined && programs !== undefined);
    for (const name of ['nginx', 'uwsgi']) {
      const program = findProgram(name);
      assert.equal(program, `${programs}/${name}`);
      assert.equal(existsSync(mark), false, 'something has been run before any click');
      execFileSync(program, ['-V']);
      assert.ok(existsSync(mark));
      rmSync(mark);
    }

    const [stack] = await api.stacks();
    assert.ok(stack);
    for (const command of launching) {
      const ways: readonly (readonly string[])[] = [[], [stack.id], [stack.id, 'worker-1']];
      for (const args of ways) {
        const result: unknown = await commands.executeCommand(`uwsgiStack.${command}`, ...args);
        assert.equal(result, undefined, command);
      }
    }
    for (const { command } of await lensesOf('nginx.conf')) {
      assert.ok(command);
      await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    }

    assert.equal(existsSync(mark), false);
    const { programs: running, guards } = tracesOf(exampleFolder().fsPath, process.pid);
    assert.deepEqual({ running, guards }, { running: [], guards: [] });
    assert.equal(api.state().run, 'none');
    assert.equal(api.state().phase, 'idle');
  });
});
