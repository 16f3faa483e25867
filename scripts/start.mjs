// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHost, ensureNodeModules, ensurePrograms } from './bootstrap.mjs';
import { childEnvironment, findProgram, projectNode, root } from './lib/paths.mjs';
import { installExtension, packExtension } from './package.mjs';
import { Stop, runMain, runOrStop, step } from './lib/steps.mjs';

/**
 * `npm start` opens the example in VS Code with the extension in it: the desktop's where there is one, else one that any
 * browser shows. `npm start -- --headless` starts the example's stack without an editor.
 */
await runMain(async () => {
  const headless = process.argv.includes('--headless');
  const given = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
  const folder = join(root, given ?? 'examples/fastrouter');
  if (!existsSync(folder)) throw new Stop(`There is no folder ${folder}.`);
  await ensureNodeModules();
  await ensurePrograms();
  await step('build', () => runOrStop(projectNode, ['scripts/build.mjs']));
  if (headless) return startHeadless(folder);
  const code = desktopCode();
  if (code !== undefined) {
    console.log(`Opening ${folder} in ${code}.`);
    return inheriting(code, [`--extensionDevelopmentPath=${root}`, folder, ...shownFirst(folder)]);
  }
  await ensureHost();
  return serve(folder);
});

/** @param {string} folder */
function startHeadless(folder) {
  const cli = join(root, 'dist/cli.cjs');
  if (!existsSync(cli)) throw new Stop('The command line program was not built (dist/cli.cjs).');
  return inheriting(projectNode, [cli, 'up', folder]);
}

/** @returns {string | undefined} desktop VS Code, where a window can be shown and VS Code would agree to run */
function desktopCode() {
  const shown =
    process.platform !== 'linux' ||
    process.env.DISPLAY !== undefined ||
    process.env.WAYLAND_DISPLAY !== undefined;
  if (!shown || process.getuid?.() === 0 || process.env.UWSGI_STACK_HOST === 'browser') {
    return undefined;
  }
  return findProgram('code');
}

/**
 * A page that a person opens can't be told of an extension under development, so the extension is packed and installed
 * as a user would.
 * @param {string} folder
 */
async function serve(folder) {
  const scratch = mkdtempSync(join(tmpdir(), 'uwsgi-stack-start-'));
  const remove = () => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', remove);
  const data = join(scratch, 'data');
  const packed = join(scratch, 'uwsgi-stack.vsix');
  await step('pack the extension', () => packExtension(packed));
  await step('install it into VS Code', () => installExtension(packed, data));
  // Only now: playwright-core, which it imports, is absent before `npm ci`.
  const { startHost } = await import('../client/e2e/host/browser-host.mjs');
  const host = await startHost({ folder, dataDirectory: data, page: false });
  const url = withOpenFiles(host.url, shownFirst(folder));
  console.log(
    `\nVS Code with uWSGI Stack is at\n\n  ${url}\n\nThere, click ▷ Start Stack. Ctrl+C stops it.`,
  );
  const signal = await Promise.race([interrupted(), host.serverExit]);
  if (typeof signal === 'number') console.error(host.serverOutput());
  await host.stop();
  remove();
  return typeof signal === 'number' ? 1 : 0;
}

/**
 * The file with the button that starts the stack in sight: nobody is to look for it.
 * @param {string} folder
 * @returns {readonly string[]} absolute paths; none where there is no such file
 */
function shownFirst(folder) {
  return [join(folder, 'nginx.conf')].filter((file) => existsSync(file));
}

/**
 * @param {string} url of VS Code in a browser
 * @param {readonly string[]} files absolute paths
 */
function withOpenFiles(url, files) {
  const address = new URL(url);
  const opened = files.map((file) => [
    'openFile',
    `vscode-remote://${address.host}${encodeURI(file)}`,
  ]);
  address.searchParams.set('payload', JSON.stringify(opened));
  return address.href;
}

/** @returns {Promise<NodeJS.Signals>} */
function interrupted() {
  return new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      // npm sends on what the terminal has sent already: the second one must not end the stopping.
      process.on(signal, () => {
        resolve(signal);
      });
    }
  });
}

/**
 * Runs a program that a person talks to, and ends as it ends. It gets the signals that reach only us; a terminal's
 * Ctrl+C reaches it by itself.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function inheriting(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', env: childEnvironment(), cwd: root });
    const terminal = process.stdin.isTTY;
    process.on('SIGINT', () => {
      if (!terminal) child.kill('SIGINT');
    });
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGHUP', () => child.kill('SIGHUP'));
    child.once('error', (error) => {
      reject(new Stop(`${program} could not be started: ${error.message}`));
    });
    child.once('exit', (code, signal) => {
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}
