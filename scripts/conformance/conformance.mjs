import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutate, randomNumbers } from './mutate.mjs';
import { openLanguage, stockDirectives } from './our-verdict.mjs';
import { openNginx } from './real-nginx.mjs';
import { reasonFor } from './reasons.mjs';
import { collectSeeds } from './seeds.mjs';
import { readNginxBuild } from '../../server/src/node/probe/probe-nginx.ts';

/**
 * Measures how far the editor's verdict and nginx's own agree: on a labelled folder of real files (`--corpus`, or
 * NGINX_CORPUS), and on mutated files that the installed nginx judges on the spot. Both sides see the same text. What is
 * mutated are the seeds beside this file, the examples, and what nginx accepts of a folder (`--seeds`, or NGINX_SEEDS).
 */
const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: process.env.NGINX_CORPUS ?? '' },
    seeds: { type: 'string', default: process.env.NGINX_SEEDS ?? '' },
    mutants: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '12' },
    group: { type: 'string', default: '' },
  },
});

if (options.corpus !== '')
  for (const version of ['1.31.5', '1.22.1']) measureCorpus(options.corpus, version);
if (Number(options.mutants) > 0) await measureMutants(Number(options.mutants));

function measureCorpus(folder, version) {
  const [header, ...rows] = readTable(join(folder, 'labels.tsv'));
  const at = (name) => header.indexOf(name);
  const tally = newTally(`corpus, nginx ${version}`);
  const judge = openLanguage(version);
  for (const row of rows) {
    const path = join(folder, row[0]);
    if (!existsSync(path)) continue;
    const label = row[at(`nginx_${version}`)];
    const place = /^([\s\S]*?)(?: in line (\d+))?$/.exec(row[at(`msg_${version}`)] ?? '');
    const verdict = label.startsWith('ok')
      ? { verdict: 'ok' }
      : { verdict: 'rejected', message: place[1], line: place[2] && Number(place[2]) };
    if (label === 'env' && !/certificate" is defined/.test(verdict.message)) continue;
    count(tally, row[0], verdict, judge(readFileSync(path, 'utf8'), `/conformance/${row[0]}`));
  }
  print(tally);
}

async function measureMutants(wanted) {
  const nginx = openNginx();
  const others = Object.fromEntries(
    nginx.surroundings.map((name) => [name, readFileSync(join(nginx.folder, name), 'utf8')]),
  );
  const build = { ...readNginxBuild(installedBuild()), platform: process.platform };
  const judge = openLanguage(build.version, others, { nginx: build, uwsgi: undefined });
  const tally = newTally(`${wanted} mutants, seed ${options.seed}, nginx ${build.version}`);
  try {
    const { seeds, refused } = await collectSeeds(nginx, options.seeds);
    console.log(
      `\n${seeds.length} seeds; ${refused} files left out, as nginx refuses them as they are`,
    );
    for (const text of seeds) count(tally, text, await nginx.judge(text), judge(text), seeds);
    const random = randomNumbers(Number(options.seed));
    const directives = stockDirectives();
    const texts = new Set();
    while (texts.size < wanted) {
      const text = mutate(random.pick(seeds), directives, random);
      if (text !== undefined && !seeds.includes(text)) texts.add(text);
    }
    const waiting = [...texts];
    const worker = async () => {
      for (let text = waiting.pop(); text !== undefined; text = waiting.pop())
        count(tally, text, await nginx.judge(text), judge(text), seeds);
    };
    await Promise.all([worker(), worker()]);
  } finally {
    nginx.close();
  }
  print(tally);
}

/** `nginx -V` writes to standard error. */
function installedBuild() {
  return execFileSync('sh', ['-c', 'nginx -V 2>&1'], { encoding: 'utf8', timeout: 10_000 });
}

function newTally(title) {
  const numbers = {
    ok: 0,
    falseErrors: 0,
    rejected: 0,
    flagged: 0,
    asErrors: 0,
    onLine: 0,
    noticed: 0,
    lines: 0,
    machine: 0,
  };
  return { title, ...numbers, groups: new Map() };
}

function count(tally, name, verdict, findings, seeds) {
  const errors = findings.filter(({ level }) => level === 'error');
  const remark = (kind, shape, detail) => {
    const key = `${kind}: ${shape.replace(/"(?:[^"\\]|\\.)*"/g, '"…"').replace(/\d+/g, 'N')}`;
    const group = tally.groups.get(key) ?? { key, examples: [] };
    group.examples.push(`${detail} | ${seeds ? difference(seeds, name) : name.slice(0, 100)}`);
    tally.groups.set(key, group);
  };
  if (verdict.verdict === 'environment') tally.machine += 1;
  else if (verdict.verdict === 'ok') {
    tally.ok += 1;
    if (errors.length === 0) return;
    tally.falseErrors += 1;
    const [{ rule, message, from }] = errors;
    remark('false error', `${rule} ${message}`, `line ${from}: ${message}`);
  } else {
    tally.rejected += 1;
    const { message, line } = verdict;
    const heavy = findings.filter(({ level }) => level === 'error' || level === 'warning');
    if (heavy.length > 0 || findings.length > 0) tally.flagged += 1;
    if (errors.length > 0) tally.asErrors += 1;
    else {
      const missed = findings.length === 0 ? 'missed' : 'no error';
      remark(missed, message, `line ${line}: ${message}`);
    }
    if (line === undefined) return;
    tally.lines += 1;
    if (errors.some(({ from }) => from === line)) tally.onLine += 1;
    else if (errors.some(({ noticed }) => noticed.includes(line))) tally.noticed += 1;
    else if (errors.length > 0)
      remark(
        'other line',
        message,
        `line ${line}: ${message} <> ${errors[0].from}: ${errors[0].message}`,
      );
  }
}

function print(tally) {
  const share = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);
  const { title, ok, falseErrors, rejected, flagged, asErrors } = tally;
  const { lines, onLine, noticed, machine } = tally;
  console.log(`\n${title}`);
  console.log(`  accepted by nginx ${ok}: false errors ${falseErrors} (${share(falseErrors, ok)})`);
  console.log(
    `  rejected ${rejected}: flagged ${flagged} (${share(flagged, rejected)}), as errors ${asErrors} (${share(asErrors, rejected)})`,
  );
  console.log(
    `  with a line ${lines}: error on that line ${onLine} (${share(onLine, lines)}), on an earlier one and the line told beside ${noticed} (${share(onLine + noticed, lines)} with these)`,
  );
  console.log(`  left out, as the machine decides: ${machine}`);
  const groups = [...tally.groups.values()].sort((a, b) => b.examples.length - a.examples.length);
  for (const { key, examples } of groups) {
    if (options.group !== '' && !key.includes(options.group)) continue;
    console.log(`  ${String(examples.length).padStart(5)}  ${key.slice(0, 150)}`);
    const reason = reasonFor(key);
    if (reason !== '') console.log(`         (${reason})`);
    const shown = options.group === '' ? 1 : Number(options.show);
    for (const example of examples.slice(0, shown))
      console.log(`           ${example.slice(0, 330)}`);
  }
}

/** Where a mutant differs from its seed, for the eye. */
function difference(seeds, text) {
  let best = '';
  let most = -1;
  for (const seed of seeds) {
    let start = 0;
    while (start < seed.length && seed[start] === text[start]) start += 1;
    let end = 0;
    while (end < seed.length - start && seed.at(-1 - end) === text.at(-1 - end)) end += 1;
    if (start + end <= most) continue;
    most = start + end;
    const was = seed.slice(start, seed.length - end);
    const is = text.slice(start, text.length - end);
    best = `…${seed.slice(Math.max(0, start - 30), start)}⟦${was}→${is}⟧${text.slice(text.length - end).slice(0, 30)}`;
  }
  return best.replaceAll('\n', '⏎').slice(0, 260);
}

function readTable(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}
