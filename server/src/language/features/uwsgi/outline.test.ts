import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readUwsgi } from '../../testing/around.ts';
import { cursorIn } from '../../testing/cursor.ts';
import { iniTexts } from '../../testing/ini-texts.ts';
import { textOf } from '../../text/span.ts';
import type { DocumentSymbol } from '../feature.ts';
import { uwsgiFoldings } from './foldings.ts';
import { uwsgiSelections } from './selections.ts';
import { uwsgiSymbols } from './symbols.ts';

type Shown = string | [string, Shown[]];

function shown(symbols: readonly DocumentSymbol[]): Shown[] {
  return symbols.map(({ kind, name, detail, children }) => {
    const label = detail === '' ? `${kind} ${name}` : `${kind} ${name}: ${detail}`;
    return children.length === 0 ? label : [label, shown(children)];
  });
}

const symbolsOf = (text: string) => shown(uwsgiSymbols(readUwsgi(text)));

test('the outline: sections with their options and variables', () => {
  assert.deepEqual(symbolsOf('a = 1\n[uwsgi]\nmaster = true\nhome=%d\n\n[dev] \nvacuum\n= x\n'), [
    'variable a: 1',
    ['section uwsgi', ['option master: true', 'option home: %d']],
    ['section dev', ['option vacuum']],
  ]);
  assert.deepEqual(symbolsOf('[uwsgi\n[\n'), ['section uwsg', 'section []']);
});

test('the outline: a block holds its lines, one that is never closed is a line', () => {
  assert.deepEqual(symbolsOf('if-env = A\nb = 1\nendif\nfor = 1 2\nc = 3\n[x]\nend\n'), [
    ['block if-env: A', ['variable b: 1']],
    'option for: 1 2',
    'variable c: 3',
    ['section x', ['variable end']],
  ]);
});

test('the spans of the outline lie in each other', () => {
  fc.assert(
    fc.property(iniTexts, (text) => {
      const check = (symbols: readonly DocumentSymbol[], start: number, end: number) => {
        for (const { span, nameSpan, children } of symbols) {
          assert.ok(start <= span.start && span.end <= end && span.start <= span.end);
          assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
          check(children, span.start, span.end);
        }
      };
      check(uwsgiSymbols(readUwsgi(text)), 0, text.length);
    }),
    { seed: 37, numRuns: 300 },
  );
});

const foldingsOf = (text: string) =>
  uwsgiFoldings(readUwsgi(text)).map(({ kind, span }) => [kind, textOf(text, span)]);

test('sections fold without the blank lines behind them and the comment of the next', () => {
  const text = '[uwsgi]\na = 1\n\n; about dev\n[dev]\nb = 2\n\n';
  assert.deepEqual(foldingsOf(text), [
    ['block', '[uwsgi]\na = 1'],
    ['block', '[dev]\nb = 2'],
  ]);
  assert.deepEqual(foldingsOf('[uwsgi]\na = 1\n; end\n'), [['block', '[uwsgi]\na = 1\n; end']]);
  assert.deepEqual(foldingsOf('[uwsgi]\n\n[x]\n'), []);
});

test('comments, blocks and regions fold', () => {
  assert.deepEqual(foldingsOf('; a\n; b\nx = 1\n; c\n'), [['comment', '; a\n; b']]);
  assert.deepEqual(foldingsOf('for = 1\nx = 1\nend\n'), [['block', 'for = 1\nx = 1\nend']]);
  const text = '#region A\n; a\n; # region B\nx = 1\n#endregion\n# endregion\n; endregion\n';
  assert.deepEqual(foldingsOf(text), [
    ['region', '; # region B\nx = 1\n#endregion'],
    ['region', text.split('\n').slice(0, 6).join('\n')],
  ]);
});

const selected = (marked: string) => {
  const { text, offset } = cursorIn(marked);
  return uwsgiSelections(readUwsgi(text), offset).map((place) => textOf(text, place));
};

test('the selection grows from the word to the file', () => {
  assert.deepEqual(
    selected(
      '[uwsgi]\nmaster = true\n\nif-env = A\nsubscribe2 = server=127.0.0.1:31<|>31,key=a\nendif\n',
    ),
    [
      '3131',
      '127.0.0.1:3131',
      'server=127.0.0.1:3131',
      'server=127.0.0.1:3131,key=a',
      'subscribe2 = server=127.0.0.1:3131,key=a',
      'if-env = A\nsubscribe2 = server=127.0.0.1:3131,key=a\nendif',
      '[uwsgi]\nmaster = true\n\nif-env = A\nsubscribe2 = server=127.0.0.1:3131,key=a\nendif',
      '[uwsgi]\nmaster = true\n\nif-env = A\nsubscribe2 = server=127.0.0.1:3131,key=a\nendif\n',
    ],
  );
});

test('the selection knows placeholders, lists, comments and headers', () => {
  assert.deepEqual(selected('plugins = a,py<|>thon3\n').slice(0, 2), ['python3', 'a,python3']);
  assert.deepEqual(selected('k = x%(a + b<|>b)y\n').slice(0, 4), [
    'bb',
    'a + bb',
    '%(a + bb)',
    'x%(a + bb)y',
  ]);
  assert.deepEqual(selected('; two wo<|>rds\n').slice(0, 2), ['words', '; two words']);
  assert.deepEqual(selected('[uw<|>sgi]\n').slice(0, 2), ['uwsgi', '[uwsgi]']);
  assert.deepEqual(selected('chmod-so<|>cket = 1\n').slice(0, 2), [
    'chmod-socket',
    'chmod-socket = 1',
  ]);
  assert.deepEqual(selected('<|>'), []);
});

test('each selection holds the one before, anywhere in any file', () => {
  fc.assert(
    fc.property(iniTexts, fc.nat({ max: 150 }), (text, at) => {
      const offset = Math.min(at, text.length);
      let last = { start: offset, end: offset };
      for (const place of uwsgiSelections(readUwsgi(text), offset)) {
        assert.ok(place.start <= last.start && last.end <= place.end);
        last = place;
      }
    }),
    { seed: 38, numRuns: 300 },
  );
});
