// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { uriOf } from '../../server/src/node/testing/real-server.ts';
import { cli, startBundledServer } from './bundled-server.mjs';
import { median, quantile } from './quantile.mjs';
import { confText, iniText } from './texts.mjs';
import { writeSection } from './write-section.mjs';

/*
 * What a person waits for: the check of a very large nginx.conf beside `nginx -t` of the same file, in turn; and, through
 * the language server's own protocol, diagnostics after each letter typed, completion, hover, and the first diagnostics
 * after the server's start.
 */

const times = Number(process.env.BENCH_TIMES ?? 5);

/** @param {string} command @param {readonly string[]} args */
function timeOf(command, args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}: ${stderr}`);
  return performance.now() - start;
}

/** @param {string} folder */
function besideNginx(folder) {
  const file = join(folder, 'large.conf');
  // One address for all servers, as nginx opens each when it tests; parameters once, as it reads an included file each time.
  const text = confText(85_000)
    .replaceAll(/listen \d+;/g, 'listen 127.0.0.1:18099;')
    .replaceAll('include uwsgi_params;', 'client_max_body_size 8m;')
    .replaceAll('uwsgi_param UWSGI_FASTROUTER_KEY $host;', 'uwsgi_read_timeout 30s;')
    .replace(
      'http {\n',
      'http {\n  include uwsgi_params;\n  uwsgi_param UWSGI_FASTROUTER_KEY $host;\n',
    );
  writeFileSync(join(folder, 'uwsgi_params'), 'uwsgi_param QUERY_STRING $query_string;\n');
  writeFileSync(file, text);
  /** @type {{ nginx: number[], own: number[] }} */
  const taken = { nginx: [], own: [] };
  for (let turn = 0; turn < times; turn++) {
    taken.nginx.push(timeOf('nginx', ['-t', '-q', '-p', folder, '-c', file]));
    taken.own.push(timeOf(process.execPath, [cli, 'check', file]));
  }
  return { nginx: median(taken.nginx), own: median(taken.own) };
}

/**
 * @param {string} folder
 * @param {{ name: string, languageId: string, text: string, typed: string, others: readonly [string, string][] }} file
 */
async function typing(folder, { name, languageId, text, typed, others }) {
  const path = join(folder, name);
  for (const [other, content] of [[name, text], ...others])
    writeFileSync(join(folder, other ?? ''), content ?? '');
  const begun = performance.now();
  const server = await startBundledServer(folder);
  const { connection } = server;
  try {
    const uri = uriOf(path);
    const lines = text.split('\n');
    let version = 1;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
    await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    const ready = performance.now() - begun;
    /** @type {{ keys: number[], completion: number[], hover: number[] }} */
    const taken = { keys: [], completion: [], hover: [] };
    /** @param {number} line @param {number} from @param {number} to @param {string} put */
    const change = (line, from, to, put) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [
          { range: { start: { line, character: from }, end: { line, character: to } }, text: put },
        ],
      });
    const places = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((share) => {
      const line = lines.findIndex(
        (one, at) => at > lines.length * share && /^ {6}uwsgi_pass|^env/.test(one),
      );
      return [line, line];
    });
    for (const [round, line] of places.entries()) {
      // Nobody types at one place and at another in the same moment.
      await delay(500);
      const own = lines[line] ?? '';
      const indent = /^ */.exec(own)?.[0] ?? '';
      await change(line, 0, 0, `${indent}\n`);
      for (let at = 0; at < typed.length; at++) {
        const start = performance.now();
        const told = published(server, uri);
        await change(line, indent.length + at, indent.length + at, typed.charAt(at));
        await told;
        // The first words are those of a server that has only begun.
        if (round > 0) taken.keys.push(performance.now() - start);
        if (at % 4 !== 0) continue;
        const position = { line, character: indent.length + at + 1 };
        for (const [kind, method] of /** @type {const} */ ([
          ['completion', 'textDocument/completion'],
          ['hover', 'textDocument/hover'],
        ])) {
          const asked = performance.now();
          await connection.sendRequest(method, { textDocument: { uri }, position });
          if (round > 0) taken[kind].push(performance.now() - asked);
        }
      }
      const told = published(server, uri);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [
          {
            range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
            text: '',
          },
        ],
      });
      await told;
    }
    if (server.complaints.length > 0) throw new Error(server.complaints[0]);
    await server.close();
    return { ready, ...taken };
  } finally {
    server.kill();
  }
}

/** @param {Awaited<ReturnType<typeof startBundledServer>>} server @param {string} uri */
function published(server, uri) {
  const before = server.diagnostics.get(uri);
  return server.until(() => server.diagnostics.get(uri) !== before);
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'uwsgi-stack-latency-')));
try {
  const { nginx, own } = besideNginx(folder);
  const ms = (/** @type {number} */ value) => value.toFixed(value < 100 ? 1 : 0);
  const router =
    '[uwsgi]\nmaster = true\nplugins = fastrouter\nfastrouter = 127.0.0.1:3030\nfastrouter-subscription-server = 127.0.0.1:2626\n';
  const files = [
    {
      title: 'an nginx.conf of 10,000 lines',
      ...{ name: 'nginx.conf', languageId: 'nginx', text: confText(10_000) },
      typed: 'proxy_no_such_directive_at_all',
      others: /** @type {[string, string][]} */ ([]),
    },
    {
      title: 'an ini file of 2,000 lines, with a router beside it',
      ...{ name: 'worker.ini', languageId: 'uwsgi-ini', text: iniText(2000) },
      typed: 'no-such-option-of-uwsgi-at-all',
      others: /** @type {[string, string][]} */ ([['router.ini', router]]),
    },
  ];
  const rows = [];
  for (const file of files) {
    const inner = mkdtempSync(join(folder, 'typing-'));
    const { ready, keys, completion, hover } = await typing(inner, file);
    const cells = [keys, completion, hover].map(
      (list) => `${ms(median(list))}, ${ms(quantile(list, 0.99))}`,
    );
    rows.push(`| ${file.title} | ${ms(ready)} | ${cells.join(' | ')} |`);
  }
  const check = `| check of 85,000 lines (ms) | \`nginx -t\` (ms) | ratio |\n| ---: | ---: | ---: |\n| ${ms(own)} | ${ms(nginx)} | ${(own / nginx).toFixed(2)} |`;
  const table = `| milliseconds: median, p99 | first answer | diagnostics after a letter | completion | hover |\n| --- | ---: | ---: | ---: | ---: |\n${rows.join('\n')}`;
  console.log(`\nWaiting\n${check}\n\n${table}`);
  if (process.argv.includes('--write'))
    await writeSection(
      'Waiting',
      `The command line’s \`check\` of an nginx.conf of 85,000 lines beside \`nginx -t\` of the same file, each a process of its own; medians of ${times} runs in turn.\n\n${check}\n\nThe language server in a process of its own, asked as an editor asks it: from its start to the first answer about an open file, from a letter typed to the diagnostics that it changes, and two requests at that place. Of the large file the place that has changed is judged first, and all files when the letters pause; the request that follows a letter so is the first that needs the text as a whole. Made by \`npm run bench -- latency --write\` (\`scripts/bench/latency.mjs\`).\n\n${table}`,
    );
} finally {
  rmSync(folder, { recursive: true });
}
