// @ts-check
import { ensureNodeModules } from './bootstrap.mjs';
import { projectNode } from './lib/paths.mjs';
import { run, runMain } from './lib/steps.mjs';

/*
 * What the language core costs in time, and the language server in memory: `npm run bench`. With `-- --write`, the
 * memory goes into docs/benchmarks.md as well. The measuring runs on the project's own node, which reads TypeScript.
 */
await runMain(async () => {
  await ensureNodeModules();
  for (const script of ['measure', 'memory']) {
    const args = [`scripts/bench/${script}.mjs`, ...process.argv.slice(2)];
    const { code } = await run(projectNode, args, { timeoutMs: 1_200_000 });
    if (code !== 0) return code;
  }
  return 0;
});
