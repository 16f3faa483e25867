import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uwsgiRequest } from './uwsgi-times.ts';

const line =
  '[pid: 15643|app: 0|req: 1/1] 127.0.0.1 () {30 vars in 343 bytes} [Mon Nov 23 19:27:27 2026] GET /a?b => generated 17 bytes in 12 msecs (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)';
const read = (text: string) => uwsgiRequest({ text, time: 7 });

test('uWSGI’s line of a request has its process, its time and its status', () => {
  const expected = { at: 7, method: 'GET', uri: '/a?b', millis: 12, status: 200, pid: 15_643 };
  assert.deepEqual(read(line), expected);
  assert.deepEqual(read(line.replace('12 msecs', '1500 micros')), { ...expected, millis: 1.5 });
  assert.deepEqual(read(line.replace('msecs', 'msecs via sendfile()')), expected);
});

test('another line has none', () => {
  assert.equal(read('spawned uWSGI worker 1 (pid: 5, cores: 2)'), undefined);
});
