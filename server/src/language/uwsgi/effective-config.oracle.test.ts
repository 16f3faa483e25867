import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseIni } from '../ini/parse.ts';
import type { EffectiveConfig, EffectiveEntry } from './effective.ts';
import { effectiveConfig } from './effective-config.ts';

/** The real program prints the list of options that it made of all files; ours must be the same. */
const absent = spawnSync('uwsgi', ['--version']).error !== undefined;

type Files = Readonly<Record<string, string>>;

test(
  'reads generated files with includes, blocks and loops as uwsgi --show-config does',
  { skip: absent && 'no uwsgi here' },
  () => {
    const root = mkdtempSync(join(tmpdir(), 'uwsgi-effective-'));
    const tally = { same: 0, refused: 0 };
    try {
      const samples = fc.sample(fileSets, { seed: 2022, numRuns: 300 });
      for (const [index, files] of [...fixed, ...samples].entries()) {
        const folder = join(root, `site.${String(index)}`);
        mkdirSync(folder);
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
        const ours = read(files, folder);
        const theirs = run(folder);
        const shown = JSON.stringify(files, undefined, 1);
        const fatal = ours.problems.filter(({ kind }) => fatalKinds.has(kind));
        if (theirs === undefined) {
          assert.ok(fatal.length > 0, `uwsgi refuses this, we do not: ${shown}`);
          tally.refused += 1;
          continue;
        }
        assert.equal(matches(ours.entries, theirs), '', shown);
        tally.same += 1;
      }
      assert.ok(tally.same > 200 && tally.refused > 10, JSON.stringify(tally));
    } finally {
      rmSync(root, { recursive: true });
    }
  },
);

/** A missing file, and a block in a block. The flags behind the file make uWSGI crash in a block that is open. */
const fatalKinds: ReadonlySet<string> = new Set([
  'missing',
  'refused',
  'nested-logic',
  'unclosed-logic',
]);

function read(files: Files, folder: string): EffectiveConfig {
  const parsed = new Map(
    Object.entries(files).map(([name, text]) => {
      const path = `${folder}/${name}`;
      return [path, { path, tree: parseIni(text) }] as const;
    }),
  );
  const main = parsed.get(`${folder}/main.ini`);
  assert.ok(main);
  return effectiveConfig(main, (path) => parsed.get(path));
}

/** undefined when uWSGI exits while it reads. */
function run(folder: string): readonly string[] | undefined {
  const path = `${folder}/main.ini`;
  // Where our generator would let a variable contain itself after all, uWSGI takes all memory that there is.
  const argv = ['-c', 'ulimit -v 1000000; exec uwsgi "$@"', 'sh', '--ini', path];
  const { stderr } = spawnSync('sh', [...argv, '--show-config', '--no-server'], {
    cwd: folder,
    env: { PATH: process.env.PATH, GIVEN: 'here' },
    timeout: 10_000,
  });
  const lines = stderr.toString().split('\n');
  const start = lines.indexOf(`ini = ${path}`);
  const end = lines.indexOf(';end of configuration');
  if (start === -1 || end === -1) return undefined;
  const list = lines.slice(start + 1, end);
  // The flags of the command line come behind the file, and before what it inherits.
  const flags = list.indexOf('show-config = true');
  assert.equal(list[flags + 1], 'no-server = true');
  list.splice(flags, 2);
  return list;
}

/**
 * Theirs must be ours, less some of the entries that the files don't decide. A value that we call unknown may be any.
 * Says where they part.
 */
function matches(ours: readonly EffectiveEntry[], theirs: readonly string[]): string {
  const same = ({ key, value, known }: EffectiveEntry, line = '\0') =>
    known ? line === `${key} = ${value}` : line.startsWith(`${key} = `);
  // How many of theirs can be matched by the first entries of ours.
  let reached = new Set([0]);
  for (const [at, entry] of ours.entries()) {
    const next = new Set<number>(entry.conditional ? reached : []);
    for (const count of reached) if (same(entry, theirs[count])) next.add(count + 1);
    if (next.size === 0)
      return `ours ${String(at)}: ${entry.key} = ${entry.value}; theirs: ${[...reached].map((n) => theirs[n]).join(' | ')}`;
    reached = next;
  }
  return reached.has(theirs.length) ? '' : `theirs goes on: ${String(theirs.at(-1))}`;
}

// A variable refers to variables with a greater number only: uWSGI never ends on one that contains itself.
const variable = fc.integer({ min: 0, max: 6 });
const piece = (from: number) =>
  fc.oneof(
    fc.integer({ min: from + 1, max: 9 }).map((n) => `%(v${String(n)})`),
    fc.integer({ min: from + 1, max: 9 }).map((n) => `%(v${String(n)} + 1 * 2)`),
    fc.constantFrom('%d', '%n', '%s', '%p', '%e', '%c', '%x', '%o', '%N', '%D', '%S', '%P', '%X'),
    fc.constantFrom('%(_)', '%(_)', 'x%(_)', '%%(_)', '%%', '%q', '% ', '%(none)', '$(GIVEN)'),
    fc.constantFrom('a', 'b', '5', ' ', ';', 'é', '='),
  );
const entry = variable.chain((from) =>
  fc
    .tuple(
      fc.constantFrom('', '', '', 'set = ', 'set-ph='),
      fc.array(piece(from), { maxLength: 4 }).map((pieces) => pieces.join('')),
    )
    .map(([set, value]) => `${set}v${String(from)}=${value}`),
);
const opening = fc.oneof(
  fc.constantFrom('for = a b  c', 'for =', 'for = %d x%(v1)', 'for-times = 3', 'for-times = 0x'),
  fc.constantFrom('if-opt = k1', 'if-not-opt = k1', 'if-opt = k2=a', 'if-not-opt = k2=a'),
  fc.constantFrom('if-env = GIVEN', 'if-env = NOTHING', 'if-env = GIVEN=here', 'if-not-env=GIVEN'),
  fc.constantFrom('if-exists = %p', 'ifdir = %d', 'if-not-file = none', 'if-reload', 'ifplugin=x'),
  fc.constantFrom('for-glob = %d*.none', 'for-readline = %done.txt', 'if-not-hostname = none'),
);
const closing = fc.constantFrom('endfor =', 'endif', 'end-for', 'end-if = x', 'end', 'endif = ');

/** The files that a file may name: never itself, nor one that names it. */
const lineOf = (others: readonly string[], sections: readonly string[]) => {
  const line = fc.oneof(
    { weight: 5, arbitrary: entry },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '; 5%',
        '',
        'w',
        'processes = %(v3)',
        'endif',
        'end=',
        'k1=x',
        'k2 = a',
        'k2 = %n',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...others.flatMap((other) => [
          ...[`ini = ${other}.ini`, `ini=%d/${other}.ini`, `ini = ${other}.ini:s`],
          ...[`include = %d${other}.ini`, `inherit = ${other}.ini`, `ini = ${other}.ini:t%q`],
        ]),
        ...sections.map((section) => `ini = :${section}`),
        'v0 = no include',
      ),
    },
  );
  const block = fc
    .tuple(opening, fc.array(line, { maxLength: 3 }), closing)
    .map((parts) => parts.flat());
  return fc.oneof(
    { weight: 6, arbitrary: line.map((text) => [text]) },
    { weight: 2, arbitrary: block },
  );
};
const body = (others: readonly string[], sections: readonly string[]) =>
  fc
    .array(lineOf(others, sections), { minLength: 1, maxLength: 6 })
    .map((lines) => `${lines.flat().join('\n')}\n`);
// Section t of the innermost file has `ini = :s` only where s is no way back.
const leaf = fc
  .tuple(body([], []), body([], []), body([], []))
  .map(([main, s, t]) => `[uwsgi]\n${main}[s]\n${s}[t]\n${t}[uwsgi]\nv5 = last\n`);
const middle = fc
  .tuple(body(['b'], []), body(['b'], []), body(['b'], []))
  .map(([main, s, t]) => `[s]\n${s}[uwsgi]\n${main}[t]\n${t}`);
const first = fc
  .tuple(body(['a', 'b', 'b'], ['s', 't', '']), body(['b'], []), body(['b'], []))
  .map(([main, s, t]) => `v1 = no\n[uwsgi]\n${main.replaceAll('ini = :\n', '')}[s]\n${s}[t]\n${t}`);
// Loops over files and their lines have one turn here: the list can't tell several turns from none.
const fileSets = fc.record({
  'one.txt': fc.constant('read'),
  'main.ini': first,
  'a.ini': middle,
  'b.ini': leaf,
});

const fixed: readonly Files[] = [
  {
    'main.ini': '[uwsgi]\nini = a.ini:s\nini = :s\nx = %x|%o\nini = :t\n[t]\nno = 1\n',
    'a.ini': '[s]\nx = %x|%o|%O|%s|%S\n[t]\nyes = %x|%n\n',
  },
  { 'main.ini': '[uwsgi]\ninherit = %(a)\na = b.ini\na = c\n', 'b.ini': '[uwsgi]\nc = %(a)\n' },
  {
    'main.ini': '[uwsgi]\ninherit = a.ini\nlast = 1\n',
    'a.ini': '[uwsgi]\nini = %d/b.ini\ninherit = b.ini:\ninherit = b.ini\nset = s=%(last)\n',
    'b.ini': '[uwsgi]\nfor = 1 2\nc = %(_)%(last)\nendfor\n',
  },
  { 'main.ini': '[uwsgi]\nfor = b\nini = %(_).ini\nendfor\n', 'b.ini': '[uwsgi]\nfor = x\n' },
  { 'main.ini': '[uwsgi]\nset = for=1 2\nk = %(_)\nend-for\nini = b.ini\n', 'b.ini': '' },
  { 'main.ini': '[uwsgi]\nini = none.ini\n' },
  { 'main.ini': '[uwsgi]\nif-opt = ini\na = %(_)\n' },
];
