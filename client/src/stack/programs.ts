import { execFile } from 'node:child_process';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';

/** Names or absolute paths, as the settings give them. */
export interface ProgramSettings {
  readonly nginx: string;
  readonly uwsgi: string;
}

export type FoundPrograms =
  | {
      readonly kind: 'found';
      readonly nginx: string;
      readonly uwsgi: string;
      readonly nginxModules: string | undefined;
    }
  | { readonly kind: 'missing'; readonly message: string; readonly remedy: string };

/** System folders that the PATH of a desktop session often lacks: Debian keeps nginx in /usr/sbin. */
const extraFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Looks the programs up. `nginx` is asked for its build (`-V`), nothing else is run. */
export async function findPrograms(
  settings: ProgramSettings,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<FoundPrograms> {
  const nginx = findProgram(settings.nginx, environment);
  const uwsgi = findProgram(settings.uwsgi, environment);
  if (nginx === undefined) return missing('nginx', settings.nginx, 'nginx-light', 'nginx');
  if (uwsgi === undefined)
    return missing('uWSGI', settings.uwsgi, 'uwsgi-core uwsgi-plugin-python3', 'uwsgi');
  return { kind: 'found', nginx, uwsgi, nginxModules: await modulesFolder(nginx) };
}

export function findProgram(
  name: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  if (isAbsolute(name)) return isExecutable(name) ? name : undefined;
  // A relative path would depend on the folder that happens to be open: a foreign file could be run.
  if (name.includes('/')) return undefined;
  const folders = [
    ...(environment.PATH ?? '').split(delimiter).filter(isAbsolute),
    ...extraFolders,
  ];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(realpathSync(path)).isFile();
  } catch {
    return false;
  }
}

/** Where relative `load_module` paths lead in this build; undefined when nginx does not say. */
async function modulesFolder(nginx: string): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(nginx, ['-V'], { timeout: 5000 });
    return /--modules-path=(\S+)/.exec(stdout + stderr)?.[1];
  } catch {
    return undefined; // the start itself will say what is wrong with the program
  }
}

function missing(title: string, name: string, debian: string, setting: string): FoundPrograms {
  return {
    kind: 'missing',
    message: isAbsolute(name)
      ? `There is no program ${name}.`
      : `${title} is not installed: no program \`${name}\` in PATH.`,
    remedy: `Install it (Debian, Ubuntu: \`sudo apt install ${debian}\`; macOS: \`brew install ${setting}\`), or name its path in the setting \`uwsgiStack.${setting}.path\`.`,
  };
}
