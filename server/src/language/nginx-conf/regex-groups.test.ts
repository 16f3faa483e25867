import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../text/span.ts';
import { capturingGroups } from './regex-groups.ts';

const groups = (pattern: string) =>
  capturingGroups(pattern).map(({ span, name }) =>
    name === undefined ? textOf(pattern, span) : [textOf(pattern, span), textOf(pattern, name)],
  );

test('groups that capture, in the order of their opening', () => {
  assert.deepEqual(groups('^(a(b))/(c)$'), ['(a(b))', '(b)', '(c)']);
  assert.deepEqual(groups('(?:a)(?=b)(?<!c)(?<=d)(?i)(*UTF8)(e)'), ['(e)']);
  assert.deepEqual(groups("(?<a>x)(?P<b>y)(?'c'z)"), [
    ['(?<a>x)', 'a'],
    ['(?P<b>y)', 'b'],
    ["(?'c'z)", 'c'],
  ]);
});

test('brackets, backslashes, and what is not closed', () => {
  assert.deepEqual(groups('[(](a)[^](](b)\\((c)[\\](]'), ['(a)', '(b)', '(c)']);
  assert.deepEqual(groups('a)(b'), ['(b']);
  assert.deepEqual(groups('['), []);
  assert.deepEqual(groups('(a\\'), ['(a\\']);
});
