import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseIni } from '../ini/parse.ts';
import { readConfig } from './read-config.ts';

/** The real program prints the list of options that it read; ours must be the same, byte by byte. */
const absent = spawnSync('uwsgi', ['--version']).error !== undefined;

test(
  'reads generated files as uwsgi --show-config does',
  { skip: absent && 'no uwsgi here' },
  () => {
    const directory = mkdtempSync(join(tmpdir(), 'uwsgi-read-config-'));
    try {
      const samples = fc.sample(files, { seed: 2021, numRuns: 80 });
      for (const [index, text] of [...fixed, ...samples].entries()) {
        const path = join(directory, `site.${index}.ini`);
        writeFileSync(path, text);
        assert.deepEqual(ours(text, path), theirs(path), JSON.stringify(text));
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
);

function theirs(path: string): string[] {
  const argv = ['--ini', path, '--show-config', '--no-server'];
  const { stderr } = spawnSync('uwsgi', argv, {
    env: { PATH: process.env.PATH },
    timeout: 10_000,
  });
  const printed = stderr.toString();
  const start = printed.indexOf(`[uwsgi]\nini = ${path}\n`);
  const end = printed.indexOf('show-config = true\nno-server = true\n;end of configuration');
  assert.ok(start !== -1 && end !== -1, printed);
  return printed.slice(start, end).split('\n').slice(2, -1);
}

function ours(text: string, path: string): string[] {
  return readConfig(parseIni(text), { path }).entries.map(({ key, value }) => `${key} = ${value}`);
}

// A variable refers to variables with a greater number only: uWSGI never ends on one that contains itself.
const variable = fc.integer({ min: 0, max: 6 });
const reference = (from: number) => fc.integer({ min: from + 1, max: 9 }).map((n) => `v${n}`);
const token = (from: number) =>
  fc.oneof(
    reference(from),
    fc.constantFrom('+', '-', '*', '/', '++', '--', '', '7', '12', 'none', '-3'),
  );
const piece = (from: number) =>
  fc.oneof(
    { weight: 4, arbitrary: reference(from).map((name) => `%(${name})`) },
    fc.array(token(from), { minLength: 1, maxLength: 6 }).map((tokens) => `%(${tokens.join(' ')})`),
    fc.constantFrom('%d', '%n', '%s', '%p', '%e', '%c', '%0', '%1', '%N', '%D', '%o', '%S', '%x'),
    fc.constantFrom(
      '%%',
      '%',
      '%q',
      '% ',
      '%=',
      '%)',
      '(',
      ')',
      '$(',
      '%((',
      '%()',
      '%( )',
      '=',
      '% \r',
    ),
    fc.constantFrom('a', '5', ' ', '\t', ';', '#', '"', '\\', 'é', '[', '\u00a0', '\f', '\r', '42'),
  );
const entry = variable.chain((from) =>
  fc
    .tuple(
      fc.constantFrom('', ' ', '\t', '%q', '% '),
      fc.constantFrom('', '', '', 'set = ', 'set-placeholder = ', 'set-ph='),
      fc.constantFrom(' = ', '=', '= ', ' =\t'),
      fc.array(piece(from), { maxLength: 5 }),
    )
    .map(([indent, set, equals, pieces]) => {
      const inner = set === '' ? equals : '=';
      return `${indent}${set}v${from}${inner}${pieces.join('')}`;
    }),
);
const lines = fc.oneof(
  { weight: 8, arbitrary: entry },
  fc.constantFrom(
    '[uwsgi]',
    '[other]',
    '[uwsgix',
    ' [uwsgi] ',
    '[uwsgi] ; x',
    '[',
    '[uwsgi]%q',
    '%[u]',
  ),
  fc.constantFrom(
    '; note',
    '# note 5%',
    '  ;x',
    '',
    ' ',
    '\r',
    '%q;x',
    'w',
    'w =',
    '= w',
    'processes = 3',
  ),
);
const files = fc
  .tuple(
    fc.array(lines, { minLength: 3, maxLength: 14 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([body, newline, ended]) => ['[uwsgi]', ...body].join(newline) + (ended ? newline : ''));

const fixed = [
  '[uwsgi]\nv0 = 5%',
  '[uwsgi]\nv0 = 5%\0x = 3\nv1 = 1\0 2\nv2 = 4\n%q[foo]\nv3 = 5\n[uwsgi]% \nv5 = 2\n',
  '[uwsgi]\nv8 = %Y-%m-%d %H:%M:%S\nv1 = x%(v2%(v3))\nv3 = 4\nv24 = 7\nv2 = y\n',
  '[uwsgi]\nini = :two\nv1 = %x\n[two]\nv2 = %x|%(v1)\nini = :three\n[three]\nv3 = %x\n',
  '\ufeff\n[uwsgi]\nv0 = %(v1 + v2 * 3)|%(v1 / 0)|%( v1 )\nv1 = 9223372036854775807\nv2 = -4x\n',
];
