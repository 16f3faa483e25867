import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/dotted-key';
const split = edited(
  article,
  '/w/router.ini',
  'master = true',
  'master = true\nsubscription-dotsplit = true',
);
const below = edited(
  split,
  '/w/nginx.conf',
  'server_name app.localhost',
  'server_name *.app.localhost',
);

describe(id, () => {
  it('reports a key without its dot, and puts it there', () => {
    const [finding, ...others] = findingsOf(id, below);
    assert.equal(others.length, 0);
    assert.equal(shown(below, finding), 'app.localhost');
    assert.deepEqual(
      applied(below, finding?.fixes[0]),
      edited(below, '/w/worker.ini', 'key=app.localhost', 'key=.app.localhost'),
    );
  });

  it('leaves it to the writer where the name itself is asked for, too', () => {
    const both = edited(
      split,
      '/w/nginx.conf',
      'server_name app',
      'server_name www.app.localhost app',
    );
    assert.deepEqual(
      findingsOf(id, both).map(({ fixes }) => fixes.length),
      [0],
    );
  });

  for (const [what, files] of Object.entries({
    'a key with its dot': edited(below, '/w/worker.ini', 'key=app', 'key=.app'),
    'a name of its own': split,
    'a router that takes names whole': edited(
      article,
      '/w/nginx.conf',
      'server_name app.localhost',
      'server_name *.app.localhost',
    ),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
