import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseUri } from './normalise-uri.ts';

// The oracle test compares this with nginx; here stands what a reader should know.
for (const [target, uri, args = ''] of [
  ['/a/b', '/a/b'],
  ['/a?x=1&y', '/a', 'x=1&y'],
  ['/a#top?x', '/a'],
  ['//a///b', '/a/b'],
  ['/a/./b/../c', '/a/c'],
  ['/a/..', '/'],
  ['/a/.', '/a/'],
  ['/%61%2fb', '/a/b'],
  ['/%2e%2e/a', undefined],
  ['/a/%2e%2e/b', '/b'],
  ['/..', undefined],
  ['/a%', undefined],
  ['/%00', undefined],
  ['/%2525', '/%25'],
  ['/a%3fb?c', '/a?b', 'c'],
  ['/.../..a', '/.../..a'],
  ['a', undefined],
] as const)
  test(`${target} is ${uri ?? 'refused'}`, () => {
    assert.deepEqual(normaliseUri(target, true), uri === undefined ? undefined : { uri, args });
  });

test('without merge_slashes every slash counts', () => {
  assert.equal(normaliseUri('//a//../b', false)?.uri, '//a/b');
});
