// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureHost } from './lib/host.mjs';
import { projectNode, root } from './lib/paths.mjs';
import { ensureBrowser, ensurePrograms, ensureTestPrograms } from './lib/programs.mjs';
import { runMain, runOrStop, step } from './lib/steps.mjs';

export { ensureBrowser, ensureHost, ensurePrograms, ensureTestPrograms };

/** Runs `npm ci` unless node_modules holds exactly what the lockfile names. */
export async function ensureNodeModules() {
  if (installedMatchesLockfile() && existsSync(projectNode)) return;
  await step('npm ci', () => runOrStop('npm', ['ci', '--no-audit', '--no-fund'], { quiet: true }));
}

/** npm keeps its own record of what it installed; it writes that last, so half an installation has none. */
function installedMatchesLockfile() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  /** @param {string} file @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(record);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' || wanted.optional === true || installed[path]?.integrity === wanted.integrity,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const parts = process.argv.slice(2);
    /** @param {string} part */
    const wanted = (part) => parts.length === 0 || parts.includes(part);
    if (wanted('node_modules')) await ensureNodeModules();
    if (wanted('programs')) await ensurePrograms();
    if (wanted('host')) await ensureHost();
    console.log('Everything is there.');
  });
}
