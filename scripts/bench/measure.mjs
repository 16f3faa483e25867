// @ts-check
import { performance } from 'node:perf_hooks';
import { createLanguage, kindOfFile } from '../../server/src/language/language.ts';
import { blindDisk } from '../../server/src/language/disk.ts';
import { nothingInstalled } from '../../server/src/language/installed.ts';
import { defaultLanguageSettings } from '../../shared/settings.ts';
import { confText, iniText, workspaceTexts } from './texts.mjs';

/*
 * Times of one machine say nothing on another. So each is told as a multiple of a reference that the same run has
 * measured: taking the same text apart into words with a regular expression. The growth column compares ten times the
 * lines with the lines: about 10 is linear, and what lies far above grows faster than the file.
 */

/** @typedef {import('../../server/src/language/language.ts').SourceFile} SourceFile */
/** @typedef {import('../../server/src/language/language.ts').Snapshot} Snapshot */

const settings = defaultLanguageSettings;

/**
 * @param {readonly (readonly [string, string])[]} texts
 * @param {number} version
 * @returns {Snapshot}
 */
function snapshotOf(texts, version = 1) {
  /** @type {[string, SourceFile][]} */
  const files = texts.flatMap(([path, text]) => {
    const kind = kindOfFile(path, text);
    return kind === undefined ? [] : [[path, { path, text, kind, version }]];
  });
  return { files: new Map(files), settings, disk: blindDisk, installed: nothingInstalled };
}

/**
 * The middle one of several runs, in milliseconds.
 * @param {() => unknown} work
 * @param {number} times
 */
function time(work, times = 5) {
  work();
  const all = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return all[times >> 1] ?? 0;
}

/** @param {string} text */
const reference = (text) => time(() => [...text.matchAll(/[\w.-]+|\s+|[^\w\s]/g)].length);

/**
 * What a keystroke costs in a file that is open: the check of all, then what the editor asks for at once.
 * @param {string} path
 * @param {string} text
 */
function keystroke(path, text) {
  const language = createLanguage();
  let version = 1;
  const next = () => snapshotOf([[path, text + ' '.repeat(++version % 2)]], version);
  const middle = text.indexOf('\n', text.length >> 1) - 3;
  const around = { start: middle, end: Math.min(text.length, middle + 2000) };
  /** @type {[string, (features: NonNullable<ReturnType<typeof language.features>>) => unknown][]} */
  const features = [
    ['completion', (file) => file.completion(middle)],
    ['hover', (file) => file.hover(middle)],
    ['signature help', (file) => file.signature(middle)],
    ['definition', (file) => file.definition(middle)],
    ['references', (file) => file.references(middle)],
    ['semantic tokens', (file) => file.tokens()],
    ['symbols', (file) => file.symbols()],
    ['foldings', (file) => file.foldings()],
    ['selections', (file) => file.selections(middle)],
    ['links', (file) => file.links()],
    ['inlays', (file) => file.inlays(around)],
    ['actions', (file) => file.actions({ start: middle, end: middle })],
    ['formatting', (file) => file.format({ tabSize: 4, insertSpaces: true })],
  ];
  /** @type {Map<string, number>} */
  const times = new Map([['check after a keystroke', time(() => language.check(next()))]]);
  const now = next();
  language.check(now);
  for (const [name, work] of features)
    times.set(
      name,
      time(() => {
        const file = language.features(now, path);
        if (file !== undefined) work(file);
      }, 3),
    );
  return times;
}

/**
 * @param {string} title
 * @param {string} path
 * @param {(lines: number) => string} make
 */
function measureFile(title, path, make) {
  const [small, large] = [make(5000), make(50_000)];
  const base = reference(small);
  const [few, many] = [keystroke(path, small), keystroke(path, large)];
  console.log(`\n${title}: 5,000 lines; taking it apart into words: ${base.toFixed(2)} ms = 1`);
  print(['', 'ms', 'multiple', 'growth for 10 × the lines']);
  for (const [name, ms] of few) {
    const growth = (many.get(name) ?? 0) / ms;
    // Below this, the clock says more of itself than of the work.
    const shown = ms < 0.05 ? '' : growth.toFixed(1);
    print([name, ms.toFixed(2), (ms / base).toFixed(1), shown]);
  }
}

/** @param {readonly string[]} cells */
function print(cells) {
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(28) : cell.padStart(10))).join(''));
}

function measureWorkspace() {
  const [few, many] = [workspaceTexts(50), workspaceTexts(500)];
  const base = reference(many.map(([, text]) => text).join('\n'));
  console.log(
    `\nA workspace of 500 files; taking them apart into words: ${base.toFixed(2)} ms = 1`,
  );
  print(['', 'ms', 'multiple', 'growth for 10 × the files']);
  /** @param {[string, string][]} texts */
  const first = (texts) => time(() => createLanguage().check(snapshotOf(texts)), 3);
  /** @param {[string, string][]} texts */
  const again = (texts) => {
    const language = createLanguage();
    const start = snapshotOf(texts);
    language.check(start);
    let version = 1;
    return time(() => {
      const [path = '', text = ''] = texts[1] ?? [];
      const changed = snapshotOf([[path, `${text}; ${++version}\n`]], version).files;
      language.check({ ...start, files: new Map([...start.files, ...changed]) });
    });
  };
  for (const [name, work] of /** @type {const} */ ([
    ['first check', first],
    ['check after a keystroke', again],
  ])) {
    const [less, more] = [work(few), work(many)];
    print([name, more.toFixed(2), (more / base).toFixed(1), (more / less).toFixed(1)]);
  }
}

measureWorkspace();
measureFile('An ini file', '/w/worker.ini', iniText);
measureFile('An nginx file', '/w/nginx.conf', confText);
