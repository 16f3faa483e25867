import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNginxFile } from '../../testing/nginx-fixture.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { nginxRules } from './list.ts';
import { cpuNow } from '../../testing/cpu-time.ts';

test('every rule has a stable id, an https source and docs', () => {
  const ids = nginxRules.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { id, docs } of nginxRules) {
    assert.match(id, /^nginx\/[a-z-]+$/);
    assert.match(docs.source, /^https:\/\//);
    for (const sentence of [docs.what, docs.why, docs.fix]) assert.match(sentence, /\.$/);
  }
});

test('the stack that this extension is made for has no finding', () => {
  const file = readNginxFile(`
worker_processes 1;
error_log stderr notice;
events { worker_connections 64; }
http {
  include mime.types;
  upstream router { server 127.0.0.1:3031; }
  server {
    listen 127.0.0.1:8080 default_server;
    server_name _;
    location / {
      include uwsgi_params;
      uwsgi_param UWSGI_FASTROUTER_KEY app.example;
      uwsgi_pass router;
    }
  }
}
`);
  assert.deepEqual(
    nginxRules.filter(({ optional }) => optional !== true).flatMap((rule) => runRule(rule, file)),
    [],
  );
});

// A square would take hours; the bound leaves room for a machine that is busy.
test('a hundred thousand lines are checked in linear time', () => {
  const text = `http {\n${'  server { listen 80; server_name a; }\n'.repeat(100_000)}}\n`;
  const started = cpuNow();
  const file = readNginxFile(text);
  for (const rule of nginxRules) runRule(rule, file);
  assert.ok(cpuNow() - started < 40_000);
});
