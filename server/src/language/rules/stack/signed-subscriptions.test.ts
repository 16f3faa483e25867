import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/signed-subscriptions';
const checked = edited(
  article,
  '/w/router.ini',
  'master = true',
  'master = true\nsubscriptions-sign-check = SHA1:/etc/keys',
);
const signed = (sign: string) =>
  edited(checked, '/w/worker.ini', 'key=app.localhost', `key=app.localhost,sign=${sign}`);

describe(id, () => {
  it('reports an announcement that is not signed', () => {
    const [finding, ...others] = findingsOf(id, checked);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'error');
    assert.match(finding.message, /router\.ini takes signed announcements only \(SHA1\)/);
    assert.equal(shown(checked, finding.related[0]), 'SHA1:/etc/keys');
  });

  it('reports another digest, and mends either end', () => {
    const files = signed('SHA256:/etc/app.pem');
    const [finding, ...others] = findingsOf(id, files);
    assert.equal(others.length, 0);
    assert.equal(shown(files, finding), 'SHA256:/etc/app.pem');
    assert.equal(finding?.fixes.length, 2);
    for (const fix of finding.fixes) assert.deepEqual(findingsOf(id, applied(files, fix)), []);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'the same digest': signed('SHA1:/etc/app.pem'),
    'the same digest in another case': signed('sha1:/etc/app.pem'),
    'a signature that nobody checks': edited(
      article,
      '/w/worker.ini',
      'key=app.localhost',
      'key=app.localhost,sign=SHA1:/etc/app.pem',
    ),
    'a check that is not known': edited(checked, '/w/router.ini', 'SHA1:/etc/keys', '$(CHECK)'),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
