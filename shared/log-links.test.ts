import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { logLinks } from './log-links.ts';

const targets = (text: string) =>
  logLinks(text).map(([start, end, target]) =>
    target.kind === 'page'
      ? [text.slice(start, end), target.url]
      : [text.slice(start, end), target.path, target.line],
  );

describe('logLinks', () => {
  it('finds the frames of a Python traceback', () => {
    assert.deepEqual(targets('  File "/srv/my app/app.py", line 12, in application'), [
      ['File "/srv/my app/app.py", line 12', '/srv/my app/app.py', 11],
    ]);
  });

  it('finds relative paths where the folder is known', () => {
    const line = '  File "site/app.py", line 3, in index';
    assert.deepEqual(targets(line), []);
    const [link] = logLinks(line, '/srv');
    assert.deepEqual(link?.[2], { kind: 'place', path: '/srv/site/app.py', line: 2 });
    assert.deepEqual(logLinks('  File "<frozen importlib>", line 3', '/srv'), []);
  });

  it('finds what nginx complains about', () => {
    assert.deepEqual(targets('nginx: [emerg] unknown directive "x" in /etc/nginx/nginx.conf:3'), [
      ['/etc/nginx/nginx.conf:3', '/etc/nginx/nginx.conf', 2],
    ]);
  });

  it('finds pages, without the full stop behind them', () => {
    assert.deepEqual(targets('see (https://example.org/a?b=c#d).'), [
      ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ]);
    assert.deepEqual(targets('uwsgi://127.0.0.1:3030 javascript://x'), []);
  });

  it('leads to places that an editor can show, and to pages of the web alone', () => {
    const piece = fc.constantFrom(
      ...[
        '/',
        '-/',
        '/a',
        ':1',
        ':0',
        ':99999999999999999999',
        'File "',
        '", line ',
        'http://',
        '.',
      ],
      ...['command:x', '[a](command:x)', 'javascript:1', '"', "'", '<img src=x>', '../', ' ', ')'],
      ...['https://a/"', 'file:///etc/passwd', '\u001b', 'vscode://x', 'data:text/html,x'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        for (const [start, end, target] of logLinks(text, '/w')) {
          assert.ok(0 <= start && start < end && end <= text.length);
          if (target.kind === 'page') assert.match(target.url, /^https?:\/\/[^\s"'<>]*$/);
          else {
            assert.ok(target.path.startsWith('/'), target.path);
            assert.ok(Number.isInteger(target.line) && target.line >= 0 && target.line < 2 ** 31);
          }
        }
      }),
      { seed: 95, numRuns: 3000 },
    );
  });

  it('takes time by the length of a line only', () => {
    // With the square of it, this would not end.
    for (const part of ['-/', '/a', '/', ':1', 'http://', '.', ')', 'File "', '/a:1'])
      logLinks(`http://${part.repeat(500_000)} x`, '/w');
  });

  it('leaves lines of uWSGI’s own source alone', () => {
    assert.deepEqual(targets('bind(): Address already in use [core/socket.c line 769]'), []);
  });

  it('leaves addresses alone', () => {
    assert.deepEqual(targets('GET http://127.0.0.1:8080/a/b:80 => x'), [
      ['http://127.0.0.1:8080/a/b:80', 'http://127.0.0.1:8080/a/b:80'],
    ]);
    assert.deepEqual(targets('bound to TCP 127.0.0.1:3030'), []);
  });
});
