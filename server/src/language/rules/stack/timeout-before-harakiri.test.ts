import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/timeout-before-harakiri';
const worker = (line: string) =>
  edited(article, '/w/worker.ini', 'master = true', `master = true\n${line}`);
const slow = worker('harakiri = 300');
const patient = (line: string) =>
  edited(slow, '/w/router.ini', 'master = true', `master = true\n${line}`);

describe(id, () => {
  it('reports a router that is less patient than the worker', () => {
    const [finding, ...others] = findingsOf(id, slow);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'warning');
    assert.equal(shown(slow, finding), '300');
    assert.match(finding.message, /after 60 by default/);
    const mended = applied(slow, finding.fixes[0]);
    assert.match(mended['/w/router.ini'] ?? '', /\nfastrouter-timeout = 310\nfastrouter-sub/);
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('changes a timeout that is there', () => {
    const files = patient('fastrouter-timeout = 90');
    const mended = applied(files, findingsOf(id, files)[0]?.fixes[0]);
    assert.match(mended['/w/router.ini'] ?? '', /fastrouter-timeout = 310\n/);
  });

  for (const [what, files] of Object.entries({
    'a worker without harakiri': article,
    'a worker that gives up first': worker('harakiri = 30'),
    'a patient router': patient('fastrouter-timeout = 600'),
    'a time that is not known': worker('harakiri = $(TIMEOUT)'),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
