import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readUwsgi } from '../../testing/around.ts';
import { iniTexts } from '../../testing/ini-texts.ts';
import { applyEdits } from '../../testing/apply-edits.ts';
import { readConfig } from '../../uwsgi/read-config.ts';
import type { Span } from '../../text/span.ts';
import { formatUwsgi } from './format.ts';
import { cpuNow } from '../../testing/cpu-time.ts';

const options = { tabSize: 4, insertSpaces: true };
const format = (text: string, within?: Span) =>
  applyEdits(text, formatUwsgi(readUwsgi(text), options, within));

test('one blank on either side of the first equals sign', () => {
  assert.equal(format('[uwsgi]\nmaster=true\n'), '[uwsgi]\nmaster = true\n');
  assert.equal(format('fastrouter==0\nenv\t=  A=b = c\n'), 'fastrouter = =0\nenv = A=b = c\n');
  assert.equal(format('vacuum=\nmaster\n= x\n'), 'vacuum =\nmaster\n= x\n');
});

test('values and comments are not touched inside', () => {
  const text = '; a   b=c\nk = "a,  b" ; c\nlog-format = %%(addr)  %%(user)\n';
  assert.equal(format(text), text);
});

test('blanks go from the ends of lines, and from their beginnings', () => {
  assert.equal(format('  [uwsgi] \t\n\t; x  \n  k = v \t\n'), '[uwsgi]\n; x\nk = v\n');
});

test('of several blank lines one stays; none at the beginning and the end', () => {
  assert.equal(
    format('\n \n[uwsgi]\n\n \t\n\na = b\n\nc = d\n\n\n'),
    '[uwsgi]\n\na = b\n\nc = d\n',
  );
  assert.equal(format(' \n\n'), '');
});

test('the line breaks stay what they are; the last line gets one', () => {
  assert.equal(format('[uwsgi]\r\na=b \r\n\r\n\r\nc=d'), '[uwsgi]\r\na = b\r\n\r\nc = d\r\n');
  assert.equal(format('a=b\nc=d '), 'a = b\nc = d\n');
});

test('a percent sign at the end of a line joins lines: such lines stay as they are', () => {
  for (const text of ['k=100%\nl=v\n', '; 5%\n  l=v\n', 'k=5%', 'k = 5%\n\nl = v\n'])
    assert.equal(format(text), text);
  // The blank is the second half of the pair; without it the percent sign would eat the line break.
  assert.equal(format('k=5% \nl = 1\n'), 'k = 5% \nl = 1\n');
  assert.equal(format('; 5%  \nl = 1\n'), '; 5% \nl = 1\n');
  assert.equal(format('k=5%\r\nl=1\n'), 'k = 5%\r\nl = 1\n');
  assert.equal(format('k=5%% \n'), 'k = 5%%\n');
});

test('what is no blank to uWSGI stays: form feed, no-break space, NUL, BOM', () => {
  assert.equal(format('\fk\u00a0=\u00a0v\f \n'), '\fk\u00a0 = \u00a0v\f\n');
  for (const text of ['k=1\0 2\n', '\ufeff[uwsgi]\n', '\n\ufeffk=1\n'])
    assert.equal(format(text), text);
});

test('an odd section header stays as it is', () => {
  for (const text of [' [uwsgi\n', '[uwsgi] ; x \n', ' [%n]\n', '[uwsgix \n', '%q[x] \n'])
    assert.equal(format(text), text);
});

test('lines of a template engine stay, and the indentation of such a file', () => {
  const text = '{% if x %}\n  a = {{ y }}\n{{ z=1,\n   b=2 }} \n{% endif %}\n';
  assert.equal(format(text), text);
  assert.equal(
    format('{# x #}\n  a=b{{ y }} \nc="<%= d %>"\n'),
    '{# x #}\n  a = b{{ y }}\nc = "<%= d %>"\n',
  );
});

test('a block is indented as its first line is', () => {
  assert.equal(
    format('if-env = A\n  a = 1\n; x\nb = 2\n  endif =\n c = 3\n'),
    'if-env = A\n    a = 1\n    ; x\n    b = 2\nendif =\nc = 3\n',
  );
  assert.equal(format('for = 1 2\na = 1\n  b = 2\nend =\n'), 'for = 1 2\na = 1\nb = 2\nend =\n');
  const tabs = { tabSize: 8, insertSpaces: false };
  const text = 'for = 1\n a = 1\nendfor\n';
  assert.equal(applyEdits(text, formatUwsgi(readUwsgi(text), tabs)), 'for = 1\n\ta = 1\nendfor\n');
});

test('only the lines of the range are touched', () => {
  const text = 'a=1\nb=2\nc=3';
  assert.equal(format(text, { start: 4, end: 8 }), 'a=1\nb = 2\nc=3');
  assert.equal(format(text, { start: 5, end: 5 }), 'a=1\nb = 2\nc=3');
  assert.equal(format(text, { start: 7, end: 9 }), 'a=1\nb = 2\nc = 3\n');
  assert.equal(format('a=1\n\n\n\nb=2\n', { start: 5, end: 6 }), 'a=1\n\n\nb=2\n');
});

test('a file that is well formatted needs no edit', () => {
  assert.deepEqual(formatUwsgi(readUwsgi('[uwsgi]\nmaster = true\n'), options), []);
});

const meaning = (text: string) => {
  const file = readUwsgi(text);
  const names = file.tree.lines.flatMap((line) => (line.kind === 'section' ? [line.name] : []));
  return [...new Set(['uwsgi', ...names])].map((section) => {
    const { found, entries } = readConfig(file.tree, { path: file.path, section });
    return [
      section,
      found,
      entries.map(({ key, value, known, conditional }) => [key, value, known, conditional]),
    ];
  });
};

test('the configuration is the same before and after, and formatting twice changes nothing more', () => {
  fc.assert(
    fc.property(iniTexts, (text) => {
      const after = format(text);
      assert.deepEqual(meaning(after), meaning(text));
      assert.equal(format(after), after);
    }),
    { seed: 35, numRuns: 1500 },
  );
});

test('a part of a file can be formatted without a change of its meaning, too', () => {
  const place = fc.nat({ max: 120 });
  fc.assert(
    fc.property(iniTexts, place, place, (text, one, other) => {
      const within = { start: Math.min(one, other), end: Math.max(one, other) };
      assert.deepEqual(meaning(format(text, within)), meaning(text));
    }),
    { seed: 36, numRuns: 700 },
  );
});

test('time grows with the length of the file', () => {
  const start = cpuNow();
  format(`[uwsgi]\n${'a=b \n\n\n'.repeat(30_000)}`);
  formatUwsgi(readUwsgi('{{ a=b\n'.repeat(50_000)), options);
  formatUwsgi(readUwsgi('{{ a }}=b\n'.repeat(50_000)), options);
  formatUwsgi(readUwsgi('%\n'.repeat(100_000)), options);
  assert.ok(cpuNow() - start < 4000);
});
