// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { cli } from './bundled-server.mjs';
import { median } from './quantile.mjs';
import { writeSection } from './write-section.mjs';

/*
 * `check` beside other programs that read nginx files and can be had from npm, on a folder of real ones:
 * BENCH_CORPUS names it. Its `labels.tsv` tells what nginx says of each file: path, context, and in the third column `ok`,
 * `ok+warn`, `env` (nothing can be said) or the kind of the error. Those files belong to others and are no part of the project.
 */

const times = Number(process.env.BENCH_TIMES ?? 5);
const linter = 'nginx-linter@0.7.0';
const parsers = ['nginx-conf@2.1.0', '@webantic/nginx-config-parser@1.6.1'];

/** Reads every file with one of the parsers and prints those that it refuses. */
const parse = `
import { readFileSync } from 'node:fs';
import { NginxConfFile } from 'nginx-conf';
import Webantic from '@webantic/nginx-config-parser';
const parsers = {
  'nginx-conf': (text) =>
    new Promise((resolve, reject) => {
      NginxConfFile.createFromSource(text, (error) => (error ? reject(error) : resolve()));
    }),
  '@webantic/nginx-config-parser': async (text) => new Webantic().toJSON(text),
};
const refused = [];
for (const file of JSON.parse(readFileSync('files.json', 'utf8')))
  await parsers[process.argv[2]](readFileSync(file, 'utf8')).catch(() => refused.push(file));
console.log(JSON.stringify(refused));
`;

const corpus = process.env.BENCH_CORPUS;
if (corpus === undefined) {
  console.log('Peers are compared on a folder of nginx files: name it in BENCH_CORPUS.');
  process.exit(0);
}
const labels = readFileSync(join(corpus, 'labels.tsv'), 'utf8').trim().split('\n').slice(1);
const verdicts = new Map(
  labels
    .map((line) => line.split('\t'))
    .map(([path, , verdict]) => [join(corpus, path ?? ''), verdict ?? '']),
);
const good = [...verdicts].flatMap(([path, verdict]) => (verdict.startsWith('ok') ? [path] : []));
const bad = [...verdicts].flatMap(([path, verdict]) => (/^ok|^env$/.test(verdict) ? [] : [path]));
const files = [...verdicts.keys()];

const folder = mkdtempSync(join(tmpdir(), 'uwsgi-stack-peers-'));
try {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  writeFileSync(join(folder, 'parse.mjs'), parse);
  writeFileSync(join(folder, 'files.json'), JSON.stringify(files));
  const installed = spawnSync('npm', ['install', '--ignore-scripts', linter, ...parsers], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (installed.status !== 0) throw new Error(installed.stderr);

  /** @param {readonly string[]} args */
  const run = (args) => {
    const start = performance.now();
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { ms: performance.now() - start, stdout, stderr, status };
  };
  const own = () => {
    const { ms, stdout } = run([cli, 'check', '--format', 'json', ...files]);
    /** @type {{ findings: readonly { path: string, level: string }[] }} */
    const { findings } = JSON.parse(stdout);
    const told = findings
      .filter(({ level }) => level === 'error')
      .map(({ path }) => join(folder, path));
    return { ms, refused: new Set(told) };
  };
  /** @param {string} name */
  const parser = (name) => {
    const { ms, stdout } = run(['parse.mjs', name]);
    return { ms, refused: new Set(/** @type {string[]} */ (JSON.parse(stdout))) };
  };
  // One file that it can't read ends it: each file gets a process of its own.
  const lint = () => {
    /** @type {Set<string>} */
    const refused = new Set();
    let ms = 0;
    for (const file of files) {
      const one = run([
        'node_modules/.bin/nginx-linter',
        '--no-follow-includes',
        '--include',
        file,
      ]);
      ms += one.ms;
      if (one.status !== 0) refused.add(file);
    }
    return { ms, refused };
  };
  const ownEach = () => {
    let ms = 0;
    for (const file of files) ms += run([cli, 'check', file]).ms;
    return { ms, refused: own().refused };
  };
  /** @type {readonly (readonly [string, () => { ms: number, refused: Set<string> }, number])[]} */
  const tools = [
    ['`uwsgi-stack check`: all its rules', own, times],
    ['nginx-conf: parses only', () => parser('nginx-conf'), times],
    [
      '@webantic/nginx-config-parser: parses only',
      () => parser('@webantic/nginx-config-parser'),
      times,
    ],
    ['nginx-linter, a process for each file', lint, 1],
    ['`uwsgi-stack check`, a process for each file', ownEach, 1],
  ];
  const rows = tools.map(([name, tool, turns]) => {
    const runs = Array.from({ length: turns }, tool);
    const refused = runs[0]?.refused ?? new Set();
    const count = (/** @type {readonly string[]} */ paths) =>
      paths.filter((path) => refused.has(path)).length;
    const seconds = median(runs.map(({ ms }) => ms)) / 1000;
    return `| ${name} | ${seconds.toFixed(seconds < 10 ? 2 : 0)} | ${count(bad)} of ${bad.length} | ${count(good)} of ${good.length} |`;
  });
  const table = `| | seconds | files with an error, of those that nginx refuses | of those that nginx takes |\n| --- | ---: | ---: | ---: |\n${rows.join('\n')}`;
  console.log(`\nBeside other readers of nginx files\n${table}`);
  if (process.argv.includes('--write'))
    await writeSection(
      'Beside other readers of nginx files',
      `${files.length} real nginx files, most of them out of public repositories, with the verdict of nginx itself: which programs tell an error, and how long they take. Of ${files.length - good.length - bad.length} files nothing can be said without their surroundings. ${linter} reports spaces at the end of a line as errors, too. Made by \`BENCH_CORPUS=FOLDER npm run bench -- peers --write\` (\`scripts/bench/peers.mjs\`).\n\n${table}`,
    );
} finally {
  rmSync(folder, { recursive: true });
}
