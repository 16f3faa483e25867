import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequestFormat } from './request-formats.ts';
import { createRequestReader, type LoggedRequest } from './request-lines.ts';

/** What is told, without the rest. */
function told(line: string, ...formats: readonly RequestFormat[]) {
  const request = createRequestReader(formats)(line);
  return request && (JSON.parse(JSON.stringify(request)) as Partial<LoggedRequest>);
}

const usual =
  '[pid: 78|app: 0|req: 1/1] 127.0.0.1 () {34 vars in 404 bytes} [Thu Nov 26 18:08:33 2026] GET /a?b=(1) => generated 21 bytes in 2 msecs (HTTP/1.1 200) 2 headers in 79 bytes (1 switches on core 0)';
const ofUsual = {
  ...{ method: 'GET', target: '/a?b=(1)', status: 200, milliseconds: 2, bytes: 21, pid: 78 },
};

describe('a line of a request', () => {
  it('of uWSGI', () => {
    assert.deepEqual(told(usual), ofUsual);
    assert.deepEqual(told(usual.replace('2 msecs', '1500 micros')), {
      ...{ ...ofUsual, milliseconds: 1.5 },
    });
    const sent = told(
      '[pid: 9|app: -1|req: -1/2] 10.0.0.1 (ann) {34 vars in 404 bytes} [Thu Nov 26 18:08:33 2026] POST / => generated 0 bytes in 512 micros via sendfile() (HTTP/1.0 500) 2 headers in 79 bytes (0 switches on core 1)',
    );
    assert.deepEqual([sent?.milliseconds, sent?.status, sent?.method], [0.512, 500, 'POST']);
  });

  it('of nginx', () => {
    assert.deepEqual(
      told(
        '127.0.0.1 - - [26/Nov/2026:18:08:33 +0000] "GET /x HTTP/1.1" 404 153 "-" "curl/7.88.1"',
      ),
      { method: 'GET', target: '/x', status: 404, bytes: 153 },
    );
  });

  it('in a form of nginx’s log_format', () => {
    const format: RequestFormat = {
      ...{ language: 'nginx', escape: 'default' },
      text: '$host $request_method $uri?$args -> $status in $request_time ($pid)',
    };
    assert.deepEqual(told('a.b PUT /x?y=1 -> 201 in 0.012 (7)', format), {
      ...{ method: 'PUT', target: '/x', status: 201, host: 'a.b', milliseconds: 12, pid: 7 },
      target: '/x?y=1',
    });
    // The usual forms are still read: another server may log in them.
    assert.equal(told(usual, format)?.pid, 78);
  });

  it('in a form of uWSGI’s log-format', () => {
    const format: RequestFormat = {
      ...{ language: 'uwsgi', escape: 'none' },
      text: '%(addr) "%(method) %(uri) %(proto)" %(status) %(rsize) %(msecs)ms wid=%(wid) %(host)',
    };
    assert.deepEqual(told('127.0.0.1 "GET /a?b HTTP/1.1" 200 21 3ms wid=2 app.localhost', format), {
      ...{ method: 'GET', target: '/a?b', status: 200, bytes: 21, milliseconds: 3 },
      ...{ processNumber: 2, host: 'app.localhost' },
    });
  });

  it('in JSON, by keys or wrapped', () => {
    assert.deepEqual(
      told('{"method":"GET","path":"/x","status":200,"request_time":"0.5","host":"a"}'),
      { method: 'GET', target: '/x', status: 200, milliseconds: 500, host: 'a' },
    );
    assert.deepEqual(told(JSON.stringify({ unix: 1, msg: `${usual}\n` })), ofUsual);
  });

  it('is no other line', () => {
    for (const line of [
      ...['', '{', '{}', '{"status":200}', '[1]', '{"method":"GET","path":"/x","status":"up"}'],
      'spawned uWSGI worker 1 (pid: 9, cores: 2)',
      '127.0.0.1 - - [26/Nov/2026:18:08:33 +0000] "\\x16\\x03\\x01" 400 150 "-" "-"',
      '2026/11/26 18:08:29 [error] 50#50: *1 connect() failed, request: "GET / HTTP/1.1"',
    ]) {
      assert.equal(told(line), undefined, line);
    }
  });

  it('is read in linear time', () => {
    const hostile = `[pid: 1|app: 0|req: 1/1] a (b) {1 vars in 1 bytes} [c] GET ${' => generated 1 bytes in'.repeat(50_000)}`;
    assert.equal(told(hostile), undefined);
  });
});
