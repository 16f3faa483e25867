import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver/node';
import { methods } from '../../../shared/messages.ts';
import { type RealServer, startRealServer } from './testing/real-server.ts';
import { createStorm, opened, stormActions, writeStack } from './testing/storm.ts';
import { stormRequests } from './testing/storm-requests.ts';

/** Whatever goes before it, the server must say what a new one says of the same files. */
describe('a storm of edits, requests and changes on the disk', { timeout: 300_000 }, () => {
  const answered = new Set<string>();

  for (const seed of [1, 2, 3])
    it(`is weathered by the server (seed ${seed})`, async (context) => {
      const base = realpathSync(mkdtempSync(join(tmpdir(), 'uwsgi-stack-storm-')));
      context.after(() => {
        rmSync(base, { recursive: true });
      });
      writeStack(base);
      const server = await startRealServer([join(base, 'w')]);
      context.after(server.kill);
      const storm = createStorm(base, server);
      for (const action of fc.sample(stormActions, { seed, numRuns: 600 })) await storm.run(action);
      await storm.settle();
      for (const method of storm.answered) answered.add(method);
      assert.deepEqual(storm.failures, []);

      const fresh = await startRealServer(storm.folders(), { settings: storm.settings() });
      context.after(fresh.kill);
      for (const document of storm.open.values())
        await fresh.connection.sendNotification('textDocument/didOpen', {
          textDocument: opened(document),
        });
      // Their answers come when the folders are read: before that, nothing is published.
      await Promise.all([server, fresh].map(({ connection }) => askForStacks(connection)));
      const same = () => everything(server) === everything(fresh);
      await Promise.race([server.until(same), fresh.until(same)]);
      assert.notEqual(everything(server), '[]');
      assert.deepEqual(server.complaints, []);
      for (const one of [server, fresh]) assert.deepEqual(await one.close(), [0, null]);
    });

  it('has asked for all that the server offers', async (context) => {
    assert.deepEqual([...answered].sort(), stormRequests.map(([method]) => method).sort());
    const server = await startRealServer([]);
    context.after(server.kill);
    const offered = Object.keys(server.capabilities).filter((name) => name.endsWith('Provider'));
    assert.deepEqual(
      offered.filter((name) => !Object.hasOwn(methodsOf, name)),
      [],
      'a new feature: add its requests to the storm',
    );
    const stormed = stormRequests.map(([method]) => method);
    for (const method of [...Object.values(methodsOf).flat(), ...ownMethods])
      assert.ok(stormed.includes(method), method);
    assert.deepEqual(await server.close(), [0, null]);
  });
});

/** The requests that a capability stands for. */
const methodsOf: Readonly<Record<string, readonly string[]>> = {
  hoverProvider: ['textDocument/hover'],
  completionProvider: ['textDocument/completion'],
  signatureHelpProvider: ['textDocument/signatureHelp'],
  definitionProvider: ['textDocument/definition'],
  referencesProvider: ['textDocument/references'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  renameProvider: ['textDocument/prepareRename', 'textDocument/rename'],
  documentLinkProvider: ['textDocument/documentLink'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  workspaceSymbolProvider: ['workspace/symbol'],
  callHierarchyProvider: [
    'textDocument/prepareCallHierarchy',
    'callHierarchy/incomingCalls',
    'callHierarchy/outgoingCalls',
  ],
  foldingRangeProvider: ['textDocument/foldingRange'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  documentFormattingProvider: ['textDocument/formatting'],
  documentRangeFormattingProvider: ['textDocument/rangeFormatting'],
  semanticTokensProvider: ['textDocument/semanticTokens/full', 'textDocument/semanticTokens/range'],
  inlayHintProvider: ['textDocument/inlayHint'],
  codeActionProvider: ['textDocument/codeAction'],
  codeLensProvider: ['textDocument/codeLens'],
};

const toClient: ReadonlySet<string> = new Set([
  ...[methods.look, methods.readText, methods.stacksChanged, methods.trustGranted],
]);
const ownMethods = Object.values(methods).filter((method) => !toClient.has(method));

const askForStacks = (connection: RealServer['connection']) =>
  connection.sendRequest(methods.stacks, {});

/** What is published, whatever the order of files and findings. */
function everything({ diagnostics }: RealServer): string {
  const inOrder = (list: readonly Diagnostic[]) => list.map((one) => JSON.stringify(one)).sort();
  const files = [...diagnostics].sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(files.map(([uri, list]) => [uri, inOrder(list)]));
}
