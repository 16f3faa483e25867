// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureHost, ensureNodeModules, ensureTestPrograms } from './bootstrap.mjs';
import { findTests } from './lib/find-tests.mjs';
import { projectNode, root } from './lib/paths.mjs';
import { withScratch } from './lib/scratch.mjs';
import { Stop, run, runMain, seconds, step } from './lib/steps.mjs';

/**
 * Every check of the project, in the order in which a mistake is cheapest to find. `npm test -- --only=unit,e2e` picks
 * some of them.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, what: string, needs?: 'programs' | 'host' | 'floor', work: () => Promise<Counts | boolean> }} Stage
 * @type {readonly Stage[]}
 */
const stages = [
  {
    name: 'format',
    what: 'Prettier',
    work: () => tool('prettier/bin/prettier.cjs', '--check', '.'),
  },
  {
    name: 'lint',
    what: 'ESLint',
    work: () => tool('eslint/bin/eslint.js', '--max-warnings=0', '.'),
  },
  { name: 'typecheck', what: 'TypeScript', work: () => tool('typescript/bin/tsc', '--build') },
  { name: 'grammar', what: 'grammar tests', work: grammarTests },
  {
    name: 'unit',
    what: 'tests of the pure rooms',
    work: () =>
      nodeTests(findTests(['shared', 'server/src/language', 'client/webview'], { real: false }), [
        '--test-isolation=none',
      ]),
  },
  {
    name: 'real',
    what: 'tests with real programs',
    needs: 'programs',
    work: () => {
      const rooms = ['server/src/lsp', 'server/src/node', 'client/src', 'cli', 'scripts'];
      const files = [...findTests(rooms), ...findTests(['server/src/language'], { real: true })];
      return nodeTests(files, ['--test-concurrency=2', '--test-timeout=120000']);
    },
  },
  { name: 'build', what: 'bundles', work: () => node(['scripts/build.mjs']) },
  {
    name: 'suite',
    what: 'tests inside VS Code',
    needs: 'host',
    work: () => counted(['client/e2e/run-suite.mjs']),
  },
  {
    name: 'floor',
    what: 'the same tests inside the oldest VS Code that is supported',
    needs: 'floor',
    work: () => counted(['client/e2e/run-suite.mjs'], { UWSGI_STACK_HOST: 'floor' }),
  },
  {
    name: 'e2e',
    what: 'tests of the workbench from outside',
    needs: 'host',
    work: () =>
      nodeTests(findTests(['client/e2e']), ['--test-concurrency=1', '--test-timeout=300000']),
  },
];

await runMain(async () => {
  const chosen = chooseStages();
  const start = Date.now();
  await ensureNodeModules();
  if (chosen.some(({ needs }) => needs !== undefined)) await ensureTestPrograms();
  if (chosen.some(({ needs }) => needs === 'host')) await ensureHost();
  if (chosen.some(({ needs }) => needs === 'floor')) await ensureHost('floor');
  /** @type {string[]} */
  const lines = [];
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const stage of chosen) {
    const before = Date.now();
    const counts = await runStage(stage);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    if (counts.failed > 0) console.log(`  ${stage.name} FAILED`);
    const verdict = counts.failed === 0 ? 'ok    ' : 'FAILED';
    const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
    const numbers = `${counts.passed} passed, ${counts.failed} failed${skipped}`;
    lines.push(`  ${verdict} ${stage.name.padEnd(10)} ${seconds(before).padStart(8)}   ${numbers}`);
  }
  console.log(`\n${lines.join('\n')}\n  all of it  ${seconds(start)}\n`);
  const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 ? 0 : 1;
});

/** @returns {readonly Stage[]} */
function chooseStages() {
  const only = process.argv.find((argument) => argument.startsWith('--only='));
  if (only === undefined) return stages;
  const names = only.slice('--only='.length).split(',');
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = stages.map(({ name }) => name).join(', ');
    throw new Stop(`No stage is called ${unknown.join(', ')}. There are: ${known}.`);
  }
  return stages.filter(({ name }) => names.includes(name));
}

/**
 * A stage that falls over is one failure; the others still run.
 * @param {Stage} stage
 * @returns {Promise<Counts>}
 */
async function runStage(stage) {
  try {
    const result = await step(`${stage.name}: ${stage.what}`, stage.work);
    if (typeof result !== 'boolean') return result;
    return { passed: result ? 1 : 0, failed: result ? 0 : 1, skipped: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * @param {string} script path inside node_modules
 * @param {...string} args
 */
function tool(script, ...args) {
  return node([join('node_modules', script), ...args]);
}

/** @param {readonly string[]} args */
async function node(args) {
  return (await run(projectNode, args, { timeoutMs: 600_000 })).code === 0;
}

/** @returns {Promise<Counts>} */
async function grammarTests() {
  const folder = join(root, 'syntaxes/test');
  const marked = existsSync(folder)
    ? readdirSync(folder)
        .map((name) => join('syntaxes/test', name))
        .filter((file) => readFileSync(join(root, file), 'utf8').includes('SYNTAX TEST'))
    : [];
  if (marked.length === 0) return noTests();
  const program = 'node_modules/vscode-tmgrammar-test/dist/unit.js';
  const { code, output } = await run(projectNode, [program, '--compact', ...marked], {
    timeoutMs: 120_000,
  });
  const passed = output.split('\n').filter((line) => line.includes('run successful')).length;
  return { passed, failed: code === 0 ? 0 : Math.max(1, marked.length - passed), skipped: 0 };
}

/** @returns {Counts} */
function noTests() {
  console.log('  there are no tests of this kind');
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * @param {readonly string[]} files
 * @param {readonly string[]} switches
 * @returns {Promise<Counts>}
 */
async function nodeTests(files, switches) {
  if (files.length === 0) return noTests();
  const reporter = join(root, 'scripts/lib/node-test-reporter.mjs');
  return counted(['--test', `--test-reporter=${reporter}`, ...switches, ...files]);
}

/**
 * Runs something that writes its counts into the file it is given.
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<Counts>}
 */
function counted(args, env = {}) {
  return withScratch('test', async (scratch) => {
    const results = join(scratch, 'results.json');
    const { code } = await run(projectNode, args, {
      env: { ...env, UWSGI_STACK_RESULTS: results },
      timeoutMs: 1_200_000,
    });
    if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
    /** @type {Counts} */
    const counts = JSON.parse(readFileSync(results, 'utf8'));
    return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  });
}
