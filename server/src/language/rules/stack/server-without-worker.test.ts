import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/server-without-worker';
const two = edited(article, '/w/nginx.conf', 'server_name app', 'server_name www.localhost app');
const nginx = (before: string, after: string) => edited(two, '/w/nginx.conf', before, after);

describe(id, () => {
  it('reports a name that no worker announces, and lets the worker announce it', () => {
    const [finding, ...others] = findingsOf(id, two);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'warning');
    assert.equal(shown(two, finding), 'www.localhost');
    assert.equal(shown(two, finding.related[0]), 'app.localhost');
    const mended = applied(two, finding.fixes[0]);
    assert.match(
      mended['/w/worker.ini'] ?? '',
      /\nsubscribe2 = server=127\.0\.0\.1:3131,key=www\.localhost\nsubscribe2 = .*key=app/,
    );
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('follows a map that chooses the key', () => {
    const files = edited(
      edited(article, '/w/nginx.conf', 'KEY $host', 'KEY $tenant'),
      '/w/nginx.conf',
      'http {',
      'http {\n    map $host $tenant { default app.localhost; b.localhost shop; }',
    );
    const [finding, ...others] = findingsOf(id, files);
    assert.equal(others.length, 0);
    assert.equal(shown(files, finding), 'shop');
  });

  it('reports the server of another file', () => {
    const files = {
      ...edited(article, '/w/nginx.conf', 'http {', 'http {\n    include other.conf;'),
      '/w/other.conf':
        'server {\n    server_name shop.localhost;\n    location / {\n        include uwsgi_params;\n        uwsgi_param UWSGI_FASTROUTER_KEY $host;\n        uwsgi_pass 127.0.0.1:3030;\n    }\n}\n',
    };
    assert.equal(findingsOf(id, files)[0]?.path, '/w/other.conf');
  });

  for (const [what, files] of Object.entries({
    'a name that a map sends elsewhere': {
      ...article,
      '/w/nginx.conf': article['/w/nginx.conf']
        .replace(
          'http {',
          'http {\n map $host $back { default 127.0.0.1:3030; api.localhost 127.0.0.1:3040; }',
        )
        .replace('server_name app.localhost', 'server_name app.localhost api.localhost')
        .replace('uwsgi_pass 127.0.0.1:3030', 'uwsgi_pass $back'),
      '/w/api.ini': '[uwsgi]\nplugins = python3\nmaster = true\nsocket = 127.0.0.1:3040\n',
    },
    'the article': article,
    'one key for all names': nginx('KEY $host', 'KEY app.localhost'),
    'the first name as the key': edited(
      nginx('KEY $host', 'KEY $server_name'),
      '/w/nginx.conf',
      'www.localhost app.localhost',
      'app.localhost www.localhost',
    ),
    'names that are not listed': nginx('server_name www.localhost', 'server_name *.localhost'),
    'a worker whose key has no server, which is told there': edited(
      two,
      '/w/worker.ini',
      'key=app',
      'key=ap',
    ),
    'a worker with a key that is not known': edited(two, '/w/worker.ini', 'key=app', 'key=$(K)'),
    'keys divided at their dots': edited(
      two,
      '/w/router.ini',
      'master = true',
      'master = true\nsubscription-dotsplit = true',
    ),
    'a map with other values': edited(
      edited(article, '/w/nginx.conf', 'KEY $host', 'KEY $tenant'),
      '/w/nginx.conf',
      'http {',
      'http {\n    map $host $tenant { default $host; b.localhost shop; }',
    ),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
