import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

const id = 'uwsgi-stack.uwsgi-stack';

suite('activation', () => {
  test('the extension activates in a folder that holds a stack', async () => {
    const extension = extensions.getExtension(id);
    assert.ok(extension, `${id} is not installed`);
    await extension.activate();
    assert.ok(extension.isActive);
  });

  test('every command that the manifest names is there', async () => {
    const extension = extensions.getExtension(id);
    assert.ok(extension);
    await extension.activate();
    const manifest = extension.packageJSON as Manifest;
    const declared = manifest.contributes.commands.map(({ command }) => command);
    const present = new Set(await commands.getCommands(true));
    assert.deepEqual(
      declared.filter((command) => !present.has(command)),
      [],
    );
    const { viewsWelcome, walkthroughs } = manifest.contributes;
    const linked = [
      ...JSON.stringify([viewsWelcome, walkthroughs]).matchAll(/(?:command:|onCommand:)([\w.]+)/g),
    ].map(([, command = '']) => command);
    assert.ok(linked.length > 5);
    assert.deepEqual(
      linked.filter((command) => !present.has(command)),
      [],
      'a welcome view or the walkthrough leads to a command that is not there',
    );
  });
});

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly viewsWelcome: unknown;
    readonly walkthroughs: unknown;
  };
}
