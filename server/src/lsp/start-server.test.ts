import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import type { CodeAction, CodeLens, ProtocolConnection } from 'vscode-languageserver/node';
import { methods, type PlanResult, type StackOutline } from '../../../shared/messages.ts';
import { article, planParams } from '../language/testing/workspace.ts';
import { closeEditors, openEditor } from './testing/open-editor.ts';

/** The article's files with the one that its nginx.conf includes. */
const files = {
  ...article,
  '/w/uwsgi_params': readFileSync(
    new URL('../../../examples/fastrouter/uwsgi_params', import.meta.url),
    'utf8',
  ),
};
const wrong = article['/w/nginx.conf'].replace('127.0.0.1:3030', '127.0.0.1:3031');
const document = { uri: 'file:///w/nginx.conf' };

const openDocument = (editor: ProtocolConnection, text: string) =>
  editor.sendNotification('textDocument/didOpen', {
    textDocument: { ...document, languageId: 'nginx', version: 1, text },
  });

describe('the language server', { timeout: 20_000 }, () => {
  afterEach(closeEditors);

  it('reports a broken wire in a file that is not open, with the other end', async () => {
    const { when } = await openEditor({ ...files, '/w/nginx.conf': wrong });
    const [found] = await when('/w/nginx.conf', ({ length }) => length > 0);
    assert.equal(found?.code, 'stack/no-dangling-pass');
    assert.deepEqual(found.range, {
      start: { line: 8, character: 23 },
      end: { line: 8, character: 37 },
    });
    assert.equal(found.relatedInformation?.[0]?.location.uri, 'file:///w/router.ini');
    assert.match(found.codeDescription?.href ?? '', /^https:/);
  });

  it('follows unsaved edits, and the disk again after the document is closed', async () => {
    const { editor, when } = await openEditor(files);
    await openDocument(editor, wrong);
    await when('/w/nginx.conf', ({ length }) => length === 1);
    await editor.sendNotification('textDocument/didChange', {
      textDocument: { ...document, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 8, character: 36 }, end: { line: 8, character: 37 } },
          text: '0',
        },
      ],
    });
    await when('/w/nginx.conf', ({ length }) => length === 0);
    await editor.sendNotification('textDocument/didChange', {
      textDocument: { ...document, version: 3 },
      contentChanges: [{ text: wrong }],
    });
    await when('/w/nginx.conf', ({ length }) => length === 1);
    await editor.sendNotification('textDocument/didClose', { textDocument: document });
    await when('/w/nginx.conf', ({ length }) => length === 0);
  });

  it('sees files change, come and go on disk', async () => {
    const { editor, disk, when } = await openEditor(files);
    const changed = (path: string) =>
      editor.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: `file://${path}`, type: 2 }],
      });
    disk.set('/w/nginx.conf', wrong);
    await changed('/w/nginx.conf');
    await when('/w/nginx.conf', ({ length }) => length === 1);
    disk.delete('/w/router.ini');
    await changed('/w/router.ini');
    // The worker is still there to compare with, but no address that could be meant.
    await when('/w/nginx.conf', ([found]) => found?.severity === 2);
    disk.delete('/w/worker.ini');
    await changed('/w/worker.ini');
    await when('/w/nginx.conf', ({ length }) => length === 0);
  });

  it('forgets the files of a folder that goes, and reads those of one that comes', async () => {
    const { editor, disk, when } = await openEditor({
      ...files,
      '/w/sites/nginx.conf': wrong,
    });
    const changed = (path: string, type: number) =>
      editor.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: `file://${path}`, type }],
      });
    await when('/w/sites/nginx.conf', ({ length }) => length === 1);
    disk.delete('/w/sites/nginx.conf');
    await changed('/w/sites', 3);
    await when('/w/sites/nginx.conf', ({ length }) => length === 0);
    disk.set('/w/pages/nginx.conf', wrong);
    await changed('/w/pages', 1);
    await when('/w/pages/nginx.conf', ({ length }) => length === 1);
  });

  it('offers the mend of a finding under the cursor', async () => {
    const { editor, when } = await openEditor(files);
    await openDocument(editor, wrong);
    const [found] = await when('/w/nginx.conf', ({ length }) => length === 1);
    assert.ok(found);
    const ask = (line: number) =>
      editor.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: document,
        range: { start: { line, character: 30 }, end: { line, character: 30 } },
        context: { diagnostics: [] },
      });
    const [first, second] = await ask(8);
    assert.equal(first?.title, 'Pass to 127.0.0.1:3030 (router.ini)');
    assert.equal(first.isPreferred, true);
    assert.deepEqual(first.edit?.changes, {
      'file:///w/nginx.conf': [{ range: found.range, newText: '127.0.0.1:3030' }],
    });
    assert.deepEqual(Object.keys(second?.edit?.changes ?? {}), ['file:///w/router.ini']);
    assert.deepEqual(await ask(3), []);
  });

  it('puts the start of the stack above each of its files', async () => {
    const { editor } = await openEditor(files);
    const [outline] = await editor.sendRequest<StackOutline[]>(methods.stacks, {});
    for (const path of Object.keys(article)) {
      const lenses = await editor.sendRequest<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri: `file://${path}` },
      });
      // To an editor without our command, a lens at the end of a wire only says something.
      const commands = lenses.map(({ command }) => [command?.command, command?.arguments]);
      assert.deepEqual(
        commands.filter(([command]) => command !== ''),
        [['uwsgiStack.startStack', [outline?.id]]],
      );
      assert.ok(commands.length > 1);
    }
  });

  it('plans from the unsaved text', async () => {
    const { editor } = await openEditor(files);
    const plan = () => editor.sendRequest<PlanResult>(methods.plan, planParams);
    assert.equal((await plan()).kind, 'plan');
    await openDocument(editor, wrong);
    assert.equal((await plan()).kind, 'problems');
  });

  it('asks the disk what the files name, and again when something changes there', async () => {
    const { editor, disk, when } = await openEditor(files);
    const missing = (found: readonly { code?: unknown }[]) =>
      found.some(({ code }) => code === 'uwsgi/no-missing-app');
    await when('/w/worker.ini', missing);
    disk.set('/w/app.py', 'application = print\n');
    await editor.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/app.py', type: 1 }],
    });
    await when('/w/worker.ini', (found) => !missing(found));
    // A save tells that a person has looked up from the text; the file system may have had no event.
    disk.delete('/w/app.py');
    await openDocument(editor, article['/w/nginx.conf']);
    await editor.sendNotification('textDocument/didSave', { textDocument: document });
    await when('/w/worker.ini', missing);
  });

  it('obeys the levels of the settings, at once', async () => {
    const { when, configure } = await openEditor(
      { ...files, '/w/nginx.conf': wrong },
      { settings: { rules: { 'stack/no-dangling-pass': 'warning' } } },
    );
    const [found] = await when('/w/nginx.conf', ({ length }) => length === 1);
    assert.equal(found?.severity, 2);
    await configure({ rules: { 'stack/no-dangling-pass': 'off' } });
    await when('/w/nginx.conf', ({ length }) => length === 0);
    await configure('nonsense');
    await when('/w/nginx.conf', ([again]) => again?.severity === 1);
  });
});
