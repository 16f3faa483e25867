import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, edited } from '../../testing/workspace.ts';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';

const id = 'stack/no-dangling-subscription';
const off = edited(article, '/w/worker.ini', '127.0.0.1:3131', '127.0.0.1:3132');

describe(id, () => {
  it('reports an address at which no router takes subscriptions, and shows the router', () => {
    const [finding, ...others] = findingsOf(id, off);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'error');
    assert.equal(shown(off, finding), '127.0.0.1:3132');
    assert.equal(shown(off, finding.related[0]), '127.0.0.1:3131');
  });

  it('mends either end', () => {
    const [finding] = findingsOf(id, off);
    assert.equal(finding?.fixes.length, 2);
    for (const fix of finding.fixes) assert.deepEqual(findingsOf(id, applied(off, fix)), []);
    assert.deepEqual(applied(off, finding.fixes[0]), article);
  });

  it('says so when the address is where the router takes requests', () => {
    const mixed = edited(article, '/w/worker.ini', '127.0.0.1:3131', '127.0.0.1:3030');
    assert.match(findingsOf(id, mixed)[0]?.message ?? '', /is where router\.ini takes requests/);
  });

  it('marks the address in an old style subscription too', () => {
    const old = edited(
      article,
      '/w/worker.ini',
      'subscribe2 = server=127.0.0.1:3131,key=app.localhost',
      'subscribe-to = 127.0.0.1:3132:app.localhost',
    );
    assert.equal(shown(old, findingsOf(id, old)[0]), '127.0.0.1:3132');
  });

  for (const [what, files] of Object.entries({
    'the right address': article,
    'another machine': edited(article, '/w/worker.ini', '127.0.0.1:3131', '10.0.0.7:3132'),
    'an address from the environment': edited(
      article,
      '/w/worker.ini',
      '127.0.0.1:3131',
      '$(ROUTER)',
    ),
    'a folder without a router': { '/w/worker.ini': off['/w/worker.ini'] },
    'a router that listens everywhere': edited(
      article,
      '/w/router.ini',
      '127.0.0.1:3131',
      '0.0.0.0:3131',
    ),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
