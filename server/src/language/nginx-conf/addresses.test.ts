import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseListen } from './listen.ts';
import { parseUwsgiPass } from './pass.ts';

test('listen: what nginx accepts', () => {
  const tcp = (host: string, port: number, lastPort = port) => ({
    kind: 'tcp',
    host,
    port,
    lastPort,
  });
  assert.deepEqual(parseListen('80'), tcp('*', 80));
  assert.deepEqual(parseListen('00080'), tcp('*', 80));
  assert.deepEqual(parseListen('*:8080-8090'), tcp('*', 8080, 8090));
  assert.deepEqual(parseListen('localhost'), tcp('localhost', 80));
  assert.deepEqual(parseListen('127.0.0.1:81'), tcp('127.0.0.1', 81));
  assert.deepEqual(parseListen('[::1]:81'), tcp('::1', 81));
  assert.deepEqual(parseListen('[::]'), tcp('::', 80));
  assert.deepEqual(parseListen('UNIX:/run/a.sock'), { kind: 'unix', path: '/run/a.sock' });
  assert.deepEqual(parseListen('{{ port }}'), { kind: 'template' });
});

test('listen: what nginx rejects', () => {
  for (const value of [
    '',
    '0',
    '1234567',
    ':80',
    'a:99999',
    'a/x',
    '10-5',
    '[fe80::1%lo]:80',
    'unix:',
  ])
    assert.equal(parseListen(value).kind, 'invalid', value);
});

test('uwsgi_pass: what nginx accepts', () => {
  const tcp = (host: string, port: number, ssl = false) => ({ kind: 'tcp', host, port, ssl });
  const unix = { kind: 'unix', path: '/run/a.sock', ssl: false };
  assert.deepEqual(parseUwsgiPass('127.0.0.1:3031'), tcp('127.0.0.1', 3031));
  assert.deepEqual(parseUwsgiPass('uwsgi://localhost:1'), tcp('localhost', 1));
  assert.deepEqual(parseUwsgiPass('SUWSGI://[::1]:1'), tcp('::1', 1, true));
  assert.deepEqual(parseUwsgiPass('unix:/run/a.sock'), unix);
  assert.deepEqual(parseUwsgiPass('unix:///run/a.sock'), unix);
  assert.deepEqual(parseUwsgiPass('uwsgi://unix:/run/a.sock'), unix);
  assert.deepEqual(parseUwsgiPass('unix:/a:b'), { kind: 'unix', path: '/a:b', ssl: false });
  assert.deepEqual(parseUwsgiPass('router'), { kind: 'upstream', name: 'router', ssl: false });
  assert.deepEqual(parseUwsgiPass('$backend'), { kind: 'variable' });
});

test('uwsgi_pass: what nginx rejects', () => {
  for (const value of [
    ...['/run/a.sock', 'unix/run/a.sock', '127.0.0.1:1/x', 'http://127.0.0.1:1', 'a:99999'],
    ...['[::1]', 'a:80:90', ':80', '[::1]:80/x', '', 'unix:', 'a:'],
  ])
    assert.equal(parseUwsgiPass(value).kind, 'invalid', value);
});
