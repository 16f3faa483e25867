import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitedNearNames } from './near-names.ts';

test('searches each name once, and not for ever', () => {
  const near = limitedNearNames();
  let searches = 0;
  const names = () => {
    searches += 1;
    return ['app.py', 'wsgi.py'];
  };
  assert.deepEqual(near('ap.py', '/srv', names), ['app.py']);
  assert.deepEqual(near('ap.py', '/srv', names), ['app.py']);
  assert.equal(searches, 1);
  for (let index = 0; index < 1000; index += 1) near(`name${index}`, '/srv', names);
  assert.equal(searches, 200);
  assert.deepEqual(near('wsg.py', '/srv', names), []);
});
