// @ts-check
import { chmodSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './lib/paths.mjs';
import { Stop, runMain, seconds } from './lib/steps.mjs';

/**
 * @typedef {object} BuildOptions
 * @property {boolean} [production] minified, without source maps
 * @property {boolean} [watch]
 * @property {string} [into] absolute path of the folder for the bundles; dist/ by default
 */

/**
 * Bundles every entry point that exists into dist/.
 * @param {BuildOptions} [options]
 */
export async function build(options = {}) {
  // Only here, so that the script's imports work before `npm ci`.
  const esbuild = await import('esbuild');
  const start = Date.now();
  const present = bundles.filter(({ from }) => {
    const exists = existsSync(join(root, from));
    if (!exists) console.warn(`  warning: ${from} is not there, so it is not built`);
    return exists;
  });
  const into = options.into ?? join(root, 'dist');
  const contexts = await Promise.all(
    present.map((bundle) => esbuild.context(esbuildOptions(bundle, options))),
  );
  if (options.watch === true) {
    await Promise.all(contexts.map((context) => context.watch()));
    console.log('Watching. Ctrl+C ends it.');
    return;
  }
  try {
    await Promise.all(contexts.map((context) => context.rebuild())).catch(() => {
      throw new Stop('The build failed: the errors are above.');
    });
  } finally {
    await Promise.all(contexts.map((context) => context.dispose()));
  }
  for (const { to, program } of present) if (program === true) chmodSync(join(into, to), 0o755);
  console.log(`  ${present.length} bundles in ${into} in ${seconds(start)}`);
}

/**
 * `core` says how a bundle gets the language core, which makes up most of all that would hold it: `make` is the core
 * itself, `require` loads it from the file beside, `global` finds it where a script before has left it. `later` names
 * modules that a bundle loads from a bundle beside it, at the time of its `import()`.
 * @typedef {{ from: string, to: string, browser?: true, program?: true, external?: string[],
 *   core?: 'make' | 'require' | 'global', later?: Readonly<Record<string, string>> }} Bundle
 */

const languageCore = 'server/src/language/language.ts';
const languageClient = 'client/src/language-client.ts';

/** @type {readonly Bundle[]} */
const bundles = [
  {
    from: 'client/src/extension.ts',
    to: 'extension.cjs',
    external: ['vscode'],
    later: { [languageClient]: './language-client.cjs' },
  },
  { from: languageClient, to: 'language-client.cjs', external: ['vscode'] },
  { from: 'client/src/stack/guard-main.ts', to: 'guard.cjs' },
  { from: languageCore, to: 'language.cjs', browser: true, core: 'make' },
  { from: 'cli/src/main.ts', to: 'cli.cjs', program: true, core: 'require' },
  {
    from: 'client/src/web/extension.ts',
    to: 'web/extension.cjs',
    browser: true,
    external: ['vscode'],
  },
  { from: 'server/src/browser/main.ts', to: 'web/server.js', browser: true, core: 'global' },
  { from: 'client/webview/log-panel.tsx', to: 'webview/log-panel.js', browser: true },
  { from: 'client/webview/dashboard.tsx', to: 'webview/dashboard.js', browser: true },
  { from: 'client/webview/stack-diagram.tsx', to: 'webview/stack-diagram.js', browser: true },
  { from: 'client/e2e/suite/index.ts', to: 'e2e/suite.cjs', external: ['vscode', 'mocha'] },
  {
    from: 'client/e2e/suite/restricted.ts',
    to: 'e2e/restricted.cjs',
    external: ['vscode', 'mocha'],
  },
];

/**
 * @param {Bundle} bundle
 * @param {BuildOptions} options
 * @returns {import('esbuild').BuildOptions}
 */
function esbuildOptions(bundle, options) {
  const production = options.production === true;
  return {
    absWorkingDir: root,
    entryPoints: [bundle.from],
    outfile: join(options.into ?? 'dist', bundle.to),
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    logLevel: 'warning',
    // Packages without an `exports` map offer ESM under `module` only; without it, UMD's inner requires survive the bundle.
    ...(bundle.browser === true
      ? {
          platform: 'browser',
          // What imports `vscode` is loaded by the editor as CommonJS; all else is a script by itself.
          format: bundle.external === undefined ? 'iife' : 'cjs',
          target: 'es2022',
          external: bundle.external ?? [],
        }
      : {
          platform: 'node',
          format: 'cjs',
          // The editor brings its Node.js along; the command line takes the one that is there.
          target: bundle.program === true ? 'node20' : 'node22',
          mainFields: ['module', 'main'],
          external: bundle.external ?? [],
        }),
    ...(bundle.core === 'make'
      ? {
          globalName: coreName,
          footer: { js: `if (typeof module === 'object') module.exports = ${coreName};` },
        }
      : {}),
    plugins: [
      ...(bundle.core === 'require' || bundle.core === 'global' ? [coreFrom(bundle.core)] : []),
      ...(bundle.later === undefined ? [] : [fromBeside(bundle.later)]),
    ],
    // An import of its own kind would pass by the `require` through which VS Code hands out its API.
    ...(bundle.later === undefined ? {} : { supported: { 'dynamic-import': false } }),
    ...(bundle.browser === true ? { jsx: 'automatic', jsxImportSource: 'preact' } : {}),
    ...(bundle.browser === true
      ? { define: { 'process.env.NODE_ENV': '"production"' } }
      : // CommonJS has no import.meta; a bundle that asks where it lies gets the bundle's own place.
        {
          define: { 'import.meta.url': 'importMetaUrl', 'import.meta.filename': '__filename' },
          banner: {
            js: `${bundle.program === true ? '#!/usr/bin/env node\n' : ''}var importMetaUrl = require('node:url').pathToFileURL(__filename).href;`,
          },
        }),
  };
}

const coreName = 'uwsgiStackLanguage';

/**
 * Takes the place of the core's façade in a bundle.
 * @param {'require' | 'global'} way
 * @returns {import('esbuild').Plugin}
 */
function coreFrom(way) {
  return {
    name: 'language-core',
    setup(build) {
      build.onResolve({ filter: /\/language\/language\.ts$/ }, ({ resolveDir, path }) => {
        if (join(resolveDir, path) !== join(root, languageCore)) return undefined;
        return way === 'require'
          ? { path: './language.cjs', external: true }
          : { path: coreName, namespace: 'language-core' };
      });
      build.onLoad({ filter: /.*/, namespace: 'language-core' }, () => ({
        contents: `module.exports = globalThis.${coreName};`,
      }));
    },
  };
}

/**
 * Modules that lie in other bundles, by their path in the repository.
 * @param {Readonly<Record<string, string>>} later
 * @returns {import('esbuild').Plugin}
 */
function fromBeside(later) {
  return {
    name: 'from-beside',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, resolveDir, path }) => {
        const beside = kind === 'dynamic-import' && later[relative(root, join(resolveDir, path))];
        return typeof beside === 'string' ? { path: beside, external: true } : undefined;
      });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(() =>
    build({
      production: process.argv.includes('--production'),
      watch: process.argv.includes('--watch'),
    }),
  );
}
