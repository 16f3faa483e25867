import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { methods, type TestNginxResult } from '../../../../shared/messages.ts';
import { closeEditors, openEditor } from '../../lsp/testing/open-editor.ts';
import { testNginx } from './test-nginx.ts';

const absent = spawnSync('nginx', ['-v']).error !== undefined;

describe('a run of nginx -t', { timeout: 30_000 }, () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'uwsgi-stack-decoy-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  afterEach(closeEditors);

  function decoy(name: string, text: string): string {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${text}\n`);
    chmodSync(path, 0o755);
    return path;
  }
  const nothing = () => ({ files: [], args: [] });
  const never = new AbortController().signal;

  it('is ended, with all that it has started, when it is called off', async () => {
    const mark = join(folder, 'pid');
    const program = decoy(
      'hangs',
      `sleep 60 & echo $! > '${mark}.new'; mv '${mark}.new' '${mark}'; wait`,
    );
    const controller = new AbortController();
    const begun = new Promise<void>((done) => {
      const watcher = watch(folder, () => {
        if (!existsSync(mark)) return;
        watcher.close();
        done();
      });
    });
    const run = testNginx(program, nothing, controller.signal);
    await begun;
    controller.abort();
    assert.deepEqual(await run, { kind: 'cancelled' });
    // The kernel takes its time to end what is killed; the limit of the test bounds it.
    const pid = Number(readFileSync(mark, 'utf8'));
    while (isAlive(pid)) await nextTurn();
  });

  it('is ended when it takes too long', async () => {
    const outcome = await testNginx(decoy('slow', 'sleep 60'), nothing, never, 300);
    assert.equal(outcome.kind, 'failed');
    assert.match(outcome.reason, /did not end within 0\.3 seconds/);
  });

  it('that crashes is no approval', async () => {
    const outcome = await testNginx(decoy('crashes', 'kill -SEGV $$'), nothing, never);
    assert.deepEqual(outcome, { kind: 'failed', reason: 'nginx -t crashed.' });
  });

  it('writes into its own folder only', async () => {
    const outside = join(folder, 'outside');
    const work = () => ({ files: [{ kind: 'text' as const, path: outside, text: '' }], args: [] });
    const outcome = await testNginx(decoy('sound', 'exit 0'), work, never);
    assert.equal(outcome.kind, 'failed');
    assert.equal(existsSync(outside), false);
  });

  it('needs a program, and never one of a relative path', async () => {
    for (const program of ['./hangs', 'no-such-nginx', join(folder, 'none')])
      assert.equal((await testNginx(program, nothing, never)).kind, 'failed', program);
  });

  it(
    'of the real nginx shows what only it knows',
    { skip: absent && 'no nginx here' },
    async () => {
      const path = '/w/nginx.conf';
      const document = { uri: `file://${path}` };
      // nginx alone builds its hash tables.
      const text = `events {}\nhttp {\n  map_hash_bucket_size 32;\n  map $host $long { ${'a'.repeat(120)} 1; default 0; }\n}\n`;
      const { editor, show, when } = await openEditor(
        { [path]: text },
        { trusted: true, testNginx },
      );
      await editor.sendRequest(methods.stacks, {});
      await show(path, 'nginx');
      await editor.sendNotification('textDocument/didSave', { textDocument: document });
      const all = await when(path, (found) => found.some(({ source }) => source === 'nginx'));
      const [said] = all.filter(({ source }) => source === 'nginx');
      assert.match(
        JSON.stringify(said?.message),
        /^"could not build map_hash, you should increase/,
      );
      assert.equal(said?.range.start.line, 3);
      const answer = await editor.sendRequest<TestNginxResult>(methods.testNginx, document);
      assert.deepEqual(answer, { kind: 'tested', mains: [path], complaints: 1 });
    },
  );

  it(
    'of the real nginx writes nowhere else, wherever the files say',
    { skip: absent && 'no nginx here' },
    async () => {
      const home = join(folder, 'home');
      mkdirSync(join(home, 'w'), { recursive: true });
      const path = join(home, 'w/nginx.conf');
      const away = '../away';
      const text = `pid ${away}.pid;
error_log ${away}.error;
lock_file ${home}/away.lock;
events {}
http {
  access_log ${home}/away.access;
  client_body_temp_path ${away}-body;
  proxy_cache_path ${home}/away-cache keys_zone=a:1m;
  include sites/*.conf;
  server {
    listen unix:${home}/away.sock;
    server_name "$(touch ${home}/away)" "<img src=x>";
    error_log ${home}/away.error2 debug;
    location / { access_log ${away}.access2; }
  }
}
`;
      const site = join(home, 'w/sites/$(touch x).conf');
      const { editor, show } = await openEditor(
        { [path]: text, [site]: `server { listen 8081; access_log ${home}/away.access3; }\n` },
        { trusted: true, testNginx, folder: join(home, 'w') },
      );
      await show(path, 'nginx', text);
      const answer = await editor.sendRequest<TestNginxResult>(methods.testNginx, {
        uri: `file://${path}`,
      });
      // A warning about a name; so it has read all of the rest.
      assert.deepEqual(answer, { kind: 'tested', mains: [path], complaints: 1 });
      assert.deepEqual(readdirSync(home, { recursive: true }), ['w']);
    },
  );
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A zombie waits for its parent only.
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return state !== '' && !state.trim().startsWith('Z');
}
