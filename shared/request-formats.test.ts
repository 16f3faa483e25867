import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type RequestFormat, valueReader } from './request-formats.ts';

const nginx = (text: string, escape: RequestFormat['escape'] = 'default') =>
  valueReader({ language: 'nginx', escape, text });
const read = (format: RequestFormat['text'], line: string, escape?: RequestFormat['escape']) => {
  const values = nginx(format, escape)?.(line);
  return values && Object.fromEntries(values);
};

describe('values of a line by its format', () => {
  it('are what stands between the texts of the format', () => {
    assert.deepEqual(
      read('$host [$time_local] ${status}s "$uri"', 'a.b [26/Nov/2026:18:08:33 +0000] 200s "/x y"'),
      {
        ...{ host: 'a.b', time_local: '26/Nov/2026:18:08:33 +0000', status: '200', uri: '/x y' },
      },
    );
  });

  it('may hold what ends them, where their shape is known', () => {
    assert.deepEqual(
      read(
        '$request $status $upstream_response_time $pid',
        'GET /a b HTTP/1.1 502 0.001, 0.002 : - 9',
      ),
      {
        ...{ request: 'GET /a b HTTP/1.1', status: '502', pid: '9' },
        upstream_response_time: '0.001, 0.002 : -',
      },
    );
  });

  it('end by their shape where nothing stands between two', () => {
    assert.deepEqual(read('$status$host', '200a.b'), { status: '200', host: 'a.b' });
  });

  it('are given back as they were before they were escaped', () => {
    assert.deepEqual(read('"$uri"', '"/\\x22\\x5C"'), { uri: '/"\\' });
    assert.deepEqual(read('{"u":"$uri"}', '{"u":"/\\"\\u0001"}', 'json'), { uri: '/"\u0001' });
    assert.deepEqual(read('"$uri"', '"/\\x22"', 'none'), { uri: '/\\x22' });
  });

  it('of uWSGI are the names in its brackets', () => {
    const reader = valueReader({
      ...{ language: 'uwsgi', escape: 'none' },
      text: '%(method) %(uri) %(status) %(var.HTTP_X) %(metric.a)',
    });
    assert.deepEqual(Object.fromEntries(reader?.('GET /$x 200 - 4') ?? []), {
      ...{ method: 'GET', uri: '/$x', status: '200', http_x: '-', 'metric.a': '4' },
    });
  });

  it('are none in another line', () => {
    for (const line of ['', 'x', '20 "GET"', '200 "GET" more', 'x 200 "GET"', '200 "GET']) {
      assert.equal(read('$status "$request_method"', line), undefined, line);
    }
    assert.equal(nginx('no variable'), undefined);
  });

  it('are looked for in bounded time', () => {
    const format = '$a $b $request $c $d $request $e';
    assert.equal(read(format, ' '.repeat(1_000_000)), undefined);
    assert.equal(read(format, 'GET a '.repeat(200_000)), undefined);
  });
});
