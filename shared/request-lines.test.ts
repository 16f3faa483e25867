import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequestLine } from './request-lines.ts';

test('a line of uWSGI', () => {
  assert.deepEqual(
    readRequestLine(
      '[pid: 78|app: 0|req: 1/1] 127.0.0.1 () {34 vars in 404 bytes} [Thu Nov 26 18:08:33 2026] GET /a?b=(1) => generated 21 bytes in 2 msecs (HTTP/1.1 200) 2 headers in 79 bytes (1 switches on core 0)',
    ),
    { method: 'GET', target: '/a?b=(1)', status: 200, milliseconds: 2, bytes: 21, pid: 78 },
  );
  const micros = readRequestLine(
    '[pid: 9|app: -1|req: -1/2] 10.0.0.1 (ann) {34 vars in 404 bytes} [Thu Nov 26 18:08:33 2026] POST / => generated 0 bytes in 512 micros via sendfile() (HTTP/1.0 500) 2 headers in 79 bytes (0 switches on core 1)',
  );
  assert.deepEqual([micros?.milliseconds, micros?.status, micros?.method], [0.512, 500, 'POST']);
});

test('a line of nginx', () => {
  assert.deepEqual(
    readRequestLine(
      '127.0.0.1 - - [26/Nov/2026:18:08:33 +0000] "GET /x HTTP/1.1" 404 153 "-" "curl/7.88.1"',
    ),
    {
      ...{ method: 'GET', target: '/x', status: 404, bytes: 153 },
      ...{ milliseconds: undefined, pid: undefined },
    },
  );
});

test('other lines are none', () => {
  for (const line of [
    '',
    'spawned uWSGI worker 1 (pid: 9, cores: 2)',
    '127.0.0.1 - - [26/Nov/2026:18:08:33 +0000] "\\x16\\x03\\x01" 400 150 "-" "-"',
    '2026/11/26 18:08:29 [error] 50#50: *1 connect() failed, request: "GET / HTTP/1.1"',
  ]) {
    assert.equal(readRequestLine(line), undefined, line);
  }
});

test('a long line is read in linear time', () => {
  const hostile = `[pid: 1|app: 0|req: 1/1] a (b) {1 vars in 1 bytes} [c] GET ${' => generated 1 bytes in'.repeat(50_000)}`;
  assert.equal(readRequestLine(hostile), undefined);
});
