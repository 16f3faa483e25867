import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ansiSpans, cutSpans } from './ansi-spans.ts';

const esc = '\u001b';
const colours = (text: string) =>
  ansiSpans(text).map((span) => [span.text, span.colour, span.background]);

describe('ansiSpans', () => {
  it('leaves plain text whole', () => {
    assert.deepEqual(colours('a <b>&amp;'), [['a <b>&amp;', undefined, undefined]]);
    assert.deepEqual(colours(''), []);
  });

  it('turns colours into those of the theme', () => {
    assert.deepEqual(colours(`${esc}[31mred${esc}[0m plain ${esc}[92;44mboth`), [
      ['red', 'var(--vscode-terminal-ansiRed)', undefined],
      [' plain ', undefined, undefined],
      ['both', 'var(--vscode-terminal-ansiBrightGreen)', 'var(--vscode-terminal-ansiBlue)'],
    ]);
  });

  it('knows the 256 colours and true colours', () => {
    assert.deepEqual(colours(`${esc}[38;5;196mA${esc}[38;5;232mB${esc}[38;2;1;2;3mC`), [
      ['A', 'rgb(255, 0, 0)', undefined],
      ['B', 'rgb(8, 8, 8)', undefined],
      ['C', 'rgb(1, 2, 3)', undefined],
    ]);
  });

  it('keeps HTML as text', () => {
    assert.equal(ansiSpans(`${esc}[1m<img src=x>&`)[0]?.text, '<img src=x>&');
    assert.equal(ansiSpans(`${esc}[1mbold`)[0]?.bold, true);
  });

  it('drops cursor moves, titles and control characters', () => {
    const text = `${esc}[2K${esc}]0;title\u0007\u0008done${esc}[?25l`;
    assert.equal(
      ansiSpans(text)
        .map((span) => span.text)
        .join(''),
      'done',
    );
  });
});

describe('cutSpans', () => {
  it('cuts across the borders of spans', () => {
    const pieces = cutSpans(ansiSpans(`ab${esc}[31mcd`), [[1, 3, 'hit']]);
    assert.deepEqual(
      pieces.map((piece) => [piece.span.text, piece.mark]),
      [
        ['a', undefined],
        ['b', 'hit'],
        ['c', 'hit'],
        ['d', undefined],
      ],
    );
  });

  it('lets the first of two overlapping marks win', () => {
    const pieces = cutSpans(ansiSpans('abcdef'), [
      [0, 3, 'link'],
      [2, 5, 'hit'],
    ]);
    assert.deepEqual(
      pieces.map((piece) => [piece.span.text, piece.mark]),
      [
        ['abc', 'link'],
        ['de', 'hit'],
        ['f', undefined],
      ],
    );
  });
});
