// @ts-check
import { ensureNodeModules, ensurePrograms } from './bootstrap.mjs';
import { projectNode } from './lib/paths.mjs';
import { run, runMain, Stop } from './lib/steps.mjs';

/*
 * What the language core costs in time, the language server in memory, and a start beside a bare shell script:
 * `npm run bench`. Names choose some: `npm run bench -- start-time`; `soak`, which takes a quarter of an hour, and
 * `peers`, which needs files of others, run only when they are named. With `--write` what belongs into docs/benchmarks.md goes there. The measuring runs on the project's own
 * node, which reads TypeScript.
 */
const scripts = [
  'measure',
  'latency',
  'activation',
  'memory',
  'start-time',
  'log-flood',
  'soak',
  'peers',
];
const whenNamed = ['soak', 'peers'];
const withPrograms = scripts.filter((script) => script !== 'measure');

await runMain(async () => {
  await ensureNodeModules();
  const words = process.argv.slice(2);
  const named = words.filter((word) => !word.startsWith('--'));
  const unknown = named.find((word) => !scripts.includes(word));
  if (unknown !== undefined)
    throw new Stop(`There is no ${unknown}; there are ${scripts.join(', ')}.`);
  const chosen = named.length > 0 ? named : scripts.filter((script) => !whenNamed.includes(script));
  if (chosen.some((script) => withPrograms.includes(script))) {
    await ensurePrograms();
    const { code } = await run(projectNode, ['scripts/build.mjs'], { quiet: true });
    if (code !== 0) throw new Stop('The bundles can not be built.');
  }
  for (const script of chosen) {
    const args = ['--expose-gc', `scripts/bench/${script}.mjs`, ...words];
    const { code } = await run(projectNode, args, { timeoutMs: 3_600_000 });
    if (code !== 0) return code;
  }
  return 0;
});
