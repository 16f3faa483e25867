// @ts-check
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureHost, ensureNodeModules } from './bootstrap.mjs';
import { build } from './build.mjs';
import { projectNode, root } from './lib/paths.mjs';
import { withScratch } from './lib/scratch.mjs';
import { Stop, runMain, runOrStop, step } from './lib/steps.mjs';

/** What a package is made of, besides the bundles; `.vscodeignore` says which of it goes in. */
const ingredients = [
  'package.json',
  'package.nls.json',
  '.vscodeignore',
  'README.md',
  'CHANGELOG.md',
  'SUPPORT.md',
  'LICENSE',
  'syntaxes',
  'snippets',
  'icons',
  'docs',
];

// The time in each entry of the archive: any fixed one will do, so that the same sources make the same bytes.
const entryTime = Date.UTC(2026, 0, 1) / 1000;

/**
 * Packs the extension. It is laid together in a folder of its own, so that nothing of a working tree can slip in, and
 * dist/ keeps the bundles that are being worked on.
 * @param {string} out path of the .vsix
 * @returns {Promise<{ bytes: number, sha256: string }>}
 */
export async function packExtension(out) {
  await withScratch('package', async (folder) => {
    for (const name of ingredients) {
      if (!existsSync(join(root, name))) throw new Stop(`${name} belongs into the package.`);
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    await build({ production: true, into: join(folder, 'dist') });
    // The README's pictures lie in the package itself: no repository's address is put in front of them.
    const switches = ['--no-dependencies', '--no-rewrite-relative-links', '--skip-license'];
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
    await runOrStop(
      projectNode,
      [vsce, 'package', ...switches, '--allow-missing-repository', '--out', out],
      { cwd: folder, quiet: true, env: { SOURCE_DATE_EPOCH: String(entryTime) } },
    );
  });
  const content = readFileSync(out);
  return {
    bytes: statSync(out).size,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

/**
 * Puts a package into the browser-hosted VS Code, as a user would.
 * @param {string} packed path of the .vsix
 * @param {string} data the host's `--server-data-dir`
 */
export async function installExtension(packed, data) {
  const { serverMain, node } = await ensureHost();
  const args = [serverMain, '--install-extension', packed, '--server-data-dir', data];
  await runOrStop(node, [...args, '--accept-server-license-terms'], {
    quiet: true,
    timeoutMs: 120_000,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await ensureNodeModules();
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const out = join(root, `uwsgi-stack-${version}.vsix`);
    const { bytes, sha256 } = await step('package', () => packExtension(out));
    console.log(`${out}\n  ${(bytes / 1024).toFixed(0)} kB, sha256 ${sha256}`);
  });
}
