import assert from 'node:assert/strict';
import {
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  commands,
  type Location,
  type LocationLink,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode';
import { lensesOf, noFindings, openFile, placeOf } from './example.ts';

suite('along the wires', () => {
  test('an address leads to the socket that listens there', async () => {
    const { uri } = await openFile('nginx.conf');
    await noFindings();
    const { end } = await placeOf('nginx.conf', 'uwsgi_pass 127.0.0.1:3030');
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      uri,
      end.translate(0, -2),
    );
    const [first] = found;
    assert.ok(first);
    const target = 'targetUri' in first ? first.targetUri : first.uri;
    assert.match(target.path, /\/router\.ini$/);
  });

  test('a port that is renamed at one end is renamed at the other', async () => {
    const { uri } = await openFile('router.ini');
    const { end } = await placeOf('router.ini', 'fastrouter-subscription-server = 127.0.0.1:3131');
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      end.translate(0, -1),
      '3199',
    );
    const changes = edit.entries().map(([file, edits]): [string, string[]] => {
      const texts = (edits as readonly TextEdit[]).map(({ newText }) => newText);
      return [file.path.replace(/^.*\//, ''), texts];
    });
    assert.deepEqual(changes.sort(), [
      ['router.ini', ['3199']],
      ['worker.ini', ['3199']],
    ]);
  });

  test('each end says what is at the other one', async () => {
    const titles = async (name: string) =>
      (await lensesOf(name)).flatMap(({ command }) =>
        command?.command === 'uwsgiStack.showPlaces' ? [command.title] : [],
      );
    assert.deepEqual(await titles('nginx.conf'), ['→ router.ini → worker.ini']);
    assert.deepEqual(await titles('router.ini'), [
      'reached from nginx.conf:22',
      '1 worker subscribes here',
    ]);
    assert.deepEqual(await titles('worker.ini'), ['→ router.ini, asked for by nginx.conf:16']);
  });

  test('a click on it shows the places', async () => {
    const lens = (await lensesOf('router.ini')).find(
      ({ command }) => command?.command === 'uwsgiStack.showPlaces',
    );
    assert.ok(lens?.command);
    await openFile('router.ini');
    await commands.executeCommand(
      lens.command.command,
      ...((lens.command.arguments ?? []) as unknown[]),
    );
    await commands.executeCommand('closeReferenceSearch');
  });

  test('a request is followed from the name down to the app', async () => {
    const { uri } = await openFile('nginx.conf');
    const { end } = await placeOf('nginx.conf', 'server_name app');
    let [item] = await commands.executeCommand<CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      uri,
      end,
    );
    const way: string[] = [];
    while (item !== undefined) {
      way.push(item.name);
      const calls: CallHierarchyOutgoingCall[] = await commands.executeCommand(
        'vscode.provideOutgoingCalls',
        item,
      );
      item = calls[0]?.to;
    }
    assert.deepEqual(way, ['app.localhost', 'location /', 'router.ini', 'worker.ini', 'app.py']);
  });

  test('addresses, domains and apps are found by their names', async () => {
    const found = async (query: string) =>
      (
        await commands.executeCommand<SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          query,
        )
      ).map(({ name, containerName }) => `${name} ${containerName}`);
    assert.ok(
      (await found('3131')).includes('127.0.0.1:3131 fastrouter-subscription-server (router.ini)'),
    );
    assert.ok((await found('app.localhost')).includes('app.localhost subscribe2 (worker.ini)'));
    assert.ok((await found('app.py')).includes('app.py app (worker.ini)'));
  });
});
