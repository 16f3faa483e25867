import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ini from 'ini';
import { textOf } from '../text/span.ts';
import { parseIni } from './parse.ts';
import type { EntryLine, IniTree } from './tree.ts';
import { cpuNow } from '../testing/cpu-time.ts';

const pairs = (text: string) =>
  parseIni(text)
    .lines.filter((line): line is EntryLine => line.kind === 'entry')
    .map(({ key, value }) => [key, value]);
const kinds = (text: string) => parseIni(text).lines.map((line) => line.kind);
const sections = (text: string) =>
  parseIni(text).lines.flatMap((line) => (line.kind === 'section' ? [line.name] : []));

test('splits a line at the first equals sign', () => {
  assert.deepEqual(pairs('k = a = b\n'), [['k', 'a = b']]);
  assert.deepEqual(pairs('k==x\n'), [['k', '=x']]);
  assert.deepEqual(pairs('= v\n'), [['', 'v']]);
});

test('a key may stand by itself, also without a line break at the end', () => {
  assert.deepEqual(pairs('master\nvacuum ='), [
    ['master', ''],
    ['vacuum', ''],
  ]);
});

test('blank, tab and CR are trimmed; form feed and no-break space are not', () => {
  assert.deepEqual(pairs(' \tk\t = \r v \r\n'), [['k', 'v']]);
  assert.deepEqual(pairs('\fk = v\u00a0\n'), [['\fk', 'v\u00a0']]);
});

test('a comment begins a line; behind a value it belongs to the value', () => {
  assert.deepEqual(kinds('; a\n  # b\nk = v ; c\n\n'), ['comment', 'comment', 'entry', 'blank']);
  assert.deepEqual(pairs('k = v ; c\n'), [['k', 'v ; c']]);
});

test('the section name is everything after the bracket less the last character', () => {
  assert.deepEqual(
    sections('[uwsgi]\n[uwsgi\n[uwsgix\n[ uwsgi ]\n[uwsgi]  \n[uwsgi] ; note\n[\n'),
    [...['uwsgi', 'uwsg', 'uwsgi', ' uwsgi ', 'uwsgi', 'uwsgi] ; not', '']],
  );
  assert.deepEqual(sections('[uwsgié\n'), ['uwsgi\ufffd']);
});

test('a percent sign eats the line break behind it, in a comment too', () => {
  const tree = parseIni('k1 = 100%\nk2 = v\n; 50%\nsocket = :1\nend = 1\n');
  assert.deepEqual(
    tree.lines.map((line) => [line.kind, line.joined]),
    [
      ['entry', [8]],
      ['comment', [21]],
      ['entry', []],
    ],
  );
  assert.deepEqual(kinds('k = 100%%\nk2 = v\n'), ['entry', 'entry']);
  assert.deepEqual(kinds('k = 100%\r\nk2 = v\n'), ['entry', 'entry']);
});

test('a pair that vanishes hides neither the equals sign nor the comment sign behind it', () => {
  assert.deepEqual(pairs('a%=b = c\n'), [['a%=b', 'c']]);
  assert.deepEqual(kinds('%q;x\n%q[foo]\n%q\n'), ['comment', 'section', 'blank']);
});

test('a NUL ends the value, a BOM belongs to the first line', () => {
  assert.deepEqual(pairs('k = 1\0 2\nl = 3\n'), [
    ['k', '1'],
    ['l', '3'],
  ]);
  assert.deepEqual(kinds('\ufeff[uwsgi]\n'), ['entry']);
});

const dialect = fc.array(
  fc.oneof(
    fc.constantFrom('[', ']', '=', ';', '#', '%', '\n', '\r\n', ' ', '\t', '\0', '%%', '%('),
    fc.constantFrom('uwsgi', 'key', '\ufeff', '😀', 'é', '%d'),
    fc.string({ maxLength: 4, unit: 'binary' }),
  ),
  { maxLength: 60 },
);

function assertLossless(tree: IniTree) {
  assert.equal(tree.lines.map((line) => textOf(tree.text, line.span)).join(''), tree.text);
  let end = 0;
  for (const line of tree.lines) {
    assert.equal(line.span.start, end);
    assert.ok(line.span.end > line.span.start);
    end = line.span.end;
    if (line.kind !== 'entry') continue;
    assert.equal(line.key, textOf(tree.text, line.keySpan));
    assert.equal(line.value, textOf(tree.text, line.valueSpan));
    assert.ok(line.span.start <= line.keySpan.start && line.valueSpan.end <= line.span.end);
    assert.ok(line.keySpan.end <= line.valueSpan.start);
  }
}

test('any text is read without loss', () => {
  fc.assert(
    fc.property(dialect, (parts) => {
      assertLossless(parseIni(parts.join('')));
    }),
    { seed: 20, numRuns: 2000 },
  );
});

test('the ini package agrees where both dialects are the same', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9/.-]{0,8}$/);
  const file = fc.uniqueArray(fc.tuple(word, word), { selector: ([key]) => key, maxLength: 12 });
  fc.assert(
    fc.property(file, (entries) => {
      const text = `[uwsgi]\n${entries.map(([k, v]) => `${k} = x${v}\n`).join('; note\n\n')}`;
      const theirs = (ini.parse(text).uwsgi ?? {}) as Record<string, unknown>;
      assert.deepEqual(Object.fromEntries(pairs(text)), { ...theirs });
    }),
    { seed: 21, numRuns: 200 },
  );
});

test('time grows with the length of the file, not with its square', () => {
  const timed = (text: string) => {
    const start = cpuNow();
    parseIni(text);
    return cpuNow() - start;
  };
  assert.ok(timed('socket = 127.0.0.1:3031\n'.repeat(100_000)) < 2000);
  assert.ok(timed(`k = ${' %'.repeat(500_000)}`) < 2000);
  assert.ok(timed('%\n'.repeat(300_000)) < 2000);
});
