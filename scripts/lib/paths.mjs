// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const windows = process.platform === 'win32';

/** The node that the project brings along; it exists once `npm ci` has run. */
export const projectNode = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node');

/** @returns {string} the version of that node, e.g. `24.9.0` */
export function projectNodeVersion() {
  const manifest = join(root, 'node_modules/node/package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

/** Large things that outlive a clone: the browser-hosted VS Code. */
export function cacheDirectory() {
  const base = process.env.XDG_CACHE_HOME;
  return join(base === undefined || base === '' ? join(homedir(), '.cache') : base, 'uwsgi-stack');
}

const leftByNpm =
  /^(NODE|INIT_CWD|npm_(package|lifecycle)_.*|npm_config_(local_prefix|prefix|user_agent)|npm_(command|execpath|node_execpath))$/;

/**
 * The environment of every child: the project's node and tools come first, and nothing remains of the npm script that
 * started us: a nested npm would take that one's folder for its own, and an install script that one's node.
 * @param {Record<string, string>} [additions]
 * @returns {Record<string, string>}
 */
export function childEnvironment(additions = {}) {
  /** @type {Record<string, string>} */
  const environment = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value === undefined) continue;
    if (leftByNpm.test(name)) continue;
    environment[name] = value;
  }
  const nodeDirectory = existsSync(projectNode) ? [dirname(projectNode)] : [];
  const path = [...nodeDirectory, join(root, 'node_modules/.bin'), environment.PATH ?? ''];
  return { ...environment, PATH: path.join(delimiter), ...additions };
}

/**
 * @param {string} name
 * @param {readonly string[]} [more] folders to look in beside PATH
 * @returns {string | undefined} the absolute path of a program
 */
export function findProgram(name, more = []) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...more];
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}
