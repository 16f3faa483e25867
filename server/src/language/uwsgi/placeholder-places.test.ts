import assert from 'node:assert/strict';
import { test } from 'node:test';
import { span } from '../text/span.ts';
import { placeholdersIn } from './placeholder-places.ts';

const found = (text: string) =>
  placeholdersIn(text, span(0, text.length)).map(({ span: { start, end }, tokens }) => [
    text.slice(start, end),
    tokens.map((token) => `${token.kind} ${token.text}`).join(', '),
  ]);

test('finds the three kinds in order of position', () => {
  assert.deepEqual(found('a%(b)@(c.txt)$(D)%(e)'), [
    ['%(b)', 'name b'],
    ['@(c.txt)', 'name c.txt'],
    ['$(D)', 'name D'],
    ['%(e)', 'name e'],
  ]);
});

test('a blank makes arithmetic', () => {
  assert.deepEqual(found('%(a + 3 * b ++)|%(a+b)|%( a )'), [
    ['%(a + 3 * b ++)', 'name a, operator +, number 3, operator *, name b, operator ++'],
    ['%(a+b)', 'name a+b'],
    ['%( a )', 'name a'],
  ]);
});

test('what is never looked up has no name: an empty one, a magic variable in it, no end', () => {
  assert.deepEqual(found('%()%(a%n)'), [
    ['%()', ''],
    ['%(a%n)', ''],
  ]);
  assert.deepEqual(found('%(a'), []);
  assert.deepEqual(found('$(a %(b)'), [['%(b)', 'name b']]);
  assert.deepEqual(found('%q(a)'), []);
});

test('an inner one takes the place of the outer one of its kind', () => {
  assert.deepEqual(found('%(a%(b))'), [['%(b)', 'name b']]);
  assert.deepEqual(found('$(x%(b))'), [
    ['$(x%(b))', ''],
    ['%(b)', 'name b'],
  ]);
  assert.deepEqual(found('%%(a)'), [['%%(a)', 'name a']]);
});
