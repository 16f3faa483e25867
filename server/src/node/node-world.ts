import { opendir } from 'node:fs/promises';
import type { FolderEntry } from '../../../shared/messages.ts';
import { sizeLimit, walkFolder } from '../lsp/walk-folder.ts';
import type { FoundFile, World } from '../lsp/world.ts';
import { nodeDisk, readText } from './node-disk.ts';
import { testNginx } from './nginx-test/test-nginx.ts';
import { probePrograms } from './probe/probe-programs.ts';

export const nodeWorld: World = {
  findFiles: (folder) => walkFolder(folder, { list, read: readFile }),
  readFile,
  ...nodeDisk,
  probe: probePrograms,
  testNginx,
};

async function* list(folder: string): AsyncGenerator<FolderEntry> {
  const entries = await opendir(folder).catch(() => undefined);
  if (entries === undefined) return;
  for await (const entry of entries)
    yield {
      name: entry.name,
      kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
    };
}

async function readFile(path: string): Promise<FoundFile | undefined> {
  const text = await readText(path, sizeLimit);
  return text === undefined ? undefined : { path, text };
}
