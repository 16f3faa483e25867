// @ts-check
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory, projectNodeVersion, root } from './paths.mjs';
import { ensureBrowser, ensureCompiler } from './programs.mjs';
import { runOrStop, step } from './steps.mjs';

const manifest = join(root, 'client/e2e/host');

/**
 * VS Code as npm has it: code-server, which a browser shows. It is large (600 MB) and needed only where the desktop
 * build can't be had, so it has a lockfile of its own and lives outside the tree, once per lockfile.
 * @returns {Promise<string>} the path of `server-main.js`
 */
export async function ensureHost() {
  await ensureBrowser();
  const directory = hostDirectory();
  const main = join(directory, 'node_modules/code-server/lib/vscode/out/server-main.js');
  const stamp = join(directory, 'installed');
  if (existsSync(stamp) && existsSync(main)) return main;
  await ensureCompiler();
  // A failed installation leaves half a tree behind, which a second one does not mend.
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(manifest, file), join(directory, file));
  }
  // Its native add-ons must meet the headers of the node that will load them, not those of the system's node.
  const nodeDirectory = await ensureNodeHeaders();
  await step('npm ci of the browser-hosted VS Code (about two minutes, once)', () =>
    runOrStop('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: directory,
      quiet: true,
      env: { npm_config_nodedir: nodeDirectory },
      timeoutMs: 1_200_000,
    }),
  );
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
  return main;
}

function hostDirectory() {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(manifest, 'package-lock.json')));
  hash.update(`${projectNodeVersion().split('.')[0]} ${process.platform} ${process.arch}`);
  return join(cacheDirectory(), `host-${hash.digest('hex').slice(0, 12)}`);
}

/** @returns {Promise<string>} a folder with `include/node` of the project's node version */
async function ensureNodeHeaders() {
  const version = projectNodeVersion();
  const nested = join(root, 'node_modules/node/node_modules');
  const cached = join(cacheDirectory(), `node-${version}`);
  const found = findHeaders(nested) ?? findHeaders(join(cached, 'node_modules'));
  if (found !== undefined) return found;
  mkdirSync(cached, { recursive: true });
  writeFileSync(join(cached, 'package.json'), '{ "private": true }\n');
  // The packages are named as node's own installation script names them.
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${process.platform}-${process.arch}@${version}`;
  await step(`npm install ${name} (headers)`, () =>
    runOrStop('npm', ['install', '--no-save', '--no-audit', '--no-fund', name], {
      cwd: cached,
      quiet: true,
    }),
  );
  const headers = findHeaders(join(cached, 'node_modules'));
  if (headers === undefined) throw new Error(`${name} brought no include/node`);
  return headers;
}

/** @param {string} modules */
function findHeaders(modules) {
  if (!existsSync(modules)) return undefined;
  return readdirSync(modules)
    .map((name) => join(modules, name))
    .find((folder) => existsSync(join(folder, 'include/node/node.h')));
}
