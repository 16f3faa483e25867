// @ts-check
import { existsSync } from 'node:fs';
import { findProgram } from './paths.mjs';
import { Stop, run, runOrStop, step } from './steps.mjs';

/**
 * Something the project needs from outside npm.
 * @typedef {object} Need
 * @property {string} what as a person says it
 * @property {() => boolean | Promise<boolean>} present looks for what is really used, not for a package's name
 * @property {{ debian: string, fedora: string, arch: string, homebrew: string }} packages
 */

/**
 * Installs what is missing, or says how. Looks first, so that a machine that has everything needs no root.
 * @param {readonly Need[]} needs
 */
export async function ensure(needs) {
  const missing = [];
  for (const need of needs) if (!(await need.present())) missing.push(need);
  if (missing.length === 0) return;
  const names = missing.map((need) => need.what).join(', ');
  const apt = findProgram('apt-get');
  const asRoot = await rootPrefix();
  if (apt === undefined || asRoot === undefined) {
    throw new Stop(`Missing on this machine: ${names}.\n${advice(missing)}`);
  }
  const packages = [...new Set(missing.flatMap((need) => need.packages.debian.split(' ')))];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {readonly string[]} args */
  const aptGet = async (args) => {
    const command = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    await runOrStop(command[0] ?? 'env', command.slice(1), {
      quiet: true,
      env,
      timeoutMs: 900_000,
    });
  };
  await step(`apt-get update (missing: ${names})`, () => aptGet(['update']));
  await step(`apt-get install ${packages.join(' ')}`, () =>
    aptGet(['install', '-y', '--no-install-recommends', ...packages]),
  );
  if (packages.some((name) => name.startsWith('nginx'))) await stopDebianNginx(asRoot);
  for (const need of missing) {
    if (await need.present()) continue;
    throw new Stop(`${need.what} is still missing after its installation.\n${advice([need])}`);
  }
}

/**
 * Debian starts nginx on port 80 as soon as it is installed, where systemd runs. Nobody asked for that here: it was
 * absent a minute ago, so the service is ours to turn off.
 * @param {readonly string[]} asRoot
 */
async function stopDebianNginx(asRoot) {
  if (!existsSync('/run/systemd/system')) return;
  const command = [...asRoot, 'systemctl', 'disable', '--now', 'nginx'];
  await run(command[0] ?? 'systemctl', command.slice(1), { quiet: true });
}

/** @returns {Promise<readonly string[] | undefined>} what to put before a command that needs root */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram('sudo');
  if (sudo === undefined) return undefined;
  const { code } = await run(sudo, ['-n', 'true'], { quiet: true });
  return code === 0 ? [sudo, '-n'] : undefined;
}

/** @param {readonly Need[]} missing */
export function advice(missing) {
  /** @param {keyof Need['packages']} system */
  const list = (system) =>
    [...new Set(missing.flatMap((need) => need.packages[system].split(' ')))]
      .filter((name) => name !== '')
      .join(' ');
  return [
    'They can be installed here only by hand (apt-get with root or a sudo that asks for no password is needed):',
    `  Debian, Ubuntu   sudo apt-get install --no-install-recommends ${list('debian')}`,
    `  Fedora           sudo dnf install ${list('fedora')}`,
    `  Arch             sudo pacman -S ${list('arch')}`,
    `  macOS, Homebrew  brew install ${list('homebrew')}`,
    'Then run the same command again.',
  ].join('\n');
}
