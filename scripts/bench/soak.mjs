// @ts-check
import { setImmediate as turn } from 'node:timers/promises';
import { exampleStack } from './example-stack.mjs';
import { writeSection } from './write-section.mjs';

// Starts and stops the example again and again in one process: what stays of each round would be seen here.

const rounds = Number(process.env.BENCH_ROUNDS ?? 500);
const stack = await exampleStack(1);
const collect = globalThis.gc;
if (collect === undefined) throw new Error('Run it with --expose-gc.');

const table = [
  '| starts and stops | heap in use (kB) | resident (kB) | handles |',
  '| ---: | ---: | ---: | ---: |',
];
console.log(table.join('\n'));
try {
  for (let round = 0; round <= rounds; round += 1) {
    if (round % Math.max(1, Math.floor(rounds / 10)) === 0) {
      await turn();
      collect();
      const { heapUsed, rss } = process.memoryUsage();
      const handles = process.getActiveResourcesInfo().length;
      const cells = [round, heapUsed / 1024, rss / 1024, handles].map((cell) => cell.toFixed(0));
      const row = `| ${cells.join(' | ')} |`;
      table.push(row);
      console.log(row);
    }
    if (round === rounds) break;
    const outcome = await stack.session.start();
    if (outcome.kind !== 'ready') throw new Error(JSON.stringify(outcome));
    await stack.session.stop();
  }
} finally {
  await stack.remove();
}
if (process.argv.includes('--write'))
  await writeSection(
    'Starts and stops in one process',
    `The example with one worker is started and stopped again and again by one supervisor. Made by \`npm run bench -- soak --write\`.\n\n${table.join('\n')}`,
  );
