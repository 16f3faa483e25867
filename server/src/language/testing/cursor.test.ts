import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, cursorIn } from './cursor.ts';

test('the mark is taken out and its place is told', () => {
  assert.deepEqual(cursorIn('a = <|>b'), { text: 'a = b', offset: 4 });
  assert.throws(() => cursorIn('a = b'));
  assert.throws(() => cursorIn('<|>a<|>'));
});

test('an item is taken as an editor takes it', () => {
  const cursor = cursorIn('mas<|>\nx');
  const item = { label: 'master', kind: 'option', replace: { start: 0, end: 3 } } as const;
  assert.equal(accepted(cursor, { ...item, insert: 'master' }), 'master<|>\nx');
  const snippet = (insert: string) => accepted(cursor, { ...item, insert, snippet: true });
  assert.equal(snippet('master = ${1:true}$0'), 'master = <|>true\nx');
  assert.equal(snippet('log = ${1|a,b|} \\$x\\}'), 'log = <|>a $x}\nx');
  assert.equal(snippet('m = $0;'), 'm = <|>;\nx');
});
