import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, checkFindings } from './rule-fixture.ts';

const text = [
  'first line',
  '#     ^^^^ error: bad word',
  '# ^^^ warning: dull, b…',
  'second',
  '',
].join('\n');
const word = { span: { start: 6, end: 10 }, level: 'error', message: 'bad word' };
const dull = { span: { start: 2, end: 5 }, level: 'warning', message: 'dull, but legal' };

test('accepts exactly the announced findings, in any order', () => {
  checkFindings(text, [dull, word]);
});

test('rejects a missing finding, a further one, another range, level or message', () => {
  const further = { ...word, span: { start: text.indexOf('second'), end: text.length } };
  for (const findings of [
    [word],
    [word, dull, further],
    [{ ...word, span: { start: 6, end: 9 } }, dull],
    [{ ...word, level: 'warning' }, dull],
    [{ ...word, message: 'bad' }, dull],
  ])
    assert.throws(() => {
      checkFindings(text, findings);
    });
});

test('marks column 0, and ranges over several lines', () => {
  checkFindings('user\n#<<< error: x\na b\n#<<... information: y\nc', [
    { span: { start: 0, end: 4 }, level: 'error', message: 'x' },
    { span: { start: 19, end: 40 }, level: 'information', message: 'y' },
  ]);
});

test('applies the edits of a fix from the end on', () => {
  const edits = [
    { path: 'a', span: { start: 0, end: 1 }, newText: 'XY' },
    { path: 'a', span: { start: 2, end: 2 }, newText: ';' },
  ];
  assert.equal(applyFix('abc', { title: 'Mend', edits }), 'XYb;c');
});
