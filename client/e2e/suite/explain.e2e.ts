import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import type { ExplainedRequest } from '../../../shared/messages.ts';
import { openFile } from './example.ts';
import { activeExtension } from './extension.ts';

suite('Explain a Request', () => {
  suiteSetup(async () => {
    await activeExtension();
  });

  test('says which server, location and worker a URL ends at', async () => {
    await window.showTextDocument(await openFile('nginx.conf'));
    const [first] =
      (await commands.executeCommand<readonly ExplainedRequest[] | undefined>(
        'uwsgiStack.explainRequest',
        'http://app.localhost:8080/hello',
      )) ?? [];
    assert.ok(first);
    assert.match(first.answer, /a worker that announces the key "app\.localhost"/);
    assert.ok(first.steps.some(({ text }) => text.startsWith('location / wins for /hello')));
    assert.equal(first.steps[0]?.place?.path, (await openFile('nginx.conf')).uri.fsPath);
    await commands.executeCommand('workbench.action.closeQuickOpen');
  });
});
