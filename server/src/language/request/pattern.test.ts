import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilePattern } from './pattern.ts';

for (const [source, subject, groups] of [
  ['^/a/(.*)$', '/a/b', ['/a/b', 'b']],
  ['(?i)B', '/b', ['b']],
  ['\\.php$', '/x.php\n', ['.php']],
  ['\\.php\\z', '/x.php\n', undefined],
  ['[[:alpha:]_]+', '/ab_1', ['ab_']],
  ['[]a]', ']', [']']],
  ['\\s', '\xa0', undefined],
  ['a.b', 'a\rb', ['a\rb']],
  ['(a)|(b)', 'b', ['b', '', 'b']],
  ["(?'x'a)\\k<x>", 'aa', ['aa', 'a']],
] as const)
  test(`${source} on ${JSON.stringify(subject)}`, () => {
    const match = compilePattern(source, false)?.match(subject);
    assert.notEqual(match, 'unknown');
    assert.deepEqual(match === 'unknown' ? undefined : match?.groups, groups);
  });

test('names its groups', () => {
  const match = compilePattern('^/(?P<user>\\w+)/(?<rest>.*)$', false)?.match('/ann/x');
  assert.ok(match !== undefined && match !== 'unknown');
  assert.deepEqual(
    [...match.named],
    [
      ['user', 'ann'],
      ['rest', 'x'],
    ],
  );
});

test('leaves alone what JavaScript does not know', () => {
  for (const source of ['(?>a)', 'a++', '\\Qa\\E', '(?R)', '(*UTF8)a', '[', 'a(', '\\p{L}'])
    assert.equal(compilePattern(source, false), undefined, source);
});

test('does not try for ever', () => {
  const risky = compilePattern('^(a+)+$', false);
  assert.ok(risky);
  assert.equal(risky.match(`${'a'.repeat(60)}!`), 'unknown');
  const match = risky.match('aaa');
  assert.ok(match !== undefined && match !== 'unknown');
});
