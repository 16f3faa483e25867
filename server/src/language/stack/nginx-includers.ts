import type { ConfNode } from '../nginx-conf/conf.ts';
import type { NginxFile, NginxView } from '../rules/inputs.ts';
import { hasWildcard, matchingFiles } from './includes.ts';
import { dirname, resolvePath } from '../text/path.ts';
import { mainsOf } from './nginx-configuration.ts';

export interface IncludeLine {
  readonly file: NginxFile;
  readonly node: ConfNode;
}

/** Every `include` that brings in a file, in the files that nginx reads together with the asking one. */
export function includersOf(
  view: NginxView,
  files: readonly NginxFile[],
  path: string,
): readonly IncludeLine[] {
  const bases = includeBases(view);
  return files.flatMap((file) => {
    const patterns = view.around.graph.files.get(file.path)?.nginx?.includes ?? [];
    const starts = new Set(
      patterns
        .filter(({ pattern }) =>
          bases.some((base) => matchingFiles([path], base, pattern).length > 0),
        )
        .map(({ span }) => span.start),
    );
    if (starts.size === 0) return [];
    return file.conf.all
      .filter(({ statement }) => starts.has(statement.args[0]?.span.start ?? -1))
      .map((node) => ({ file, node }));
  });
}

/** Folders that relative includes of a file count from: that of each main configuration, else its own. */
export function includeBases(view: NginxView): readonly string[] {
  const mains = mainsOf(view);
  return mains.length > 0 ? [...new Set(mains.map(dirname))] : [dirname(view.path)];
}

/** Files that an include brings in: those of the workspace, and those that the disk is known to have. */
export function includeTargets(
  view: NginxView,
  pattern: string,
  bases = includeBases(view),
): readonly string[] {
  if (pattern === '' || pattern.includes('$')) return [];
  const { graph, disk } = view.around;
  const found = new Set<string>();
  for (const base of bases) {
    for (const path of matchingFiles(graph.files.keys(), base, pattern)) found.add(path);
    const full = resolvePath(base, pattern);
    const folder = dirname(full);
    if (hasWildcard(folder)) continue;
    const entry = disk.look(hasWildcard(pattern) ? folder : full);
    if (entry?.kind === 'file') found.add(full);
    if (entry?.kind !== 'folder') continue;
    const paths = entry.names.map((name) => resolvePath(folder, name));
    if (hasWildcard(pattern)) for (const path of matchingFiles(paths, '/', full)) found.add(path);
  }
  return [...found].sort();
}
