import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver/node';
import { closeEditors, openEditor } from './testing/open-editor.ts';

const path = '/w/worker.ini';
const text = '[uwsgi]\nproceses = 2\nmastre = true\nsocket = :3031\n';

async function actions(only?: string[]) {
  const { show, ask } = await openEditor({ [path]: text });
  await show(path, 'uwsgi-ini');
  const found = await ask<CodeAction[]>('textDocument/codeAction', path, {
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
    context: { diagnostics: [], ...(only && { only }) },
  });
  return found.map(({ title, kind, edit }) => ({
    title,
    kind,
    texts: edit?.changes?.[`file://${path}`]?.map(({ newText }) => newText),
  }));
}

describe('the light bulb', { timeout: 20_000 }, () => {
  afterEach(closeEditors);

  it('offers the mend, and that of all findings of the rule', async () => {
    const found = await actions();
    assert.deepEqual(found[0]?.texts, ['processes']);
    const all = found.find(({ title }) => title.startsWith('Fix all'));
    assert.equal(all?.title, 'Fix all uwsgi/no-unknown-option in this file');
    assert.deepEqual(all.texts, ['processes', 'master']);
  });

  it('mends the whole file when it is asked to, and only then', async () => {
    for (const only of [['source.fixAll.uwsgiStack'], ['source.fixAll'], ['source']])
      assert.deepEqual(await actions(only), [
        {
          title: 'Fix all problems of this file',
          kind: 'source.fixAll.uwsgiStack',
          texts: ['processes', 'master'],
        },
      ]);
    assert.ok((await actions()).every(({ kind }) => kind === 'quickfix'));
    assert.deepEqual(await actions(['refactor']), []);
  });
});
