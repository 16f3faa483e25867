import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRegex } from './read-regex.ts';

test('patterns that compile', () => {
  for (const pattern of [
    '',
    '^/a(b|c)*d+?$',
    '[]a-z\\]/-]{2,}',
    'a{,3}b{x}',
    '(?<n>a)\\k<n>(?:b)(?=c)(?<!d)',
    '\\d\\w\\.\\/\\-\\x41\\p{L}',
    '(?i)x(?-i:y)',
    '\\Q(((\\E',
    '[[:alpha:]_]',
    ')'.replace(')', '\\)'),
    'a]b}',
    '(a)\\1',
    '(?#note)a',
  ])
    assert.equal(readRegex(pattern).problem, undefined, pattern);
});

test('patterns that PCRE refuses', () => {
  const problems = {
    '(a': '`)` is missing',
    'a)': '`)` closes no group',
    '[a': '`]` is missing',
    '*a': '`*` repeats nothing',
    'a|+': '`+` repeats nothing',
    '^?': '`?` repeats nothing',
    'a**': '`*` repeats nothing',
    'a{3,2}': '`{3,2}` ends before it begins',
    'a{70000}': '`{70000}` repeats more than 65535 times',
    '[z-a]': 'a range ends before it begins in `[z-a]`',
    '[[:foo:]]': 'there is no class `[:foo:]`',
    'a\\': 'a `\\` stands at the end',
    '\\y': '`\\y` has no meaning',
    '\\u': 'PCRE does not support `\\u`',
    '(?<n>a)(?<n>b)': 'two groups have the name "n"',
    '(?<1n>a)': 'the name of a group is written `(?<name>…)`, of letters, digits and `_`',
    '(?za)': '`(?z` opens no group that there is',
    '(?<=a+)b': 'a look behind must have a fixed length',
    'a\\2': 'there is no group 2 to refer to',
    '\\k<n>': 'there is no group "n" to refer to',
  };
  for (const [pattern, problem] of Object.entries(problems))
    assert.equal(readRegex(pattern).problem, problem, pattern);
});

test('nothing is said of what this reader does not follow', () => {
  for (const pattern of ['(?x) ( # ', '(*VERB', '(?|(a)|(b', '(?(1)a'])
    assert.equal(readRegex(pattern).problem, undefined, pattern);
});

test('groups and their names', () => {
  assert.deepEqual(readRegex('(a)(?<b>c)(?:d)(?P<e>f)'), {
    problem: undefined,
    groups: 3,
    names: ['b', 'e'],
  });
});

test('any text is read to its end, in linear time', () => {
  for (const part of ['(', '[', '\\', '(?<a>', '{1,2}', 'a*'])
    assert.equal(typeof readRegex(part.repeat(50_000)).groups, 'number');
});
