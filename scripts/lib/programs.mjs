// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { ensure } from './packages.mjs';
import { findProgram } from './paths.mjs';
import { run } from './steps.mjs';

/** @typedef {import('./packages.mjs').Need} Need */

/** nginx lies where only root's PATH leads on Debian. */
const systemFolders = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin'];

const pluginFolders = [
  '/usr/lib/uwsgi/plugins',
  '/usr/lib64/uwsgi',
  '/usr/lib/uwsgi',
  '/opt/homebrew/opt/uwsgi/libexec/uwsgi',
  '/usr/local/opt/uwsgi/libexec/uwsgi',
];

/** @type {Record<string, Need>} */
const needs = {
  nginx: {
    what: 'nginx',
    present: () => findProgram('nginx', systemFolders) !== undefined,
    packages: { debian: 'nginx-light', fedora: 'nginx', arch: 'nginx', homebrew: 'nginx' },
  },
  uwsgi: {
    what: 'uWSGI',
    present: () => findProgram('uwsgi', systemFolders) !== undefined,
    packages: { debian: 'uwsgi-core', fedora: 'uwsgi', arch: 'uwsgi', homebrew: 'uwsgi' },
  },
  python: {
    what: "uWSGI's Python plugin",
    present: () => hasPlugin('python'),
    packages: {
      debian: 'uwsgi-plugin-python3',
      fedora: 'uwsgi-plugin-python3',
      arch: 'uwsgi-plugin-python',
      homebrew: 'uwsgi',
    },
  },
  fastrouter: {
    what: "uWSGI's FastRouter plugin",
    present: () => hasPlugin('fastrouter'),
    packages: {
      debian: 'uwsgi-core',
      fedora: 'uwsgi-router-fast',
      arch: 'uwsgi',
      homebrew: 'uwsgi',
    },
  },
  bottle: {
    what: "Python's bottle",
    present: async () => {
      // uWSGI's plugin embeds the system's Python: one of pyenv, first in PATH, says nothing about it.
      const system = '/usr/bin/python3';
      const python = existsSync(system) ? system : findProgram('python3');
      if (python === undefined) return false;
      return (await run(python, ['-c', 'import bottle'], { quiet: true })).code === 0;
    },
    packages: {
      debian: 'python3-bottle',
      fedora: 'python3-bottle',
      arch: 'python-bottle',
      homebrew: 'python3 && pip3 install bottle',
    },
  },
};

/** @type {Need} */
const loadGenerator = {
  what: 'the load generator wrk',
  present: () => findProgram('wrk', systemFolders) !== undefined,
  packages: { debian: 'wrk', fedora: 'wrk', arch: 'wrk', homebrew: 'wrk' },
};

/** @type {Need} */
const debuggerOfPython = {
  what: "Python's debugpy",
  present: async () => {
    const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : findProgram('python3');
    if (python === undefined) return false;
    return (await run(python, ['-c', 'import debugpy'], { quiet: true })).code === 0;
  },
  packages: {
    debian: 'python3-debugpy',
    fedora: 'python3-debugpy',
    arch: 'python-debugpy',
    homebrew: 'python3 && pip3 install debugpy',
  },
};

/** @type {Need} */
const browser = {
  what: 'Chromium',
  present: () => findBrowser() !== undefined,
  packages: {
    debian: 'chromium',
    fedora: 'chromium',
    arch: 'chromium',
    homebrew: '--cask chromium',
  },
};

/** What code-server's native add-ons are compiled with. */
const compiler = [
  tool('python3', 'python3'),
  tool('make', 'make'),
  tool('g++', 'g++'),
  {
    what: 'the Kerberos headers',
    present: () => process.platform === 'darwin' || existsSync('/usr/include/gssapi/gssapi.h'),
    packages: { debian: 'libkrb5-dev', fedora: 'krb5-devel', arch: 'krb5', homebrew: 'krb5' },
  },
];

/** @type {Need} */
const searcher = {
  what: 'ripgrep',
  present: () => findProgram('rg', systemFolders) !== undefined,
  packages: { debian: 'ripgrep', fedora: 'ripgrep', arch: 'ripgrep', homebrew: 'ripgrep' },
};

/** The programs that a stack is made of. */
export function ensurePrograms() {
  return ensure(Object.values(needs));
}

/** What only the tests need beside the stack's programs. */
export function ensureTestPrograms() {
  return ensure([...Object.values(needs), loadGenerator, debuggerOfPython]);
}

export function ensureBrowser() {
  return ensure([browser]);
}

export function ensureCompiler() {
  return ensure(compiler);
}

export function ensureSearcher() {
  return ensure([searcher]);
}

/** @returns {string} the absolute path of ripgrep; a name where it is not there */
export function findSearcher() {
  return findProgram('rg', systemFolders) ?? 'rg';
}

/** @returns {string | undefined} a Chromium that can be driven without a display */
export function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  for (const name of names) {
    const found = findProgram(name, systemFolders);
    if (found !== undefined) return found;
  }
  return [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((file) => existsSync(file));
}

/**
 * A plugin is a file of its own (Debian, Fedora), or built into the program, which then lists it under `--plugin-list`.
 * @param {'python' | 'fastrouter'} name
 */
async function hasPlugin(name) {
  const file = name === 'python' ? /^python3\d*_plugin\.so$/ : /^fastrouter_plugin\.so$/;
  for (const folder of pluginFolders) {
    if (existsSync(folder) && readdirSync(folder).some((entry) => file.test(entry))) return true;
  }
  const uwsgi = findProgram('uwsgi', systemFolders);
  if (uwsgi === undefined) return false;
  const { output } = await run(uwsgi, ['--plugin-list'], { quiet: true, timeoutMs: 10_000 });
  return new RegExp(`: ${name}\\b`).test(output);
}

/**
 * @param {string} program
 * @param {string} debian
 * @returns {Need}
 */
function tool(program, debian) {
  const fedora = debian === 'g++' ? 'gcc-c++' : debian;
  const arch = debian === 'g++' ? 'gcc' : debian === 'python3' ? 'python' : debian;
  const homebrew = debian === 'g++' ? 'gcc' : debian;
  const present = () => findProgram(program) !== undefined;
  return { what: program, present, packages: { debian, fedora, arch, homebrew } };
}
