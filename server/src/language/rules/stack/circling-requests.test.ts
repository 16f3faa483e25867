import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/circling-requests';
const one = {
  '/w/nginx.conf': article['/w/nginx.conf'],
  '/w/app.ini': `[uwsgi]
plugins = fastrouter,python3
master = true
shared-socket = 127.0.0.1:3030
fastrouter = =0
fastrouter-subscription-server = 127.0.0.1:3131
socket = =0
subscribe2 = server=127.0.0.1:3131,key=app.localhost
wsgi-file = app.py
`,
};

describe(id, () => {
  it('reports a worker on the socket of its router, and gives it another', () => {
    const [finding, ...others] = findingsOf(id, one);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'error');
    assert.equal(shown(one, finding), '=0');
    assert.equal(finding.span.start, one['/w/app.ini'].indexOf('=0\nsubscribe2'));
    assert.match(finding.message, /sends requests to itself/);
    const mended = applied(one, finding.fixes[0]);
    assert.match(mended['/w/app.ini'] ?? '', /fastrouter = =0\n[^]*\nsocket = 127\.0\.0\.1:0\n/);
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('reports an `addr=` that is the router’s', () => {
    const files = edited(
      article,
      '/w/worker.ini',
      'key=app.localhost',
      'key=app.localhost,addr=127.0.0.1:3030',
    );
    assert.equal(shown(files, findingsOf(id, files)[0]), '127.0.0.1:3030');
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'a router and a worker in one file': edited(
      one,
      '/w/app.ini',
      'socket = =0\nsub',
      'socket = 127.*:0\nsub',
    ),
    'the cheap router of the manual, which subscribes nowhere': edited(
      one,
      '/w/app.ini',
      'subscribe2 = server=127.0.0.1:3131,key=app.localhost\n',
      '',
    ),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
