import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { logLinks } from './log-links.ts';

const targets = (text: string) =>
  logLinks(text).map(([start, end, target]) => [text.slice(start, end), target.path, target.line]);

describe('logLinks', () => {
  it('finds the frames of a Python traceback', () => {
    assert.deepEqual(targets('  File "/srv/my app/app.py", line 12, in application'), [
      ['File "/srv/my app/app.py", line 12', '/srv/my app/app.py', 11],
    ]);
  });

  it('finds what nginx complains about', () => {
    assert.deepEqual(targets('nginx: [emerg] unknown directive "x" in /etc/nginx/nginx.conf:3'), [
      ['/etc/nginx/nginx.conf:3', '/etc/nginx/nginx.conf', 2],
    ]);
  });

  it('leaves addresses alone', () => {
    assert.deepEqual(targets('GET http://127.0.0.1:8080/a/b:80 => x'), []);
    assert.deepEqual(targets('bound to TCP 127.0.0.1:3030'), []);
  });
});
