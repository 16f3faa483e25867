import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/router-without-worker';
const line = 'subscribe2 = server=127.0.0.1:3131,key=app.localhost\n';
const silent = edited(
  edited(article, '/w/worker.ini', line, ''),
  '/w/worker.ini',
  '127.*:0',
  '127.0.0.1:3032',
);

describe(id, () => {
  it('reports a router that nobody announces himself to, and lets the worker do so', () => {
    const [finding, ...others] = findingsOf(id, silent);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'warning');
    assert.equal(shown(silent, finding), '127.0.0.1:3131');
    assert.match(finding.message, /each request ends as 502$/);
    assert.deepEqual(
      finding.related.map((place) => shown(silent, place)),
      ['127.0.0.1:3030', '127.0.0.1:3032'],
    );
    const mended = applied(silent, finding.fixes[0]);
    assert.ok(mended['/w/worker.ini']?.includes(`\n${line}socket`));
  });

  it('says what the client gets in cheap mode', () => {
    const files = edited(
      silent,
      '/w/router.ini',
      'master = true',
      'master = true\nfastrouter-cheap = true',
    );
    assert.match(findingsOf(id, files)[0]?.message ?? '', /until nginx gives up \(504\)$/);
  });

  it('only remarks on it where no worker is among the files', () => {
    const { '/w/worker.ini': _, ...files } = article;
    const [finding] = findingsOf(id, files);
    assert.deepEqual([finding?.level, finding?.fixes], ['information', []]);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'a router that nginx does not know': { '/w/router.ini': article['/w/router.ini'] },
    'a router with workers of its own list': edited(
      silent,
      '/w/router.ini',
      'master = true',
      'master = true\nfastrouter-to = 127.0.0.1:3032',
    ),
    'a subscription with a wrong digit, which is told there': edited(
      article,
      '/w/worker.ini',
      ':3131',
      ':3132',
    ),
    'a worker whose port the kernel chooses': edited(article, '/w/worker.ini', line, ''),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
