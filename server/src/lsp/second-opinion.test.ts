import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { methods, type TestNginxResult } from '../../../shared/messages.ts';
import { article, edited } from '../language/testing/workspace.ts';
import { closeEditors, type EditorOptions, openEditor } from './testing/open-editor.ts';
import type { NginxTestOutcome, World } from './world.ts';

const path = '/w/nginx.conf';
const document = { uri: `file://${path}` };

/** A run of nginx that a test ends when it likes. */
interface Run {
  readonly program: string;
  /** The configuration as it was written. */
  readonly text: string;
  readonly signal: AbortSignal;
  readonly end: (outcome: NginxTestOutcome) => void;
}

describe('the second opinion', { timeout: 20_000 }, () => {
  afterEach(closeEditors);

  async function open(
    options: EditorOptions = {},
    files: Readonly<Record<string, string>> = article,
  ) {
    const runs: Run[] = [];
    const waiting = new Set<() => void>();
    const testNginx: World['testNginx'] = (program, work, signal) =>
      new Promise((end) => {
        const { files: written } = work({ folder: '/tmp/t', root: false });
        const conf = written.find((file) => file.path === '/tmp/t/conf/nginx.conf');
        runs.push({ program, text: conf?.kind === 'text' ? conf.text : '', signal, end });
        for (const look of [...waiting]) look();
        signal.addEventListener('abort', () => {
          end({ kind: 'cancelled' });
        });
      });
    const editor = await openEditor(files, { trusted: true, testNginx, ...options });
    await editor.editor.sendRequest(methods.stacks, {});
    const run = (count: number) =>
      new Promise<Run>((done) => {
        const look = () => {
          const found = runs[count - 1];
          if (found === undefined) return;
          waiting.delete(look);
          done(found);
        };
        waiting.add(look);
        look();
      });
    const save = () =>
      editor.editor.sendNotification('textDocument/didSave', { textDocument: document });
    const change = (text: string, version: number) =>
      editor.editor.sendNotification('textDocument/didChange', {
        textDocument: { ...document, version },
        contentChanges: [{ text }],
      });
    const ask = (about = document) =>
      editor.editor.sendRequest<TestNginxResult>(methods.testNginx, about);
    const settle = () => editor.editor.sendRequest(methods.stacks, {});
    return { ...editor, runs, run, save, change, ask, settle };
  }
  const complains = (message: string): NginxTestOutcome => ({
    kind: 'tested',
    output: `2026/11/23 20:16:56 [emerg] 42#42: ${message} in /tmp/t/conf/nginx.conf:4\n`,
  });
  const byNginx = (all: readonly { readonly source?: string }[]) =>
    all.filter(({ source }) => source === 'nginx');

  it('comes on save, under the name of nginx, and goes with the next change', async () => {
    const { show, save, run, when, change } = await open({
      settings: { nginx: { path: '/opt/nginx' } },
    });
    await show(path, 'nginx');
    await save();
    const first = await run(1);
    assert.equal(first.program, '/opt/nginx');
    assert.match(first.text, /listen unix:\/tmp\/t\/l0;/);
    first.end(complains('something "127.0.0.1:8080" that only nginx knows'));
    const [diagnostic] = byNginx(await when(path, (all) => byNginx(all).length > 0));
    assert.deepEqual(diagnostic, {
      range: { start: { line: 3, character: 15 }, end: { line: 3, character: 29 } },
      severity: 1,
      source: 'nginx',
      message: 'something "127.0.0.1:8080" that only nginx knows',
    });
    await change(`${article['/w/nginx.conf']}\n`, 2);
    await when(path, (all) => byNginx(all).length === 0);
  });

  it('is not told where ours says the same', async () => {
    const files = edited(article, '/w/nginx.conf', 'listen 127', 'lissen 127');
    const { show, ask, run, when, settle } = await open({}, files);
    await show(path, 'nginx');
    const asked = ask();
    (await run(1)).end(complains('unknown directive "lissen"'));
    assert.deepEqual(await asked, { kind: 'tested', mains: [path], complaints: 1 });
    await settle();
    const all = await when(path, (found) => found.length > 0);
    assert.deepEqual(
      all.map(({ source, code }) => [source, code]),
      [['uwsgi-stack', 'nginx/no-unknown-directive']],
    );
  });

  it('is that on the newest text: an older run is called off', async () => {
    const { show, save, run, change, runs } = await open();
    await show(path, 'nginx');
    await save();
    const first = await run(1);
    await change(article['/w/nginx.conf'].replace('app.localhost', 'newest.localhost'), 2);
    await save();
    await save();
    const second = await run(2);
    assert.ok(first.signal.aborted);
    assert.match(second.text, /server_name newest\.localhost/);
    second.end({ kind: 'tested', output: '' });
    assert.ok(runs.length <= 3);
  });

  it('is called off when the document is closed', async () => {
    const { editor, show, save, run } = await open();
    await show(path, 'nginx');
    await save();
    const first = await run(1);
    const stopped = new Promise<void>((done) => {
      first.signal.addEventListener('abort', () => {
        done();
      });
    });
    await editor.sendNotification('textDocument/didClose', { textDocument: document });
    await stopped;
  });

  it('is asked for by a setting, and always on demand', async () => {
    const { show, save, ask, run, runs, settle } = await open({
      settings: { nginx: { testOnSave: false } },
    });
    await show(path, 'nginx');
    await save();
    await settle();
    assert.equal(runs.length, 0);
    const asked = ask();
    (await run(1)).end({ kind: 'failed', reason: 'There is no program nginx.' });
    assert.deepEqual(await asked, { kind: 'problem', message: 'There is no program nginx.' });
  });

  it('is tried on a fragment only when somebody asks', async () => {
    const { editor, show, ask, run, runs, settle } = await open(
      {},
      { '/w/a.conf': 'server { }\n' },
    );
    await show('/w/a.conf', 'nginx');
    const fragment = { uri: 'file:///w/a.conf' };
    await editor.sendNotification('textDocument/didSave', { textDocument: fragment });
    await settle();
    assert.equal(runs.length, 0);
    assert.equal((await ask()).kind, 'problem');
    const asked = ask(fragment);
    (await run(1)).end({ kind: 'tested', output: '' });
    assert.deepEqual(await asked, { kind: 'tested', mains: ['/w/a.conf'], complaints: 0 });
  });

  it('does not exist before the workspace is trusted', async () => {
    const { show, save, ask, runs, settle } = await open({ trusted: false });
    await show(path, 'nginx');
    await save();
    await settle();
    const answer = await ask();
    assert.equal(answer.kind, 'problem');
    assert.match(answer.message, /Restricted Mode/);
    assert.equal(runs.length, 0);
  });
});
