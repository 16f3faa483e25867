import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/subscription-frequency';
const worker = (line: string) =>
  edited(article, '/w/worker.ini', 'master = true', `master = true\n${line}`);
const router = (line: string) =>
  edited(article, '/w/router.ini', 'master = true', `master = true\n${line}`);

describe(id, () => {
  it('reports a worker that is forgotten before it announces itself again', () => {
    const files = worker('subscribe-freq = 30');
    const [finding, ...others] = findingsOf(id, files);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'error');
    assert.equal(shown(files, finding), '30');
    assert.match(finding.message, /forgets a worker by default after 17/);
    const mended = applied(files, finding.fixes[0]);
    assert.match(mended['/w/worker.ini'] ?? '', /subscribe-freq = 8\n/);
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('reports the tolerance where the worker says nothing', () => {
    const files = router('subscription-tolerance = 5');
    const [finding] = findingsOf(id, files);
    assert.equal(finding?.path, '/w/router.ini');
    assert.equal(shown(files, finding), '5');
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'a patient router': edited(
      worker('subscribe-freq = 30'),
      '/w/router.ini',
      'master = true',
      'master = true\nsubscription-tolerance = 90',
    ),
    'a number that is not known': worker('subscribe-freq = $(FREQ)'),
    'a number under a condition': worker('if-env = X\nsubscribe-freq = 30\nendif ='),
    'a router that is not here': {
      '/w/worker.ini': worker('subscribe-freq = 30')['/w/worker.ini'],
    },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
