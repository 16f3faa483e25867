import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseIni } from '../ini/parse.ts';
import { iniTexts } from '../testing/ini-texts.ts';
import type { EffectiveConfig } from './effective.ts';
import { effectiveConfig } from './effective-config.ts';
import { allOptions, lastOption, placeholderDefinition } from './lookup.ts';
import { cpuNow } from '../testing/cpu-time.ts';

/** Reads `/srv/app/main.ini` among files that are named from `/srv/app` on. */
function read(main: string, others: Readonly<Record<string, string>> = {}): EffectiveConfig {
  const files = new Map(
    Object.entries({ ...others, 'main.ini': main }).map(([name, text]) => {
      const path = name.startsWith('/') ? name : `/srv/app/${name}`;
      return [path, { path, tree: parseIni(text) }];
    }),
  );
  const first = files.get('/srv/app/main.ini');
  assert.ok(first);
  return effectiveConfig(first, (path) => files.get(path));
}

const list = ({ entries }: EffectiveConfig) => entries.map(({ key, value }) => `${key}=${value}`);
const problems = ({ problems: all }: EffectiveConfig) =>
  all.map(({ kind, path, span }) => `${kind} ${path} ${String(span.start)}-${String(span.end)}`);
const outcomes = ({ includes }: EffectiveConfig) =>
  includes.map(({ target, section, outcome }) => `${outcome} ${String(target)}:${section}`);

test('ini and include stand in place, inherit at the end and as it is written', () => {
  const config = read(
    '[uwsgi]\ninherit = late.ini\nini = %d/a.ini\ninclude = /etc/b.ini\nv = %(a)\n',
    {
      'a.ini': '[uwsgi]\na = %(b)\n',
      '/etc/b.ini': '[uwsgi]\nb = %n\n',
      'late.ini': '[uwsgi]\nl = %(a)|%n|%N\n',
    },
  );
  assert.deepEqual(list(config), [
    ...['inherit=late.ini', 'ini=/srv/app//a.ini', 'a=b'],
    ...['include=/etc/b.ini', 'b=b', 'v=b', 'l=%(a)|late|main'],
  ]);
  assert.deepEqual(config.files, [
    ...['/srv/app/main.ini', '/srv/app/a.ini', '/etc/b.ini', '/srv/app/late.ini'],
  ]);
  assert.equal(config.complete, true);
  const last = config.entries.at(-1);
  assert.deepEqual([last?.inherited, last?.path], [true, '/srv/app/late.ini']);
  assert.deepEqual(
    [last?.from?.relative, config.includes[0]?.relative, config.includes[1]?.relative],
    [true, false, false],
  );
});

test('a section without a file is looked for in the file that was read last', () => {
  const config = read('[uwsgi]\nini = a.ini:s\nini = :t\n[t]\nno = 1\n', {
    'a.ini': '[s]\ns = %x|%o\n[t]\nt = %x|%n|%o\n',
  });
  assert.deepEqual(list(config), ['ini=a.ini:s', 's=s|a.ini', 'ini=:t', 't=t|a|']);
  assert.deepEqual(outcomes(config), ['read /srv/app/a.ini:s', 'read /srv/app/a.ini:t']);
});

test('loops take each line by itself', () => {
  const config = read('[uwsgi]\nfor = a b\nx = %(_)\nini = %(_).ini\nendfor =\n', {
    'a.ini': '[uwsgi]\nin = a\n',
    'b.ini': '[uwsgi]\nin = b\n',
  });
  assert.deepEqual(list(config), [
    ...['for=a b', 'x=a', 'x=b', 'ini=a.ini', 'in=a', 'ini=b.ini', 'in=b', 'endfor='],
  ]);
  assert.ok(config.entries.every(({ conditional }) => !conditional));
  assert.deepEqual(
    list(read('[uwsgi]\nfor-times = 2 x\nsocket = :303%(_)\nend = \n')).slice(1, 3),
    ['socket=:3031', 'socket=:3032'],
  );
});

test('an option above decides if-opt; its absence does not', () => {
  const shown = (text: string) =>
    read(`[uwsgi]\n${text}`)
      .entries.filter(({ key }) => key === 'x')
      .map(({ value, conditional }) => `${value}${conditional ? '?' : ''}`);
  assert.deepEqual(shown('a = 1\nif-opt = a\nx = %(_)\nendif\n'), ['1']);
  assert.deepEqual(shown('a = 1\nif-opt = a=2\nx = %(_)\nendif\n'), []);
  assert.deepEqual(shown('a = 1\nif-not-opt = a=2\nx = %(_)\nendif\n'), ['1']);
  assert.deepEqual(shown('if-not-opt = a\nx = y\nendif\na = 1\n'), ['y?']);
  assert.deepEqual(shown('if-env = HOME\nx = y\nendif\nx = z\n'), ['y?', 'z']);
  assert.deepEqual(shown('if-exists = /etc\nx = %(_)\nendif\n'), ['/etc?']);
});

test('a missing file, a section that is missing, a name that nobody knows yet', () => {
  const config = read(
    '[uwsgi]\nini = none.ini\nini = a.ini:s\nini = $(HOME)/x.ini\nyaml = a.yml\ninclude = a.ini:uwsgi\n',
    { 'a.ini': '[uwsgi]\n' },
  );
  assert.deepEqual(outcomes(config), [
    'missing /srv/app/none.ini:uwsgi',
    'read /srv/app/a.ini:s',
    'unknown undefined:uwsgi',
    'foreign /srv/app/a.yml:uwsgi',
    'refused undefined:uwsgi',
  ]);
  assert.deepEqual(problems(config), [
    'missing /srv/app/main.ini 14-22',
    'missing-section /srv/app/main.ini 29-36',
    'refused /srv/app/main.ini 80-91',
  ]);
  assert.equal(config.complete, false);
});

test('circles come to an end and are reported where they close', () => {
  const self = read('[uwsgi]\nini = %p\n');
  assert.deepEqual(problems(self), ['cycle /srv/app/main.ini 14-16']);
  const two = read('[uwsgi]\nini = a.ini\nx = 1\n', { 'a.ini': '[uwsgi]\nini = main.ini\n' });
  assert.deepEqual(problems(two), ['cycle /srv/app/a.ini 14-22']);
  assert.deepEqual(list(two), ['ini=a.ini', 'ini=main.ini', 'x=1']);
  const late = read('[uwsgi]\ninherit = a.ini\n', {
    'a.ini': '[uwsgi]\ninherit = b.ini\n',
    'b.ini': '[uwsgi]\nini = a.ini\n',
  });
  assert.deepEqual(problems(late), ['cycle /srv/app/b.ini 14-19']);
  assert.deepEqual(problems(read('[uwsgi]\ninherit = main.ini\n')), [
    'cycle /srv/app/main.ini 18-26',
  ]);
});

test('blocks that nest, stay open, or end without a beginning', () => {
  const nested = read('[uwsgi]\nif-env = A\nini = a.ini\nendif\n', {
    'a.ini': '[uwsgi]\nfor = 1 2\nendfor\n',
  });
  assert.deepEqual(problems(nested), ['nested-logic /srv/app/a.ini 8-11']);
  const [problem] = nested.problems;
  assert.deepEqual(problem?.kind === 'nested-logic' && problem.opener.key, 'if-env');
  assert.deepEqual(problems(read('[uwsgi]\nendif =\nfor = 1\nx = 2\n')), [
    'stray-end /srv/app/main.ini 8-13',
    'unclosed-logic /srv/app/main.ini 16-19',
  ]);
});

test('look-ups: all of a list, the last of a scalar, the first of a placeholder', () => {
  const config = read('[uwsgi]\nstats = :1\nini = a.ini\nstats-server = :2\nx = 1\nx = 2\n', {
    'a.ini': '[uwsgi]\nsocket = :3\nx = 0\n',
  });
  assert.equal(lastOption(config, 'stats')?.value, ':2');
  assert.deepEqual(
    allOptions(config, 'socket', 'stats').map(({ value }) => value),
    [':1', ':3', ':2'],
  );
  assert.equal(placeholderDefinition(config, 'x')?.path, '/srv/app/a.ini');
  assert.equal(lastOption(config, 'x'), undefined);
});

test('lines in a block of a template may be missing', () => {
  const config = read(
    '[uwsgi]\n{% if a %}\nx = 1\n{% else %}\nx = 2\n{% endif %}\ny = {{ name }}\nz = $PORT\nr = ^/a$\n',
  );
  const shown = config.entries.filter(({ key }) => /^[xyzr]$/.test(key));
  assert.deepEqual(
    shown.map(({ key, known, conditional }) => [key, known, conditional]),
    [
      ['x', true, true],
      ['x', true, true],
      ['y', false, false],
      ['z', false, false],
      ['r', true, false],
    ],
  );
});

test('an instruction of a template is no entry, and may bring in what is not seen here', () => {
  const template =
    '[uwsgi]\n{% if a == b %}\nx = 1\n{% endif %}\n<% if @a -%>\ny = 2\n<% end %>\n{{- if .A }}\nz = 3\n{{ end }}\n{# note #}\n';
  const config = read(template);
  assert.deepEqual(
    config.entries.map(({ key, conditional }) => [key, conditional]),
    [
      ['x', true],
      ['y', true],
      ['z', true],
    ],
  );
  assert.equal(config.complete, true);
  for (const line of ['{{ more }}', '{% include "x" %}', '<%= @more %>'])
    assert.equal(read(`${template}${line}\n`).complete, false, line);
});

test('what asks for a billion lines gets some of them', () => {
  const start = cpuNow();
  const many = read('[uwsgi]\nfor-times = 1000000000\nx = %(_)\ny = %(_)\nendfor =\nz = 1\n');
  assert.deepEqual(problems(many), ['too-much /srv/app/main.ini 8-17']);
  assert.ok(many.entries.length < 200_000);
  assert.equal(many.entries.at(-1)?.key, 'z');
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [
      `f${String(n)}.ini`,
      `[uwsgi]\nini = f${String(n + 1)}.ini\nini = f${String(n + 1)}.ini\n`,
    ]),
  );
  const doubling = read('[uwsgi]\nini = f0.ini\n', { ...files, 'f40.ini': '[uwsgi]\nx = 1\n' });
  assert.ok(doubling.entries.length < 200_000);
  assert.ok(doubling.problems.some(({ kind }) => kind === 'too-much'));
  assert.equal(doubling.complete, false);
  const often = read(`[uwsgi]\n${'ini = a.ini\n'.repeat(10_000)}`, {
    'a.ini': `[uwsgi%q]\nx = 1\n${'; note\n'.repeat(10_000)}`,
  });
  assert.ok(often.entries.length >= 10_000);
  assert.ok(cpuNow() - start < 5000, `${String(cpuNow() - start)} ms`);
});

test('100,000 lines, placeholders and lines in a loop are read in linear time', () => {
  const start = cpuNow();
  read(`[uwsgi]\na = 1\n${'k = %(a)-%(a)\n'.repeat(100_000)}`);
  read(`[uwsgi]\n${Array.from({ length: 100_000 }, (_, n) => `k${String(n)} = %(k0)\n`).join('')}`);
  read(`[uwsgi]\nfor = a b\n${'k = %(_)\n'.repeat(100_000)}endfor =\n`);
  read(`[uwsgi]\n${'for = a b\nk = %(_)\nendfor =\n'.repeat(30_000)}`);
  const deep = Array.from(
    { length: 30_000 },
    (_, n) => `[s${String(n)}]\nini = :s${String(n + 1)}\n`,
  );
  assert.equal(read(`[uwsgi]\nini = :s0\n${deep.join('')}`).entries.length, 30_001);
  assert.ok(cpuNow() - start < 5000, `${String(cpuNow() - start)} ms`);
});

test('whatever the files, there is an answer, and every span lies in its file', () => {
  const name = fc.constantFrom(
    'a.ini',
    'b.ini',
    'main.ini',
    ':s',
    'a.ini:s',
    '%p',
    '%(v1).ini',
    '',
  );
  const include = fc
    .tuple(fc.constantFrom('ini', 'include', 'inherit', 'config', 'set=ini'), name)
    .map(([key, value]) => `${key}=${value}\n`);
  const text = fc
    .tuple(iniTexts, fc.array(include, { maxLength: 4 }), fc.boolean())
    .map(([body, lines, before]) => {
      const all = lines.join('');
      return before ? `[uwsgi]\n${all}${body}` : `${body}\n${all}[s]\nini = a.ini\n`;
    });
  fc.assert(
    fc.property(text, text, text, (main, a, b) => {
      const files: Record<string, string> = { 'a.ini': a, 'b.ini': b, 'main.ini': main };
      const config = read(main, files);
      for (const { path, valueSpan, keySpan, line } of config.entries) {
        const length = files[path.slice('/srv/app/'.length)]?.length ?? -1;
        assert.ok(keySpan.start >= line.span.start && valueSpan.end <= line.span.end);
        assert.ok(line.span.end <= length);
      }
      assert.equal(config.files[0], '/srv/app/main.ini');
    }),
    { seed: 23, numRuns: 300 },
  );
});
