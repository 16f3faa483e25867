import assert from 'node:assert/strict';
import { extensions, workspace } from 'vscode';

suite('Restricted Mode', () => {
  test('the folder is not trusted, and the extension activates all the same', async () => {
    assert.equal(workspace.isTrusted, false);
    const extension = extensions.getExtension('uwsgi-stack.uwsgi-stack');
    assert.ok(extension);
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
