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
import { delimiter, dirname, join } from 'node:path';
import { cacheDirectory, childEnvironment, projectNodeVersion, root } from './paths.mjs';
import { ensureBrowser, ensureCompiler, ensureSearcher, findSearcher } from './programs.mjs';
import { runOrStop, step } from './steps.mjs';

/**
 * VS Code as npm has it: code-server, which a browser shows. Each is large (600 MB) and needed only where the desktop
 * build can't be had, so it has a lockfile of its own and lives outside the tree, once per lockfile.
 *
 * @typedef {'newest' | 'floor'} HostName `floor` is the oldest one that `engines.vscode` admits
 * @typedef {{ serverMain: string, node: string }} InstalledHost path of `server-main.js`, and of the node that runs it
 */

/** @returns {HostName} the one that the environment asks for */
export function chosenHost() {
  return process.env.UWSGI_STACK_HOST === 'floor' ? 'floor' : 'newest';
}

/**
 * @param {HostName} [name]
 * @returns {Promise<InstalledHost>}
 */
export async function ensureHost(name = chosenHost()) {
  await ensureBrowser();
  const manifest = join(root, 'client/e2e/host', name === 'floor' ? 'floor' : '');
  const version = nodeVersionOf(manifest);
  const directory = hostDirectory(manifest, version);
  const serverMain = join(directory, 'node_modules/code-server/lib/vscode/out/server-main.js');
  const stamp = join(directory, 'installed');
  if (existsSync(stamp) && existsSync(serverMain))
    return { serverMain, node: join(await ensureNode(version), 'bin/node') };
  await ensureCompiler();
  // A failed installation leaves half a tree behind, which a second one does not mend.
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(manifest, file), join(directory, file));
  }
  // Its native add-ons must meet the headers of the node that will load them, not those of the system's node.
  const nodeDirectory = await ensureNode(version);
  const path = [join(nodeDirectory, 'bin'), childEnvironment().PATH].join(delimiter);
  const temporary = join(directory, 'tmp');
  mkdirSync(temporary);
  if (name === 'floor') await laySearcher(temporary);
  await step(`npm ci of ${hostTitles[name]} (about two minutes, once)`, () =>
    runOrStop('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: directory,
      quiet: true,
      env: {
        ...{ npm_config_nodedir: nodeDirectory, PATH: path, TMPDIR: temporary },
        // Asked for by name where root installs; and a script of an older release asks npx for node-gyp.
        ...{ npm_config_unsafe_perm: 'true', npm_config_yes: 'true' },
      },
      timeoutMs: 1_200_000,
    }),
  );
  rmSync(temporary, { recursive: true });
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
  return { serverMain, node: join(nodeDirectory, 'bin/node') };
}

/**
 * Older releases download ripgrep when they are installed, from where not every machine gets. They look for a download of
 * before first: there they find the one that the system brings.
 * @param {string} folder
 */
async function laySearcher(folder) {
  await ensureSearcher();
  const cache = join(folder, 'vscode-ripgrep-cache-1.15.14');
  mkdirSync(cache);
  const target = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const archive = join(cache, `ripgrep-v13.0.0-13-${target}-unknown-linux-musl.tar.gz`);
  await runOrStop('tar', ['--dereference', '-czf', archive, '-C', dirname(findSearcher()), 'rg']);
}

/** @type {Readonly<Record<HostName, string>>} */
const hostTitles = {
  newest: 'the browser-hosted VS Code',
  floor: 'the oldest VS Code that is supported',
};

/**
 * The project's own node, unless the host names another one.
 * @param {string} manifest
 * @returns {string}
 */
function nodeVersionOf(manifest) {
  const { engines } = JSON.parse(readFileSync(join(manifest, 'package.json'), 'utf8'));
  return engines?.node ?? projectNodeVersion();
}

/** @param {string} manifest @param {string} version of node */
function hostDirectory(manifest, version) {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(manifest, 'package-lock.json')));
  hash.update(`${version.split('.')[0]} ${process.platform} ${process.arch}`);
  return join(cacheDirectory(), `host-${hash.digest('hex').slice(0, 12)}`);
}

/**
 * @param {string} version
 * @returns {Promise<string>} a folder with `bin/node` and `include/node` of that version
 */
async function ensureNode(version) {
  const nested = join(root, 'node_modules/node/node_modules');
  const cached = join(cacheDirectory(), `node-${version}`);
  const own = version === projectNodeVersion() ? findNode(nested) : undefined;
  const found = own ?? findNode(join(cached, 'node_modules'));
  if (found !== undefined) return found;
  mkdirSync(cached, { recursive: true });
  writeFileSync(join(cached, 'package.json'), '{ "private": true }\n');
  // The packages are named as node's own installation script names them.
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${process.platform}-${process.arch}@${version}`;
  await step(`npm install ${name}`, () =>
    runOrStop('npm', ['install', '--no-save', '--no-audit', '--no-fund', name], {
      cwd: cached,
      quiet: true,
    }),
  );
  const installed = findNode(join(cached, 'node_modules'));
  if (installed === undefined) throw new Error(`${name} brought no include/node`);
  return installed;
}

/** @param {string} modules */
function findNode(modules) {
  if (!existsSync(modules)) return undefined;
  return readdirSync(modules)
    .map((name) => join(modules, name))
    .find((folder) => existsSync(join(folder, 'include/node/node.h')));
}
