import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Hover } from 'vscode-languageserver/node';
import { methods, type TestNginxResult } from '../../../shared/messages.ts';
import { createLanguage, type Installed, type Language } from '../language/language.ts';
import { article } from '../language/testing/workspace.ts';
import { closeEditors, type EditorOptions, openEditor } from '../lsp/testing/open-editor.ts';
import { testNginx } from './nginx-test/test-nginx.ts';
import { probePrograms } from './probe/probe-programs.ts';

describe('programs and trust', { timeout: 20_000 }, () => {
  let folder: string;
  const mark = () => join(folder, 'mark');
  const path = process.env.PATH;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'uwsgi-stack-trust-'));
    mkdirSync(join(folder, 'bin'));
    for (const name of ['nginx', 'uwsgi']) {
      const decoy = join(folder, 'bin', name);
      writeFileSync(
        decoy,
        `#!/bin/sh\necho ${name} >> '${mark()}'\necho 'nginx version: nginx/9.8.7' >&2\n`,
      );
      chmodSync(decoy, 0o755);
    }
    process.env.PATH = `${folder}/bin:${path ?? ''}`;
  });
  after(() => {
    process.env.PATH = path;
    rmSync(folder, { recursive: true });
  });
  afterEach(closeEditors);

  /** A core whose hover tells the version that the machine has. */
  const real = createLanguage();
  const language: Language = {
    ...real,
    features: (snapshot, asked) => {
      const own = real.features(snapshot, asked);
      const markdown = snapshot.installed.nginx?.version ?? 'unknown';
      return own && { ...own, hover: () => ({ span: { start: 0, end: 0 }, markdown }) };
    },
  };
  async function open(options: EditorOptions = {}) {
    const asked: unknown[] = [];
    const found: Promise<Installed>[] = [];
    const editor = await openEditor(article, {
      language,
      testNginx,
      ...options,
      probe: (programs) => {
        asked.push(programs);
        const installed = probePrograms(programs);
        found.push(installed);
        return installed;
      },
    });
    const version = async () => {
      await Promise.all(found);
      const position = { line: 0, character: 0 };
      const hover = await editor.ask<Hover>('textDocument/hover', '/w/nginx.conf', { position });
      return (hover.contents as { value: string }).value;
    };
    return { ...editor, asked, version };
  }

  it('nothing is looked up or run before the workspace is trusted', async () => {
    const { editor, asked, version, configure, show } = await open();
    await editor.sendRequest(methods.stacks, {});
    await show('/w/nginx.conf', 'nginx');
    await configure({ nginx: { path: join(folder, 'bin/nginx') } });
    const textDocument = { uri: 'file:///w/nginx.conf' };
    await editor.sendNotification('textDocument/didSave', { textDocument });
    const refused = await editor.sendRequest<TestNginxResult>(methods.testNginx, textDocument);
    assert.equal(refused.kind, 'problem');
    await editor.sendRequest(methods.stacks, {});
    assert.equal(await version(), 'unknown');
    assert.deepEqual(asked, []);
    assert.equal(existsSync(mark()), false);

    await editor.sendNotification(methods.trustGranted);
    // The settings are asked for again first; then the answer to any request comes after the probe has begun.
    await new Promise<void>((done) => {
      const look = () => {
        if (asked.length > 0) done();
        else void editor.sendRequest(methods.stacks, {}).then(look);
      };
      look();
    });
    assert.equal(await version(), '9.8.7');
    assert.ok(existsSync(mark()));
    const tested = await editor.sendRequest<TestNginxResult>(methods.testNginx, textDocument);
    assert.deepEqual(tested, { kind: 'tested', mains: ['/w/nginx.conf'], complaints: 0 });
  });

  it('they are asked once in a trusted one, and again when a setting names others', async () => {
    const { editor, asked, version, configure } = await open({ trusted: true });
    await editor.sendRequest(methods.stacks, {});
    assert.equal(await version(), '9.8.7');
    await editor.sendNotification(methods.trustGranted);
    await configure({ rules: {} });
    await editor.sendRequest(methods.stacks, {});
    assert.deepEqual(asked, [{ nginx: 'nginx', uwsgi: 'uwsgi' }]);
    await configure({ nginx: { path: '/no/such/nginx' } });
    await new Promise<void>((done) => {
      const look = () => {
        if (asked.length > 1) done();
        else void editor.sendRequest(methods.stacks, {}).then(look);
      };
      look();
    });
    assert.equal(await version(), 'unknown');
    assert.deepEqual(asked.at(-1), { nginx: '/no/such/nginx', uwsgi: 'uwsgi' });
  });
});
