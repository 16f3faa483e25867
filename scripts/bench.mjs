// @ts-check
import { ensureNodeModules } from './bootstrap.mjs';
import { projectNode } from './lib/paths.mjs';
import { run, runMain } from './lib/steps.mjs';

// What the language core costs: `npm run bench`. The measuring runs on the project's own node, which reads TypeScript.
await runMain(async () => {
  await ensureNodeModules();
  return (await run(projectNode, ['scripts/bench/measure.mjs'], { timeoutMs: 600_000 })).code;
});
