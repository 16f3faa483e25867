import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/unannounced-worker';
const line = 'subscribe2 = server=127.0.0.1:3131,key=app.localhost\n';
const lost = edited(article, '/w/worker.ini', line, '');

describe(id, () => {
  it('reports a worker that nobody can find, and announces it', () => {
    const [finding, ...others] = findingsOf(id, lost);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'warning');
    assert.equal(shown(lost, finding), '127.*:0');
    assert.equal(shown(lost, finding.related[0]), '127.0.0.1:3131');
    const mended = applied(lost, finding.fixes[0]);
    assert.ok(mended['/w/worker.ini']?.includes(`\n${line}socket`));
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('announces all keys that nginx asks for, but not by itself', () => {
    const files = edited(lost, '/w/nginx.conf', 'server_name app', 'server_name www.localhost app');
    const fixes = findingsOf(id, files)[0]?.fixes ?? [];
    assert.equal(fixes.length, 1);
    assert.equal(fixes[0]?.title, 'Announce "www.localhost", "app.localhost"');
    assert.equal(fixes[0].preferred, false);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'a fixed port': edited(lost, '/w/worker.ini', '127.*:0', '127.0.0.1:3032'),
    'a unix socket': edited(lost, '/w/worker.ini', '127.*:0', 'app.sock'),
    'a worker without a router': { '/w/worker.ini': lost['/w/worker.ini'] },
    'a file that may bring in the subscription': edited(
      lost,
      '/w/worker.ini',
      'master = true',
      'master = true\nini = %d/common.ini',
    ),
    'a router and a worker in one file': {
      '/w/app.ini': `${article['/w/router.ini']}socket = 127.*:0\nwsgi-file = app.py\n`,
    },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
