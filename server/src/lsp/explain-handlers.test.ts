import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { type ExplainParams, type ExplainResult, methods } from '../../../shared/messages.ts';
import { article } from '../language/testing/workspace.ts';
import { closeEditors, openEditor } from './testing/open-editor.ts';

describe('the request to explain a request', { timeout: 10_000 }, () => {
  afterEach(closeEditors);
  const params = (url: string, uri?: string): ExplainParams => ({ url, method: undefined, uri });

  it('is answered with steps whose places an editor can open', async () => {
    const { editor } = await openEditor(article);
    const result = await editor.sendRequest<ExplainResult>(
      methods.explain,
      params('http://app.localhost:8080/x'),
    );
    assert.equal(result.kind, 'explained');
    const [first, ...more] = result.explanations;
    assert.equal(more.length, 0);
    assert.equal(first?.main, '/w/nginx.conf');
    assert.equal(
      first.answer,
      'Answer: a worker that announces the key "app.localhost" to the router.',
    );
    assert.deepEqual(first.steps[0]?.place, { path: '/w/nginx.conf', line: 3, character: 8 });
    assert.deepEqual(first.steps.at(-1)?.place?.path, '/w/worker.ini');
    assert.match(first.markdown, /\(\[nginx\.conf:6\]\(file:\/\/\/w\/nginx\.conf#L6\)\)/);
  });

  it('sees unsaved text, and waits for what the disk tells', async () => {
    const { editor, show } = await openEditor({ ...article, '/w/files/a.txt': 'x' });
    await show(
      '/w/nginx.conf',
      'nginx',
      'events {} http { server { listen 8080; root files; try_files $uri /none; } }',
    );
    const result = await editor.sendRequest<ExplainResult>(
      methods.explain,
      params('/a.txt', 'file:///w/nginx.conf'),
    );
    assert.equal(result.kind, 'explained');
    assert.equal(result.explanations[0]?.answer, 'Answer: 200, the file /w/files/a.txt.');
  });

  it('says what is wrong with an address', async () => {
    const { editor } = await openEditor(article);
    const result = await editor.sendRequest<ExplainResult>(methods.explain, params('a b'));
    assert.equal(result.kind, 'problem');
  });

  it('begins with a URL that the place at the cursor would answer', async () => {
    const { editor } = await openEditor(article);
    const example = (params: object) => editor.sendRequest(methods.exampleUrl, params);
    assert.equal(
      await example({ uri: 'file:///w/nginx.conf', position: { line: 6, character: 0 } }),
      'http://app.localhost:8080/',
    );
    assert.equal(await example({}), 'http://app.localhost:8080/');
  });
});
