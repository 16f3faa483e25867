#!/usr/bin/env node
// @ts-check
import { exitOnSignals } from '../../../scripts/lib/scratch.mjs';
import { startHost } from './browser-host.mjs';

/**
 * Looks like VS Code's own program to a test runner: it takes `--extensionDevelopmentPath=`, `--extensionTestsPath=` and
 * folders, runs the suite in the browser-hosted VS Code, and ends with the suite's exit code.
 */
const args = process.argv.slice(2);
const folder = args.find((argument) => !argument.startsWith('-'));
const extensionPath = valueOf('extensionDevelopmentPath');
const testsPath = valueOf('extensionTestsPath');
if (folder === undefined || extensionPath === undefined || testsPath === undefined) {
  console.error(
    'usage: vscode-host.mjs FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…',
  );
  process.exit(2);
}

// The runner adds --disable-workspace-trust to every run. Restricted Mode needs trust on, so our own switch outranks it.
const trust = !args.includes('--restricted');
const limitMs = Number(process.env.UWSGI_STACK_HOST_TIMEOUT ?? 480) * 1000;

const verbose = process.env.UWSGI_STACK_VERBOSE !== undefined;
/** @type {string[]} */
const chatter = [];
let ending = false;
// An exit sweeps away what has been started, even a server whose page is not open yet.
exitOnSignals();

const host = await startHost({
  folder,
  extensionPath,
  testsPath,
  trust,
  env: { EXTENSIONS_GALLERY: '{}' },
  onConsole: (_type, text) => {
    // The workbench talks in the same stream; only a failed run makes what it said worth reading.
    if (text.startsWith('[suite] ')) console.log(text.slice('[suite] '.length));
    else if (verbose) console.log(text);
    else chatter.push(text);
  },
});
const watchdog = setTimeout(() => {
  console.error(`The suite did not end within ${limitMs / 1000} s. VS Code's server said:`);
  console.error(host.serverOutput());
  void end(1);
}, limitMs);

const code = await Promise.race([
  host.suiteExit,
  host.serverExit.then((exit) => {
    if (!ending)
      console.error(`VS Code's server ended with exit code ${exit}:\n${host.serverOutput()}`);
    return 1;
  }),
]);
clearTimeout(watchdog);
await end(code);

/** @param {number} exitCode */
async function end(exitCode) {
  if (ending) return;
  ending = true;
  if (exitCode !== 0 && chatter.length > 0) {
    console.error(`The console of VS Code said:\n${chatter.slice(-60).join('\n')}`);
  }
  await host.stop();
  process.exit(exitCode);
}

/** @param {string} name */
function valueOf(name) {
  const prefix = `--${name}=`;
  return args.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}
