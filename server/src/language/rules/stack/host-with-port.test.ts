import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/host-with-port';
const keyLine = '            uwsgi_param UWSGI_FASTROUTER_KEY $host;\n';
const stock = 'uwsgi_param REQUEST_METHOD $request_method;\nuwsgi_param PATH_INFO $document_uri;\n';
const bare = {
  ...edited(article, '/w/nginx.conf', keyLine, ''),
  '/w/uwsgi_params': stock,
};
const changed = (before: string, after: string) => edited(bare, '/w/nginx.conf', before, after);

describe(id, () => {
  it('reports a key that is left to the Host header, and adds the key', () => {
    const [finding, ...others] = findingsOf(id, bare);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'warning');
    assert.equal(shown(bare, finding), '127.0.0.1:3030');
    assert.match(finding.message, /here "app\.localhost:8080", but the worker announces "app\.loc/);
    assert.equal(shown(bare, finding.related[0]), 'app.localhost');
    assert.deepEqual(applied(bare, finding.fixes[0]), { ...article, '/w/uwsgi_params': stock });
    for (const fix of finding.fixes) assert.deepEqual(findingsOf(id, applied(bare, fix)), []);
  });

  it('adds the key where the other parameters are, not further inside', () => {
    const files = edited(
      edited(bare, '/w/nginx.conf', '            include uwsgi_params;\n', ''),
      '/w/nginx.conf',
      '        location',
      '        include uwsgi_params;\n        location',
    );
    const mended = applied(files, findingsOf(id, files)[0]?.fixes[0]);
    assert.match(
      mended['/w/nginx.conf'] ?? '',
      /UWSGI_FASTROUTER_KEY \$host;\n {8}include uwsgi_params;\n {8}location/,
    );
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('reports a header that is asked for by name', () => {
    const files = edited(article, '/w/nginx.conf', 'KEY $host', 'KEY $http_host');
    const [finding] = findingsOf(id, files);
    assert.equal(shown(files, finding), '$http_host');
    assert.deepEqual(applied(files, finding?.fixes[0]), article);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'the port that browsers leave out': changed('127.0.0.1:8080', '80'),
    'TLS on its port': changed('127.0.0.1:8080', '443 ssl'),
    'a `uwsgi_params` that is not known': edited(article, '/w/nginx.conf', keyLine, ''),
    'a `uwsgi_params` with HTTP_HOST, as newer Debian packages have it': {
      ...bare,
      '/w/uwsgi_params': `${stock}uwsgi_param HTTP_HOST $host;\n`,
    },
    'a key with the port': edited(
      bare,
      '/w/worker.ini',
      'key=app.localhost',
      'key=app.localhost:8080',
    ),
    'two ports, one of which is the usual one': changed('127.0.0.1:8080', '8080; listen 80'),
    'a worker without a router': {
      '/w/uwsgi_params': stock,
      '/w/nginx.conf': bare['/w/nginx.conf'],
      '/w/worker.ini': '[uwsgi]\nplugins = python3\nsocket = 127.0.0.1:3030\nwsgi-file = app.py\n',
    },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
