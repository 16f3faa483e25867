import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNginx } from '../../testing/around.ts';
import { cursorIn } from '../../testing/cursor.ts';
import { placeAt } from './place.ts';

function place(marked: string) {
  const { text, offset } = cursorIn(marked);
  const found = placeAt(readNginx(text), offset);
  return (
    found && {
      in: found.raw ?? found.contexts.join('|'),
      before: found.before.map(({ value }) => value).join(' '),
      word: found.word?.value,
      startsLine: found.startsLine,
    }
  );
}

test('the block, the words before, and the word at the cursor', () => {
  assert.deepEqual(place('http { server { listen 80<|>; } }'), {
    in: 'server',
    before: 'listen',
    word: '80',
    startsLine: false,
  });
  assert.deepEqual(place('http { server { <|> } }'), {
    in: 'server',
    before: '',
    word: undefined,
    startsLine: true,
  });
  assert.equal(place('http { map $a $b { <|> } }')?.in, 'raw:map');
  assert.equal(place('http { server { if ($a) { <|>')?.in, 'if in server');
  assert.equal(place('http { } <|>')?.in, 'main');
  assert.equal(place('http {} <|>http {}')?.in, 'main');
});

test('a missing `;` above does not swallow the line', () => {
  assert.equal(place('http { server { listen 80\n root <|>\n } }')?.before, 'root');
  assert.equal(place('http { server { listen 80;\n root <|>\n listen 81; } }')?.before, 'root');
  assert.deepEqual(place('http { server { listen 80\n roo<|> } }'), {
    in: 'server',
    before: 'listen 80',
    word: 'roo',
    startsLine: true,
  });
  assert.equal(place("http { log_format a 'b'\n 'c<|>'; }")?.before, 'log_format a b');
});

test('nothing in comments and Lua', () => {
  assert.equal(place('http { # a <|>\n }'), undefined);
  assert.equal(place('http { content_by_lua_block { a <|> } }'), undefined);
  assert.notEqual(place('http { # a \n<|> }'), undefined);
});
