import type { Disk } from '../disk.ts';
import { includePatterns } from '../nginx-conf/includes.ts';
import { readConf } from '../nginx-conf/read-conf.ts';
import { parseNginx } from '../nginx/parse.ts';
import type { NginxFile } from '../rules/inputs.ts';
import { hasWildcard, matchingFiles } from '../stack/includes.ts';
import { dirname, resolvePath } from '../text/path.ts';

/** More than this nobody includes by hand. */
const fileLimit = 500;

/** All files that a configuration brings in, those outside of the workspace included. Complete once the disk has told all. */
export function withIncludes(
  main: NginxFile,
  files: ReadonlyMap<string, NginxFile>,
  disk: Disk,
): ReadonlyMap<string, NginxFile> {
  const all = new Map([[main.path, main]]);
  const base = dirname(main.path);
  const waiting = [main];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const { text: pattern } of includePatterns(file.conf))
      for (const path of pathsOf(pattern, base, files, disk)) {
        if (all.has(path) || all.size >= fileLimit) continue;
        const found = files.get(path) ?? readFromDisk(path, disk);
        if (found === undefined) continue;
        all.set(path, found);
        waiting.push(found);
      }
  }
  return all;
}

function pathsOf(
  pattern: string,
  base: string,
  files: ReadonlyMap<string, NginxFile>,
  disk: Disk,
): readonly string[] {
  const full = resolvePath(base, pattern);
  if (!hasWildcard(pattern)) return [full];
  const known = matchingFiles(files.keys(), base, pattern);
  const folder = dirname(full);
  if (hasWildcard(folder)) return known;
  const entry = disk.look(folder);
  const names = entry?.kind === 'folder' ? entry.names : [];
  const there = names.map((name) => `${folder}/${name}`);
  return matchingFiles(new Set([...known, ...there]), base, pattern);
}

function readFromDisk(path: string, disk: Disk): NginxFile | undefined {
  const text = disk.text(path);
  if (text === undefined) return undefined;
  const tree = parseNginx(text);
  return { path, text, tree, conf: readConf(tree) };
}
