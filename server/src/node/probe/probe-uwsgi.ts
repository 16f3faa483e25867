import type { InstalledUwsgi } from '../../language/language.ts';
import { nodeDisk } from '../node-disk.ts';
import { runProbe } from './run-probe.ts';

export async function probeUwsgi(program: string): Promise<InstalledUwsgi | undefined> {
  const version = (await runProbe(program, ['--version']))?.trim();
  // Something else that is called uwsgi says something else.
  if (version === undefined || !/^\d+\.\d+\S*$/.test(version)) return undefined;
  const [help, flags, list] = [
    await runProbe(program, ['--help']),
    await runProbe(program, ['--cflags']),
    await runProbe(program, ['--plugins-list', '--no-server']),
  ];
  const pluginFolder = readPluginFolder(flags ?? '');
  const folder = pluginFolder === undefined ? undefined : await nodeDisk.look(pluginFolder);
  return {
    version,
    pluginFolder,
    plugins: folder?.kind === 'folder' ? readPluginNames(folder.names) : [],
    embedded: readEmbedded(list ?? ''),
    help: readHelp(help ?? ''),
  };
}

/** uWSGI keeps the folder in its build flags; without one it takes the folder that it is started in. */
export function readPluginFolder(flags: string): string | undefined {
  const folder = /-DUWSGI_PLUGIN_DIR=\S*?(\/[^"\\\s]*)/.exec(flags)?.[1];
  return folder === undefined || folder === '' ? undefined : folder;
}

export function readPluginNames(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => /^(.+)_plugin\.so$/.exec(file)?.[1] ?? []);
}

/** Of `--plugins-list`: generic plugins by name, request plugins as `NUMBER: NAME`. */
export function readEmbedded(output: string): readonly string[] {
  const lines = output.split('\n');
  const start = lines.findIndex((line) => line.startsWith('*** uWSGI loaded generic plugins'));
  const end = lines.findIndex((line) => line.startsWith('--- end of plugins list'));
  if (start === -1 || end < start) return [];
  return lines
    .slice(start + 1, end)
    .filter((line) => line.trim() !== '' && !line.startsWith('***'))
    .map((line) => line.replace(/^\d+: /, '').trim());
}

/** Lines like `    -s|--socket      bind to the …`; of an option that comes twice the first sentence counts. */
export function readHelp(output: string): ReadonlyMap<string, string> {
  const help = new Map<string, string>();
  for (const [, name = '', sentence = ''] of output.matchAll(
    /^\s+(?:-\S\|)?--(\S+)[ \t]+(\S.*)$/gm,
  ))
    if (!help.has(name)) help.set(name, sentence.trim());
  return help;
}
