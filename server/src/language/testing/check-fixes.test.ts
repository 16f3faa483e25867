import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, Fix } from '../rules/rule.ts';
import { checkFixes } from './check-fixes.ts';

/** Findings on `abc def`, the first of which has a fix that replaces `abc`. */
const fix: Fix = {
  title: 'Mend',
  edits: [{ path: '/a', span: { start: 0, end: 3 }, newText: 'abcabc' }],
};
const finding = (given: Partial<Finding>): Finding => ({
  rule: 'uwsgi/x',
  level: 'warning',
  path: '/a',
  span: { start: 0, end: 3 },
  message: 'bad',
  related: [],
  fixes: [],
  tag: undefined,
  ...given,
});
const bad = finding({ fixes: [fix] });
const other = finding({ rule: 'uwsgi/y', message: 'worse', span: { start: 4, end: 7 } });
const passes = (after: readonly Finding[]) => {
  checkFixes([bad], [bad, other], () => after);
};

test('a fix that silences its finding, and moves, changes or hides the others', () => {
  passes([]);
  passes([{ ...other, span: { start: 7, end: 10 } }]);
  passes([{ ...other, span: { start: 7, end: 10 }, message: 'worse now' }]);
  passes([finding({ level: 'information', message: 'a lesser thing' })]);
});

test('a fix that leaves its finding, or brings a new one', () => {
  for (const after of [
    [finding({ span: { start: 0, end: 6 } })],
    [{ ...other, span: { start: 7, end: 10 } }, finding({ message: 'another one' })],
    [finding({ rule: 'uwsgi/z', message: 'new' })],
    [other, other],
  ])
    assert.throws(() => {
      passes(after);
    });
});
