// @ts-check
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import {
  floodInFiles,
  floodLine,
  floodingApp,
  startFlood,
} from '../../client/src/stack/testing/flooding-app.ts';
import { createLoopWaits } from '../../client/e2e/loop-probe/loop-waits.cjs';
import { exampleStack } from './example-stack.mjs';
import { writeSection } from './write-section.mjs';

// Ten workers of uWSGI print 10,000 lines a second each. Measured is the process that supervises them, which in the editor
// is the extension host: how long its event loop is held up, what it holds in memory, and whether a line is lost.

const workers = 10;
const seconds = Number(process.env.BENCH_SECONDS ?? 30);
const flood = { perSecond: 10_000, lines: 10_000 * seconds };

const stack = await exampleStack(workers, {
  'app.py': (text) => floodingApp(text, flood),
});
try {
  const outcome = await stack.session.start();
  if (outcome.kind !== 'ready') throw new Error(JSON.stringify(outcome));
  let heard = 0;
  let disorder = 0;
  const next = new Map();
  stack.supervisor.onLines((lines) => {
    for (const { text } of lines) {
      const found = floodLine(text);
      if (found === undefined) continue;
      const [pid, number] = found;
      if (number !== (next.get(pid) ?? 0)) disorder += 1;
      next.set(pid, number + 1);
      heard += 1;
    }
  });
  globalThis.gc?.();
  const before = process.memoryUsage();
  const loop = createLoopWaits();
  const begin = performance.now();
  const cpu = process.cpuUsage();
  startFlood(stack.app);
  const wanted = workers * flood.lines;
  let highest = 0;
  for (const end = begin + seconds * 4000; heard < wanted && performance.now() < end;) {
    await delay(100);
    highest = Math.max(highest, process.memoryUsage.rss());
  }
  const took = (performance.now() - begin) / 1000;
  const { p50, p99, longest } = loop.read();
  loop.stop();
  const spent = process.cpuUsage(cpu);
  await stack.session.stop();
  globalThis.gc?.();
  const after = process.memoryUsage();
  const files = floodInFiles(join(stack.folder, 'logs'));
  const sum = (/** @type {readonly number[]} */ values) =>
    values.reduce((one, other) => one + other, 0);
  const inFiles = sum(files.map(({ lines }) => lines));
  const disorderInFiles = sum(files.map((each) => each.disorder));
  const mega = (/** @type {number} */ bytes) => (bytes / 1024 / 1024).toFixed(0);
  const table = [
    ['what', 'measured'],
    ['---', '---:'],
    ['lines printed', wanted.toLocaleString('en')],
    ['seconds until the last was there', took.toFixed(1)],
    ['lines a second', Math.round(heard / took).toLocaleString('en')],
    ['lines that listeners got', heard.toLocaleString('en')],
    ['lines in the log files', inFiles.toLocaleString('en')],
    ['out of order', `${disorder} and ${disorderInFiles} in the files`],
    [
      'event loop held up: median, p99, longest (ms)',
      [p50, p99, longest].map((ms) => ms.toFixed(1)).join(', '),
    ],
    [
      'share of one processor',
      `${(((spent.user + spent.system) / 1e6 / took) * 100).toFixed(0)} %`,
    ],
    ['heap before and after (MB)', `${mega(before.heapUsed)}, ${mega(after.heapUsed)}`],
    ['resident before, highest (MB)', `${mega(before.rss)}, ${mega(highest)}`],
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
  console.log(table);
  if (process.argv.includes('--write'))
    await writeSection(
      'A flood of lines',
      `Ten uWSGI workers print 10,000 lines a second each for ${seconds} seconds. Measured is the process that supervises them, which in the editor is the extension host. Made by \`npm run bench -- log-flood --write\`.\n\n${table}`,
    );
} finally {
  await stack.remove();
}
