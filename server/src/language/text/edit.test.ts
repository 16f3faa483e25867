import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editBetween, moveSpan } from './edit.ts';

const someText = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });

test('an edit puts its stretch of the new text in the place of that of the old one', () => {
  fc.assert(
    fc.property(someText, someText, (before, after) => {
      const edit = editBetween(before, after);
      const put = after.slice(edit.start, edit.after);
      assert.equal(before.slice(0, edit.start) + put + before.slice(edit.before), after);
      // No smaller one would do.
      if (put !== '' && edit.before > edit.start) {
        assert.notEqual(put[0], before[edit.start]);
        assert.notEqual(put.at(-1), before[edit.before - 1]);
      }
    }),
  );
});

test('a place moves with the text around it, grows with what is put into it, and goes with a part of it', () => {
  const move = (from: string, to: string, word: string) => {
    const start = from.indexOf(word);
    const place = moveSpan({ start, end: start + word.length }, editBetween(from, to));
    return place && to.slice(place.start, place.end);
  };
  assert.equal(move('user x;', 'my user x;', 'user'), 'user');
  assert.equal(move('user x;', 'user y;', 'user'), 'user');
  assert.equal(move('user x;', 'us---er x;', 'user'), 'us---er');
  assert.equal(move('user x;', 'usr x;', 'user'), 'usr');
  assert.equal(move('user x;', 'useY;', 'user'), undefined);
});
