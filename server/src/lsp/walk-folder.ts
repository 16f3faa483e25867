import type { FolderEntry } from '../../../shared/messages.ts';
import type { FoundFile } from './world.ts';

/** Bigger files are no configuration that a person has written. In bytes. */
export const sizeLimit = 8 * 1024 * 1024;
/** A workspace that is a whole disk must not be walked to its end. */
const entryLimit = 200_000;
const depthLimit = 12;
const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '__pycache__',
  '.venv',
  'venv',
  '.tox',
  '.mypy_cache',
  'site-packages',
  'dist',
  'build',
  'target',
]);

export interface FolderSource {
  /** Nothing for a folder that cannot be read. */
  readonly list: (folder: string) => AsyncIterable<FolderEntry>;
  readonly read: (path: string) => Promise<FoundFile | undefined>;
}

/** Breadth first, so that the files at the top are there at once. Symbolic links are not followed: no loops. */
export async function* walkFolder(
  folder: string,
  { list, read }: FolderSource,
): AsyncGenerator<FoundFile> {
  const waiting = [{ path: folder, depth: 0 }];
  let seen = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for await (const { name, kind } of list(next.path)) {
      if (++seen > entryLimit) return;
      const path = `${next.path.replace(/\/$/, '')}/${name}`;
      if (kind === 'folder') {
        if (next.depth < depthLimit && !skippedFolders.has(name))
          waiting.push({ path, depth: next.depth + 1 });
      } else if (kind === 'file' && mayBelong(next.path, name)) {
        const file = await read(path);
        if (file !== undefined) yield file;
      }
    }
  }
}

/** By name only, before a file is read; what it really is, the core decides. */
function mayBelong(folder: string, name: string): boolean {
  return (
    /\.(?:ini|conf|uwsgi|nginx|nginxconf)$/.test(name) ||
    /^(?:mime\.types|(?:uwsgi|fastcgi|scgi|proxy|grpc)_params)$/.test(name) ||
    /\/sites-(?:available|enabled)$/.test(folder)
  );
}
