import type { InstalledNginx } from '../../language/language.ts';
import { runProbe } from './run-probe.ts';

export async function probeNginx(program: string): Promise<InstalledNginx | undefined> {
  const build = readNginxBuild((await runProbe(program, ['-V'])) ?? '');
  return build && { ...build, platform: process.platform };
}

/** Of what `nginx -V` prints; forks name themselves before the slash. */
export function readNginxBuild(output: string): InstalledNginx | undefined {
  const version = /^nginx version: [^/\s]+\/(\d+(?:\.\d+)+)/m.exec(output)?.[1];
  if (version === undefined) return undefined;
  const line = /^configure arguments:(.*)$/m.exec(output)?.[1] ?? '';
  // `--with-cc-opt='-g -O2'` is one argument.
  const all = line.match(/--(?:'[^']*'|[^'\s])+/g) ?? [];
  const modulesFolder = /--modules-path=(\S+)/.exec(line)?.[1];
  return {
    version,
    configureArguments: all.filter((one) => /^--(?:with|add)-/.test(one)),
    ...(modulesFolder !== undefined && { modulesFolder }),
  };
}
