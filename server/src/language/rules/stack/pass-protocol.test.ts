import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/pass-protocol';
const nginx = (before: string, after: string) => edited(article, '/w/nginx.conf', before, after);
const proxied = nginx('uwsgi_pass 127', 'proxy_pass http://127');

/** nginx straight to a worker. */
const direct = (socket: string, pass: string) => ({
  '/w/nginx.conf': nginx('uwsgi_pass 127.0.0.1:3030', pass)['/w/nginx.conf'],
  '/w/worker.ini': `[uwsgi]\nplugins = python3\n${socket}\nwsgi-file = app.py\n`,
});

describe(id, () => {
  it('reports HTTP to the router, and changes the pass', () => {
    const [finding, ...others] = findingsOf(id, proxied);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'error');
    assert.equal(shown(proxied, finding), 'http://127.0.0.1:3030');
    assert.match(finding.message, /router\.ini speaks the uwsgi protocol .* 504/);
    assert.equal(shown(proxied, finding.related[0]), '127.0.0.1:3030');
    assert.equal(finding.fixes.length, 1);
    assert.deepEqual(applied(proxied, finding.fixes[0]), article);
  });

  it('brings the parameters along where there are none', () => {
    const files = edited(
      edited(proxied, '/w/nginx.conf', '            include uwsgi_params;\n', ''),
      '/w/nginx.conf',
      '            uwsgi_param UWSGI_FASTROUTER_KEY $host;\n',
      '',
    );
    assert.deepEqual(applied(files, findingsOf(id, files)[0]?.fixes[0]), article);
  });

  it('reports uwsgi to an http-socket, and mends either end', () => {
    const files = direct('http-socket = 127.0.0.1:9090', 'uwsgi_pass 127.0.0.1:9090');
    const [finding, ...others] = findingsOf(id, files);
    assert.equal(others.length, 0);
    assert.match(finding?.message ?? '', /worker\.ini speaks HTTP at 127\.0\.0\.1:9090/);
    assert.deepEqual(
      finding?.fixes.map(({ title }) => title),
      ['Change to `socket` in worker.ini', 'Change to `proxy_pass http://…`'],
    );
    for (const fix of finding.fixes) assert.deepEqual(findingsOf(id, applied(files, fix)), []);
    assert.match(applied(files, finding.fixes[0])['/w/worker.ini'] ?? '', /\nsocket = 127/);
    assert.deepEqual(findingsOf('stack/no-dangling-pass', files), []);
  });

  it('reports HTTP to a worker’s socket, and mends either end', () => {
    const files = direct('socket = 127.0.0.1:9090', 'proxy_pass http://127.0.0.1:9090');
    const [finding] = findingsOf(id, files);
    assert.equal(finding?.fixes.length, 2);
    for (const fix of finding.fixes) assert.deepEqual(findingsOf(id, applied(files, fix)), []);
  });

  it('reports FastCGI, the http router, and TLS to what has none', () => {
    for (const [socket, says] of [
      ['fastcgi-socket = 127.0.0.1:9090', /speaks FastCGI/],
      ['http = 127.0.0.1:9090', /speaks HTTP/],
    ] as const)
      assert.match(
        findingsOf(id, direct(socket, 'uwsgi_pass 127.0.0.1:9090'))[0]?.message ?? '',
        says,
      );
    const tls = nginx('uwsgi_pass 127', 'uwsgi_pass suwsgi://127');
    assert.deepEqual(applied(tls, findingsOf(id, tls)[0]?.fixes[0]), article);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'HTTP to an http-socket': direct(
      'http-socket = 127.0.0.1:9090',
      'proxy_pass http://127.0.0.1:9090',
    ),
    'HTTP to the http router': direct('http = 127.0.0.1:9090', 'proxy_pass http://127.0.0.1:9090'),
    'uwsgi to a socket': direct('socket = 127.0.0.1:9090', 'uwsgi_pass 127.0.0.1:9090'),
    'a socket of either kind': direct(
      'socket = 127.0.0.1:9090\nhttp-socket = 127.0.0.1:9091',
      'uwsgi_pass 127.0.0.1:9090',
    ),
    'TLS to a socket with TLS': direct(
      'suwsgi-socket = 127.0.0.1:9090,a.crt,a.key',
      'uwsgi_pass suwsgi://127.0.0.1:9090',
    ),
    'HTTP to another server': nginx(
      'uwsgi_pass 127.0.0.1:3030',
      'proxy_pass http://127.0.0.1:5000',
    ),
    'a variable of the request': nginx('uwsgi_pass 127.0.0.1:3030', 'proxy_pass http://$host:3030'),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
