import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundFile, World } from '../lsp/world.ts';
import { nodeDisk, readText } from './node-disk.ts';
import { testNginx } from './nginx-test/test-nginx.ts';
import { probePrograms } from './probe/probe-programs.ts';

/** Bigger files are no configuration that a person has written. */
const sizeLimit = 8 * 1024 * 1024;
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

export const nodeWorld: World = {
  findFiles,
  readFile,
  ...nodeDisk,
  probe: probePrograms,
  testNginx,
};

/** Breadth first, so that the files at the top are there at once. Symbolic links are not followed: no loops. */
async function* findFiles(folder: string): AsyncGenerator<FoundFile> {
  const waiting = [{ path: folder, depth: 0 }];
  let seen = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const entries = await opendir(next.path).catch(() => undefined);
    if (entries === undefined) continue;
    for await (const entry of entries) {
      if (++seen > entryLimit) return;
      const path = join(next.path, entry.name);
      if (entry.isDirectory()) {
        if (next.depth < depthLimit && !skippedFolders.has(entry.name))
          waiting.push({ path, depth: next.depth + 1 });
      } else if (entry.isFile() && mayBelong(next.path, entry.name)) {
        const file = await readFile(path);
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

async function readFile(path: string): Promise<FoundFile | undefined> {
  const text = await readText(path, sizeLimit);
  return text === undefined ? undefined : { path, text };
}
