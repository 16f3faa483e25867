import assert from 'node:assert/strict';
import { commands, languages } from 'vscode';
import type { TestNginxResult } from '../../../shared/messages.ts';
import { findings, noFindings, openFile, withRewritten } from './example.ts';
import { activeExtension, when } from './extension.ts';

suite('the second opinion of nginx', () => {
  suiteSetup(async () => {
    await activeExtension();
  });

  test('comes when a file is saved, and goes when it is mended', async () => {
    const document = await openFile('nginx.conf');
    // Only nginx builds its hash tables.
    const broken = `http { map_hash_bucket_size 32; map $host $long { ${'a'.repeat(120)} 1; }`;
    await withRewritten('nginx.conf', 'http {', broken, async () => {
      assert.ok(await document.save());
      const shown = await when('an answer of nginx', languages.onDidChangeDiagnostics, () =>
        findings().find(({ diagnostic: { source } }) => source === 'nginx'),
      );
      assert.equal(shown.file, 'nginx.conf');
      assert.match(shown.diagnostic.message, /^could not build map_hash/);
    });
    await noFindings();
  });

  test('can be asked for', async () => {
    const { uri } = await openFile('nginx.conf');
    const result = await commands.executeCommand<TestNginxResult | undefined>(
      'uwsgiStack.testNginx',
      uri,
    );
    assert.deepEqual(result, { kind: 'tested', mains: [uri.fsPath], complaints: 0 });
  });
});
