// @ts-check
import { mkdtempSync, readFileSync, realpathSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uriOf } from '../../server/src/node/testing/real-server.ts';
import { root } from '../lib/paths.mjs';
import { startBundledServer } from './bundled-server.mjs';
import { writeSection } from './write-section.mjs';
import { confText } from './texts.mjs';

/*
 * Memory of the server's process over 100,000 random edits, as an editor sends them: with requests in between,
 * so that the server has to keep up. A few edits stand at a time, the others are taken back again: what grows then is
 * the server, not the text.
 */

const edits = Number(process.env.BENCH_EDITS ?? 100_000);
const standing = 20;
/** In tenths of the edits. */
const shown = [0, 1, 5, 10];

process.env.NODE_OPTIONS = `--import=${new URL('./report-heap.mjs', import.meta.url).href}`;

/** @typedef {{ name: string, languageId: string, text: string }} Doc */

/** @param {number} seed */
function random(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pieces = [
  'a',
  ' ',
  '\n',
  ';',
  '{',
  '}',
  '"',
  '#',
  '=',
  '%(a)',
  '$host',
  '3031',
  '# x\n',
  'é',
];

/** @param {number} pid */
function residentMegabytes(pid) {
  const [, kilobytes] =
    /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/**
 * What is in use of the heap after a collection.
 * @param {number} pid
 * @param {string} folder where the process tells it
 */
async function usedMegabytes(pid, folder) {
  const told = new Promise((done) => {
    const watcher = watch(folder, (_event, name) => {
      if (name !== 'used') return;
      watcher.close();
      done(undefined);
    });
  });
  process.kill(pid, 'SIGUSR2');
  await told;
  return Number(readFileSync(join(folder, 'used'), 'utf8')) / 1024 ** 2;
}

/**
 * @param {string} title
 * @param {readonly Doc[]} docs
 * @param {number} atOnce edits in one message, as of somebody with so many cursors
 * @returns {Promise<string>} rows of the table
 */
async function measure(title, docs, atOnce) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'uwsgi-stack-memory-')));
  for (const { name, text } of docs) writeFileSync(join(folder, name), text);
  const heap = mkdtempSync(join(tmpdir(), 'uwsgi-stack-heap-'));
  process.env.BENCH_HEAP_FILE = join(heap, 'used');
  const server = await startBundledServer(folder);
  const { connection } = server;
  try {
    const open = docs.map(({ name, languageId, text }) => ({
      uri: uriOf(join(folder, name)),
      text,
      languageId,
      version: 1,
      /** What has been put in and is still there, the youngest last. @type {{ at: number, old: string, put: string }[]} */
      stack: [],
      /** Not sent yet. @type {{ range: object, text: string }[]} */
      changes: [],
    }));
    for (const { uri, languageId, text, version } of open)
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version, text },
      });
    const number = random(8);
    /** @param {typeof open[number]} doc @param {number} start @param {number} end @param {string} put */
    const change = (doc, start, end, put) => {
      const range = { start: positionAt(doc.text, start), end: positionAt(doc.text, end) };
      doc.text = doc.text.slice(0, start) + put + doc.text.slice(end);
      doc.version += 1;
      doc.changes.push({ range, text: put });
      if (doc.changes.length < atOnce) return;
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: doc.uri, version: doc.version },
        contentChanges: doc.changes.splice(0),
      });
    };
    const edit = () => {
      const doc = open[number(open.length)];
      if (doc === undefined) return;
      const last = doc.stack.at(-1);
      if (last !== undefined && number(standing) < doc.stack.length) {
        doc.stack.pop();
        change(doc, last.at, last.at + last.put.length, last.old);
        return;
      }
      const at = number(doc.text.length + 1);
      const end = Math.min(doc.text.length, at + number(8));
      const put = pieces[number(pieces.length)] ?? '';
      doc.stack.push({ at, old: doc.text.slice(at, end), put });
      change(doc, at, end, put);
    };
    /** @type {number[]} */
    const resident = [];
    /** @type {number[]} */
    const used = [];
    const tenth = edits / 10;
    for (let done = 0; done <= edits; done++) {
      if (done % 500 === 0) {
        const doc = open[number(open.length)];
        if (doc !== undefined)
          await connection.sendRequest('textDocument/completion', {
            textDocument: { uri: doc.uri },
            position: positionAt(doc.text, number(doc.text.length)),
          });
      }
      if (shown.includes(done / tenth)) {
        resident.push(residentMegabytes(server.pid));
        used.push(await usedMegabytes(server.pid, heap));
      }
      edit();
    }
    if (server.complaints.length > 0) throw new Error(server.complaints[0]);
    await server.close();
    /** @param {string} what @param {readonly number[]} megabytes */
    const row = (what, megabytes) =>
      `| ${title} | ${what} | ${megabytes.map((value) => value.toFixed(0)).join(' | ')} |`;
    return `${row('resident', resident)}\n${row('in use', used)}`;
  } finally {
    server.kill();
    for (const path of [folder, heap]) rmSync(path, { recursive: true });
  }
}

/** @param {string} text @param {number} offset */
function positionAt(text, offset) {
  let line = 0;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, character: offset - start };
}

const example = ['nginx.conf', 'router.ini', 'worker.ini'].map((name) => ({
  name,
  languageId: name.endsWith('.ini') ? 'uwsgi-ini' : 'nginx',
  text: readFileSync(join(root, 'examples/fastrouter', name), 'utf8'),
}));
const large = { name: 'nginx.conf', languageId: 'nginx', text: confText(10_000) };

const count = edits.toLocaleString('en');
const columns = shown.map((tenths) => ((edits * tenths) / 10).toLocaleString('en'));
const rows = [
  `| megabytes after so many edits | | ${columns.join(' | ')} |`,
  `| --- | --- |${shown.map(() => ' ---: |').join('')}`,
  await measure('the example stack', example, 1),
  await measure('an nginx.conf of 10,000 lines', [large], 100),
];
console.log(`\nMemory of the language server\n${rows.join('\n')}`);
if (process.argv.includes('--write'))
  await writeSection(
    'Memory of the language server',
    `Memory of the server’s process while an editor sends ${count} random edits, with requests in between. About ${standing}\nedits stand at a time in each file, the others are taken back. _Resident_ is what the system\ncounts, with the pages that the engine keeps for later; _in use_ is the heap after a collection. Made by \`npm run bench -- --write\` (\`scripts/bench/memory.mjs\`).\n\n${rows.join('\n')}`,
  );
