import assert from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import { exampleFolder, noFindings } from './example.ts';
import type { UwsgiStackApi } from '../../src/api.ts';
import { activeExtension, when } from './extension.ts';

/** Files that come and go reach the server a moment later; it tells when the stacks have changed. */
async function stackCount(api: UwsgiStackApi, count: number): Promise<void> {
  let known = (await api.stacks()).length;
  const changes = api.onDidChange(() => {
    void api.stacks().then(({ length }) => (known = length));
  });
  try {
    await when(`${count} stacks`, api.onDidChange, () => (known === count ? true : undefined));
  } finally {
    changes.dispose();
  }
}

suite('New Stack', () => {
  test('writes a second stack beside the one that is there, free of findings', async () => {
    const api = await activeExtension();
    const folder = Uri.joinPath(exampleFolder(), 'shop.localhost');
    try {
      const answers = { domain: 'shop.localhost', framework: 'plain', workers: 3 };
      const made = await commands.executeCommand<Uri | undefined>('uwsgiStack.newStack', answers);
      assert.equal(made?.fsPath, folder.fsPath);
      assert.equal(
        window.activeTextEditor?.document.uri.fsPath,
        Uri.joinPath(folder, 'app.py').fsPath,
      );
      await stackCount(api, 2);
      await noFindings();
    } finally {
      await commands.executeCommand('workbench.action.closeAllEditors');
      await workspace.fs.delete(folder, { recursive: true });
      await stackCount(api, 1);
    }
  });
});
