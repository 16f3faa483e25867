// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureHost } from '../../../scripts/lib/host.mjs';
import { childEnvironment } from '../../../scripts/lib/paths.mjs';
import { findBrowser } from '../../../scripts/lib/programs.mjs';
import { killGroup } from '../../../scripts/lib/steps.mjs';
import { descendantsOf } from './processes.mjs';

/**
 * @typedef {object} HostOptions
 * @property {string} folder absolute path of the folder to open
 * @property {string} [extensionPath] extension under development; only a page that we open ourselves can load it
 * @property {readonly string[]} [besides] further extensions, loaded like it; needs `extensionPath`
 * @property {string} [testsPath] bundle that exports `run()`; needs `extensionPath`
 * @property {Record<string, unknown>} [settings] user settings, on top of `quietSettings`
 * @property {boolean} [trust] false leaves Workspace Trust on and the folder untrusted: Restricted Mode
 * @property {number} [port] a free one by default
 * @property {string} [dataDirectory] the server's folder; a fresh one by default, removed at the end
 * @property {boolean} [page] false starts the server alone, for a person's own browser
 * @property {{ width: number, height: number }} [viewport]
 * @property {Record<string, string>} [env] additions to the environment of the server and its extension host
 * @property {(type: string, text: string) => void} [onConsole] the suite's console
 */

/**
 * @typedef {object} Host
 * @property {string} url
 * @property {import('playwright-core').Page | undefined} page
 * @property {number} serverPid
 * @property {string} dataDirectory
 * @property {() => number[]} extensionHostPids
 * @property {Promise<number>} suiteExit the suite's exit code; pending for ever without `testsPath`
 * @property {Promise<number>} serverExit
 * @property {() => string} serverOutput
 * @property {() => Promise<void>} stop
 */

/** Settings under which nothing asks, greets, or reaches for the network. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
  'files.autoSave': 'off',
  // A page on this machine needs no forwarding, and each offer of it covers what a person looks at.
  'remote.autoForwardPorts': false,
};

/**
 * Starts VS Code's server on a loopback port and, unless told otherwise, opens it in a headless Chromium.
 * @param {HostOptions} options
 * @returns {Promise<Host>}
 */
export async function startHost(options) {
  const installed = await ensureHost();
  const port = options.port ?? (await freePort());
  const data = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'uwsgi-stack-host-'));
  writeUserSettings(data, options.settings ?? {});
  const server = startServer(installed, port, data, options);
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  const sweep = () => {
    killGroup(server.pid, 'SIGKILL');
    if (options.dataDirectory !== undefined) return;
    // Killed is not dead yet, and what still runs would lay the folder anew. An exit leaves no time but this.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  process.once('exit', sweep);
  const stop = async () => {
    await within(5000, browser?.close() ?? Promise.resolve());
    killGroup(server.pid, 'SIGTERM');
    await within(5000, server.exited);
    process.removeListener('exit', sweep);
    sweep();
  };
  try {
    await server.listening;
    const url = `http://127.0.0.1:${port}/?folder=${encodeURIComponent(options.folder)}`;
    /** @type {(code: number) => void} */
    let finish = () => undefined;
    /** @type {Promise<number>} */
    const suiteExit = new Promise((resolve) => {
      finish = resolve;
    });
    let page;
    if (options.page !== false) {
      browser = await launchBrowser();
      page = await openPage(browser, url, options, finish);
    }
    return {
      url,
      page,
      serverPid: server.pid,
      dataDirectory: data,
      extensionHostPids: () =>
        descendantsOf(server.pid)
          .filter(({ command }) => command.includes('--type=extensionHost'))
          .map(({ pid }) => pid),
      suiteExit,
      serverExit: server.exited,
      serverOutput: server.output,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {import('../../../scripts/lib/host.mjs').InstalledHost} installed
 * @param {number} port
 * @param {string} data
 * @param {HostOptions} options
 */
function startServer({ serverMain, node }, port, data, options) {
  const environment = childEnvironment(options.env);
  for (const name of Object.keys(environment)) {
    // Left by a VS Code whose terminal we may have been started in.
    if (/^(VSCODE|ELECTRON)_/.test(name)) delete environment[name];
  }
  const args = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  args.push('--accept-server-license-terms', '--telemetry-level', 'off');
  args.push('--server-data-dir', data);
  // The environment is ours to give: a login shell's PATH would take the place of it.
  args.push('--force-disable-user-env');
  if (options.trust !== false) args.push('--disable-workspace-trust');
  const child = spawn(node, [serverMain, ...args], {
    cwd: options.folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  /** @type {Promise<void>} */
  const listening = new Promise((resolve, reject) => {
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      output = (output + chunk.toString()).slice(-100_000);
      if (/listening on/i.test(output)) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void exited.then((code) => {
      reject(new Error(`VS Code's server ended with exit code ${code}:\n${output}`));
    });
    setTimeout(() => {
      reject(new Error(`VS Code's server does not listen after 30 s:\n${output}`));
    }, 30_000).unref();
  });
  listening.catch(() => undefined);
  return { pid: child.pid ?? 0, exited, listening, output: () => output };
}

/** @returns {Promise<import('playwright-core').Browser>} */
export function launchBrowser() {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium was found');
  return chromium.launch({
    executablePath,
    // Its own sandbox wants user namespaces, which containers and root rarely have; the page is our own server's.
    chromiumSandbox: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'].concat([
      '--disable-background-networking',
      '--disable-component-update',
    ]),
  });
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {HostOptions} options
 * @param {(code: number) => void} finish
 */
async function openPage(browser, url, options, finish) {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1400, height: 900 },
    // A page that Playwright fulfils counts as public: without this, Chromium keeps it from the loopback's web sockets.
    permissions: ['local-network-access', 'clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
    finish(code);
  });
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      options.onConsole?.(type, args.map(String).join(' '));
    },
  );
  if (options.extensionPath !== undefined) {
    const developmentOptions = {
      extensions: [options.extensionPath, ...(options.besides ?? [])].map(remote),
      ...(options.testsPath === undefined ? {} : { extensionTestsPath: remote(options.testsPath) }),
    };
    await page.route(
      (address) => address.pathname === '/' && address.searchParams.has('folder'),
      async (route) => {
        const response = await route.fetch();
        const body = withDevelopmentOptions(await response.text(), developmentOptions);
        await route.fulfill({ response, body });
      },
    );
  }
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 });
  return page;
}

/** @param {string} path */
function remote(path) {
  // The web workbench knows its server by this literal authority, whatever the port.
  return { scheme: 'vscode-remote', authority: 'remote', path };
}

/**
 * A built workbench ignores `extensionDevelopmentPath` in its address, but believes the configuration in its page.
 * @param {string} html
 * @param {object} developmentOptions
 */
function withDevelopmentOptions(html, developmentOptions) {
  const attribute = /(id="vscode-workbench-web-configuration"[^>]*data-settings=")([^"]*)(")/;
  if (!attribute.test(html)) throw new Error("VS Code's page has no configuration to extend");
  return html.replace(attribute, (_all, before, escaped, after) => {
    const settings = JSON.parse(unescapeHtml(escaped));
    return before + escapeHtml(JSON.stringify({ ...settings, developmentOptions })) + after;
  });
}

/** @param {string} text */
function unescapeHtml(text) {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** @param {string} text */
function escapeHtml(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/**
 * @param {string} data
 * @param {Record<string, unknown>} settings
 */
function writeUserSettings(data, settings) {
  const folder = join(data, 'data/User');
  mkdirSync(folder, { recursive: true });
  const all = { ...quietSettings, ...settings };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(all, undefined, 2));
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no free port'));
        else resolve(address.port);
      });
    });
  });
}

/**
 * @param {number} milliseconds
 * @param {Promise<unknown>} promise
 */
async function within(milliseconds, promise) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  await Promise.race([
    promise.catch(() => undefined),
    new Promise((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    }),
  ]);
  clearTimeout(timer);
}
