import { delimiter, isAbsolute, join } from 'node:path';
import { askProgram } from './ask-program.ts';
import { firstExecutable, type FoundProgram } from './program.ts';

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
  const nginx = lookUp(settings.nginx, environment);
  const uwsgi = lookUp(settings.uwsgi, environment);
  if (nginx.kind !== 'found') return missing('nginx', settings.nginx, nginx);
  if (uwsgi.kind !== 'found') return missing('uwsgi', settings.uwsgi, uwsgi);
  const nginxModules = await modulesFolder(nginx.path);
  return { kind: 'found', nginx: nginx.path, uwsgi: uwsgi.path, nginxModules };
}

/** Path of a program that a setting names: absolute, or a bare name. */
export function findProgram(
  name: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const found = lookUp(name, environment);
  return found.kind === 'found' ? found.path : undefined;
}

function lookUp(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): FoundProgram {
  if (isAbsolute(name)) return firstExecutable([name]);
  // A relative path would depend on the folder that happens to be open: a foreign file could be run.
  if (name.includes('/')) return { kind: 'missing' };
  const folders = [
    ...(environment.PATH ?? '').split(delimiter).filter(isAbsolute),
    ...extraFolders,
  ];
  return firstExecutable(folders.map((folder) => join(folder, name)));
}

/** Where relative `load_module` paths lead in this build; undefined when nginx does not say. */
async function modulesFolder(nginx: string): Promise<string | undefined> {
  // Without an answer, the start itself will say what is wrong with the program.
  const output = await askProgram([nginx, '-V']);
  return /--modules-path=(\S+)/.exec(output)?.[1];
}

const packages = { nginx: 'nginx-light', uwsgi: 'uwsgi-core uwsgi-plugin-python3' };

function missing(
  setting: keyof ProgramSettings,
  name: string,
  found: Exclude<FoundProgram, { kind: 'found' }>,
): FoundPrograms {
  const place = `name its path in the setting \`uwsgiStack.${setting}.path\` (on the command line: \`--${setting} PATH\`)`;
  if (found.kind === 'not-executable') {
    return {
      kind: 'missing',
      message: `The program ${found.path} may not be executed.`,
      remedy: `Check its permissions, or ${place}.`,
    };
  }
  const title = setting === 'nginx' ? 'nginx' : 'uWSGI';
  const message = isAbsolute(name)
    ? `There is no program ${name}.`
    : name.includes('/')
      ? `The path of ${title} must be absolute, not ${name}.`
      : `${title} is not installed: no program \`${name}\` in PATH.`;
  return {
    kind: 'missing',
    message,
    remedy: `Install it (Debian, Ubuntu: \`sudo apt install ${packages[setting]}\`; macOS: \`brew install ${setting}\`), or ${place}.`,
  };
}
