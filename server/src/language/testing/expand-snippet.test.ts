import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandSnippet } from './expand-snippet.ts';

test('stops become their defaults', () => {
  assert.equal(expandSnippet(['a ${1:b} $2${0}', 'c ${3:d}$0']), 'a b \nc d');
});

test('a stop without a default repeats the one with the same number, wherever that stands', () => {
  assert.equal(expandSnippet(['${2} $1 ${1:x} ${2:y $1}']), 'y x x x y x');
});

test('of a choice the first is taken', () => {
  assert.equal(expandSnippet(['${1|=,~,^~|} $1', '${2|a\\,b,c|}']), '= =\na,b');
});

test('an escaped character is itself, any other backslash too', () => {
  assert.equal(expandSnippet(['\\$host \\${a\\} ${1:\\$host$2} \\. }']), '$host ${a} $host \\. }');
});
