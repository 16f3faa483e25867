import { delimiter, dirname, isAbsolute, join } from 'node:path';
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
      readonly nginxFolder: string | undefined;
    }
  | { readonly kind: 'missing'; readonly message: string; readonly remedy: string };

/** System folders that the PATH of a desktop session often lacks: Debian keeps nginx in /usr/sbin. */
const extraFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Looks the programs up. `nginx` is asked for its build (`-V`), nothing else is run. */
export async function findPrograms(
  settings: ProgramSettings,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<FoundPrograms> {
  if (platform === 'win32') {
    return {
      kind: 'missing',
      message: 'There is no uWSGI for Windows.',
      remedy:
        'Open the folder in WSL or in a container: the extension runs beside the files, and finds the programs there.',
    };
  }
  const nginx = lookUp(settings.nginx, environment);
  const uwsgi = lookUp(settings.uwsgi, environment);
  if (nginx.kind !== 'found') return missing('nginx', settings.nginx, nginx);
  if (uwsgi.kind !== 'found') return missing('uwsgi', settings.uwsgi, uwsgi);
  return { kind: 'found', nginx: nginx.path, uwsgi: uwsgi.path, ...(await foldersOf(nginx.path)) };
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

/** Where relative `load_module` paths lead in this build, and where its own files lie; undefined where it does not say. */
async function foldersOf(nginx: string) {
  // Without an answer, the start itself will say what is wrong with the program.
  const output = await askProgram([nginx, '-V']);
  const main = /--conf-path=(\S+)/.exec(output)?.[1];
  return {
    nginxModules: /--modules-path=(\S+)/.exec(output)?.[1],
    nginxFolder: main === undefined ? undefined : dirname(main),
  };
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
