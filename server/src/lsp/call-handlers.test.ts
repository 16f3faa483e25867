import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from 'vscode-languageserver/node';
import { article } from '../language/testing/workspace.ts';
import { closeEditors, openEditor } from './testing/open-editor.ts';

const files = { ...article, '/w/app.py': 'def application(environ, start):\n    return []\n' };

describe('the call hierarchy', { timeout: 20_000 }, () => {
  afterEach(closeEditors);

  it('leads from the name of a server to the app, file by file', async () => {
    const { editor, server, ask } = await openEditor(files);
    assert.equal(server.callHierarchyProvider, true);
    const [start] = await ask<CallHierarchyItem[]>(
      'textDocument/prepareCallHierarchy',
      '/w/nginx.conf',
      {
        position: { line: 4, character: 22 },
      },
    );
    let item = start;
    const way: string[] = [];
    while (item !== undefined) {
      way.push(
        `${item.name} ${item.uri.slice('file:///w/'.length)}:${String(item.range.start.line)}`,
      );
      const calls: CallHierarchyOutgoingCall[] = await editor.sendRequest(
        'callHierarchy/outgoingCalls',
        { item },
      );
      item = calls[0]?.to;
    }
    assert.deepEqual(way, [
      'app.localhost nginx.conf:2',
      'location / nginx.conf:8',
      'router.ini router.ini:0',
      'worker.ini worker.ini:0',
      'app.py app.py:0',
    ]);
  });

  it('leads back, with the lines that call', async () => {
    const { editor, ask } = await openEditor(files);
    const [router] = await ask<CallHierarchyItem[]>(
      'textDocument/prepareCallHierarchy',
      '/w/router.ini',
      {
        position: { line: 3, character: 18 },
      },
    );
    const [call] = await editor.sendRequest<CallHierarchyIncomingCall[]>(
      'callHierarchy/incomingCalls',
      { item: router },
    );
    assert.equal(call?.from.name, 'location /');
    assert.deepEqual(
      call.fromRanges.map(({ start }) => start.line),
      [8],
    );
  });

  it('refuses an item of somebody else', async () => {
    const { editor } = await openEditor(files);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const item = { name: 'x', kind: 1, uri: 'file:///w/nginx.conf', range, selectionRange: range };
    await assert.rejects(
      editor.sendRequest('callHierarchy/outgoingCalls', { item }),
      /not of this server/,
    );
  });
});
