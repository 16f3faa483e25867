import type { Connection } from 'vscode-languageserver';
import {
  type FolderEntry,
  type LookResult,
  methods,
  type PathParams,
  type ReadTextParams,
} from '../../../shared/messages.ts';
import { nothingInstalled } from '../language/language.ts';
import { sizeLimit, walkFolder } from '../lsp/walk-folder.ts';
import type { World } from '../lsp/world.ts';

const askedTextLimit = 1024 * 1024;

/** The world of a server in a browser: the client's files, and no programs. */
export function clientWorld(connection: Pick<Connection, 'sendRequest'>): World {
  const look = (path: string): Promise<LookResult> => {
    const params: PathParams = { path };
    return connection.sendRequest<LookResult>(methods.look, params);
  };
  const readText = async (path: string, limit: number): Promise<string | undefined> => {
    const params: ReadTextParams = { path, limit };
    return (await connection.sendRequest<string | null>(methods.readText, params)) ?? undefined;
  };
  const readFile = async (path: string) => {
    const text = await readText(path, sizeLimit);
    return text === undefined ? undefined : { path, text };
  };
  async function* list(folder: string): AsyncGenerator<FolderEntry> {
    const found = await look(folder);
    if (found.kind === 'folder') yield* found.entries;
  }
  return {
    findFiles: (folder) => walkFolder(folder, { list, read: readFile }),
    readFile,
    text: (path) => readText(path, askedTextLimit),
    look: async (path) => {
      const found = await look(path);
      if (found.kind === 'folder')
        return { kind: 'folder', names: found.entries.map(({ name }) => name).sort() };
      // Nobody tells what a file allows to whom; the usual is no reason for a finding.
      return found.kind === 'file' ? { kind: 'file', mode: 0o644 } : { kind: found.kind };
    },
    probe: () => Promise.resolve(nothingInstalled),
    testNginx: () => Promise.resolve({ kind: 'failed', reason: 'A browser runs no programs.' }),
  };
}
