import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOneLine, withColoursOnly, withoutSequences } from './terminal-text.ts';

const esc = '\u001b';

/** What a terminal obeys, and what a person sees of it in a log. */
const sequences: readonly (readonly [written: string, seen: string])[] = [
  [`${esc}]0;title\u0007a`, 'a'],
  [`${esc}]52;c;cHduZWQ=\u0007a`, 'a'],
  [`${esc}]8;;command:x\u0007label${esc}]8;;${esc}\\ b`, 'label b'],
  [`${esc}]never ends`, ''],
  [`${esc}P1$r0m${esc}\\a`, 'a'],
  [`${esc}_payload${esc}\\a`, 'a'],
  [`${esc}[2J${esc}[1;1H${esc}[?1049h${esc}[>c${esc}[4 q${esc}[6na`, 'a'],
  [`${esc}[38:2::1:2:3ma`, 'a'],
  [`a\rb\bc\u0000\u007f\u009b2Jd`, 'abc2Jd'],
  [`${esc}c${esc}(0${esc}7a${esc}`, 'a'],
  [`${esc}${esc}[2K]0;title\u0007a`, ']0;titlea'],
];

test('of what a terminal obeys nothing is left, whoever reads', () => {
  for (const [written, seen] of sequences) {
    assert.equal(withoutSequences(written), seen, JSON.stringify(written));
    assert.equal(withColoursOnly(written), seen, JSON.stringify(written));
  }
});

test('colours stay where they are wanted', () => {
  const text = `${esc}[1;31mred${esc}[0m\tplain\nnext`;
  assert.equal(withColoursOnly(text), text);
  assert.equal(withoutSequences(text), 'red\tplainnext');
});

test('whatever is written, only colours pass', () => {
  const piece = fc.oneof(
    fc.constantFrom(...sequences.map(([written]) => written)),
    fc.constantFrom(esc, '[', ']', '0;', 'm', '[31m', '\u0007', '\\', 'P', ' ', 'é', '\n', 'J'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const control = /[\p{Cc}--[\t\n]]/v;
      const rest = withColoursOnly(text).replaceAll(new RegExp(`${esc}\\[[0-9;]*m`, 'g'), '');
      assert.doesNotMatch(rest, control);
      assert.doesNotMatch(withoutSequences(text), control);
      assert.doesNotMatch(inOneLine(text), /[\p{Cc}--\t]/v);
    }),
    { seed: 91, numRuns: 5000 },
  );
});

test('in one line, control characters can be seen', () => {
  assert.equal(inOneLine(`a\n::error::b${esc}[2J\u007f\u009b\tc`), 'a␊::error::b␛[2J␡\ufffd\tc');
});
