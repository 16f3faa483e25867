import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/modifier-lost';
const lost = edited(
  article,
  '/w/nginx.conf',
  'uwsgi_pass',
  'uwsgi_modifier1 9;\n            uwsgi_pass',
);

describe(id, () => {
  it('reports a modifier that the router replaces, and announces it', () => {
    const [finding, ...others] = findingsOf(id, lost);
    assert.equal(others.length, 0);
    assert.equal(shown(lost, finding), '9');
    assert.match(finding?.message ?? '', /worker\.ini announces, 0$/);
    const mended = applied(lost, finding?.fixes[0]);
    assert.match(mended['/w/worker.ini'] ?? '', /key=app\.localhost,modifier1=9\n/);
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('finds it in a block around the location', () => {
    const files = edited(
      article,
      '/w/nginx.conf',
      '        location',
      '        uwsgi_modifier1 9;\n        location',
    );
    assert.equal(findingsOf(id, files).length, 1);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'the modifier of all apps': edited(lost, '/w/nginx.conf', 'modifier1 9', 'modifier1 0'),
    'a modifier that the worker announces, too': edited(
      lost,
      '/w/worker.ini',
      'key=app.localhost',
      'key=app.localhost,modifier1=9',
    ),
    'a worker without a router': {
      '/w/nginx.conf': lost['/w/nginx.conf'],
      '/w/worker.ini': '[uwsgi]\nplugins = python3\nsocket = 127.0.0.1:3030\nwsgi-file = app.py\n',
    },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
