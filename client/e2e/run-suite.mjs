// @ts-check
import { runTests } from '@vscode/test-electron';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment, findProgram, root } from '../../scripts/lib/paths.mjs';
import { exitOnSignals, withScratch } from '../../scripts/lib/scratch.mjs';
import { run, runMain, step } from '../../scripts/lib/steps.mjs';

/**
 * The suite in a real VS Code, twice: in a trusted folder, then in Restricted Mode. Desktop VS Code is used where there
 * is one with a display, VS Code in a browser everywhere else.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @returns {Promise<Counts>}
 */
export async function runSuites() {
  const executable = desktopExecutable() ?? join(root, 'client/e2e/host/vscode-host.mjs');
  console.log(`  host: ${executable}`);
  const trusted = await runSuite('suite in a trusted folder', executable, 'suite.cjs', []);
  const restricted = await runSuite('suite in Restricted Mode', executable, 'restricted.cjs', [
    '--restricted',
  ]);
  return {
    passed: trusted.passed + restricted.passed,
    failed: trusted.failed + restricted.failed,
    skipped: trusted.skipped + restricted.skipped,
  };
}

/** @returns {string | undefined} */
function desktopExecutable() {
  if (/^(?:browser|floor)$/.test(process.env.UWSGI_STACK_HOST ?? '')) return undefined;
  if (process.env.UWSGI_STACK_HOST === 'desktop') return process.env.UWSGI_STACK_CODE ?? 'code';
  const display = process.platform !== 'linux' || process.env.DISPLAY !== undefined;
  return display && process.getuid?.() !== 0 ? findProgram('code') : undefined;
}

/**
 * @param {string} title
 * @param {string} executable
 * @param {string} bundle
 * @param {readonly string[]} switches
 * @returns {Promise<Counts>}
 */
function runSuite(title, executable, bundle, switches) {
  const work = async (/** @type {string} */ scratch) => {
    const folder = join(scratch, 'fastrouter');
    const results = join(scratch, 'results.json');
    // A copy: the suite edits files, and a run must leave the tree as it was.
    cpSync(join(root, 'examples/fastrouter'), folder, { recursive: true });
    const restricted = switches.length > 0;
    const environment = {
      UWSGI_STACK_RESULTS: results,
      UWSGI_STACK_ROOT: root,
      ...(restricted ? layTraps(scratch, folder) : {}),
    };
    const ended = await attempt(() =>
      restricted && !executable.endsWith('.mjs')
        ? runDesktopRestricted(executable, folder, bundle, environment)
        : runTests({
            vscodeExecutablePath: executable,
            extensionDevelopmentPath: root,
            extensionTestsPath: join(root, 'dist/e2e', bundle),
            launchArgs: [folder, ...switches],
            extensionTestsEnv: childEnvironment(environment),
          }),
    );
    const counts = existsSync(results)
      ? JSON.parse(readFileSync(results, 'utf8'))
      : { passed: 0, failed: 1, skipped: 0 };
    // A suite whose host fell over has failed, whatever it had counted until then.
    return ended || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  };
  return step(title, () => withScratch('suite', work));
}

/**
 * Programs that leave a mark when they are run, where Restricted Mode must not run them: first on PATH, and named by the
 * folder's own settings.
 * @param {string} scratch
 * @param {string} folder
 * @returns {Record<string, string>} the environment of the host
 */
function layTraps(scratch, folder) {
  const fakes = join(scratch, 'bin');
  const mark = join(scratch, 'a-program-was-run');
  mkdirSync(fakes);
  for (const name of ['nginx', 'uwsgi']) {
    const script = `#!/bin/sh\necho "$0 $*" >> '${mark}'\n`;
    writeFileSync(join(fakes, name), script, { mode: 0o755 });
  }
  mkdirSync(join(folder, '.vscode'));
  const settings = {
    'uwsgiStack.nginx.path': join(fakes, 'nginx'),
    'uwsgiStack.uwsgi.path': join(fakes, 'uwsgi'),
  };
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  return {
    UWSGI_STACK_MARK: mark,
    UWSGI_STACK_FAKES: fakes,
    PATH: [fakes, childEnvironment().PATH].join(delimiter),
  };
}

/**
 * `runTests` turns Workspace Trust off in every run, so desktop VS Code is started here without it.
 * @param {string} executable
 * @param {string} folder
 * @param {string} bundle
 * @param {Record<string, string>} environment
 */
function runDesktopRestricted(executable, folder, bundle, environment) {
  return withScratch('profile', async (profile) => {
    const switches = ['--wait', '--no-sandbox', '--disable-updates', '--skip-welcome'];
    const args = [
      folder,
      ...switches,
      '--skip-release-notes',
      `--user-data-dir=${profile}`,
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${join(root, 'dist/e2e', bundle)}`,
    ];
    const { code } = await run(executable, args, { env: environment, timeoutMs: 480_000 });
    if (code !== 0) throw new Error(`exit code ${code}`);
  });
}

/**
 * @param {() => Promise<unknown>} work
 * @returns {Promise<boolean>}
 */
async function attempt(work) {
  try {
    await work();
    return true;
  } catch (error) {
    console.log(`  ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  exitOnSignals();
  await runMain(async () => {
    const counts = await runSuites();
    const results = process.env.UWSGI_STACK_RESULTS;
    if (results !== undefined) writeFileSync(results, JSON.stringify(counts));
    return counts.failed === 0 ? 0 : 1;
  });
}
