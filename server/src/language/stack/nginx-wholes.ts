import { includePatterns } from '../nginx-conf/includes.ts';
import type { Around, NginxFile } from '../rules/inputs.ts';
import { basename, dirname, resolvePath } from '../text/path.ts';
import { hasWildcard, matchingFiles } from './includes.ts';

/** All that nginx reads when it starts with one main file. */
export interface NginxWhole {
  readonly main: string;
  /** The files that are known, the main one first, in nginx's order. */
  readonly files: readonly NginxFile[];
  /** Nothing that might declare a name is missing: what no file declares, nginx does not know. */
  readonly complete: boolean;
}

/** The configurations that a file belongs to: its own when it is a main file, else those of all that include it. */
export function wholesOf({
  path,
  conf,
  around,
  ...file
}: NginxFile & { readonly around: Around }): readonly NginxWhole[] {
  const own = { path, conf, ...file };
  const found: NginxWhole[] = [];
  for (const [main, paths] of around.graph.includes) {
    if (main !== path && !paths.includes(path)) continue;
    if ((main === path ? own : around.nginxFile(main))?.conf.kind !== 'main') continue;
    found.push(wholeOf(main, paths, own, around));
  }
  if (conf.kind === 'main' && !found.some(({ main }) => main === path))
    found.push(wholeOf(path, [path], own, around));
  return found;
}

function wholeOf(
  main: string,
  paths: readonly string[],
  own: NginxFile,
  around: Around,
): NginxWhole {
  const files = paths.flatMap((path) => (path === own.path ? own : (around.nginxFile(path) ?? [])));
  const base = dirname(main);
  const known = [...around.graph.includes.keys()];
  const patterns = files.flatMap(({ conf }) => includePatterns(conf).map(({ text }) => text));
  const complete =
    files.length === paths.length &&
    [...new Set(patterns)].every((text) => isResolved(text, base, known, around));
  return { main, files, complete };
}

/** Files that every distribution brings, and which declare nothing that others refer to. */
const withoutNames =
  /^(?:mime\.types|(?:fastcgi|uwsgi|scgi|proxy)_params|fastcgi\.conf|koi-(?:utf|win)|win-utf)$/;

function isResolved(
  pattern: string,
  base: string,
  known: readonly string[],
  { disk }: Around,
): boolean {
  if (withoutNames.test(basename(pattern))) return true;
  if (matchingFiles(known, base, pattern).length > 0) return true;
  if (!hasWildcard(pattern)) return false;
  // A pattern that nothing matches brings in nothing, if it is sure that nothing does.
  const folder = dirname(resolvePath(base, pattern));
  if (hasWildcard(folder)) return false;
  const entry = disk.look(folder);
  if (entry === undefined || entry.kind === 'other') return false;
  if (entry.kind === 'absent') return folder.startsWith(`${base}/`);
  if (entry.kind !== 'folder') return false;
  return (
    matchingFiles(
      entry.names.map((name) => `${folder}/${name}`),
      base,
      pattern,
    ).length === 0
  );
}

/** The files of each configuration that a file belongs to; the file alone when none is known. */
export function readTogether(
  view: NginxFile & { readonly around: Around },
): readonly (readonly NginxFile[])[] {
  const wholes = wholesOf(view);
  return wholes.length > 0 ? wholes.map(({ files }) => files) : [[view]];
}
