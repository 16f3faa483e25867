import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uwsgiRules } from './list.ts';

test('every rule has an https source and an own id', () => {
  assert.equal(new Set(uwsgiRules.map(({ id }) => id)).size, uwsgiRules.length);
  for (const { id, docs } of uwsgiRules) {
    assert.match(id, /^uwsgi\//);
    assert.match(docs.source, /^https:\/\//);
  }
});
