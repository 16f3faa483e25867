import { realpath, stat } from 'node:fs/promises';
import {
  blindDisk,
  kindOfFile,
  nothingInstalled,
  type Snapshot,
  type SourceFile,
} from '../../server/src/language/language.ts';
import { nodeWorld } from '../../server/src/node/node-world.ts';
import { defaultLanguageSettings, type LanguageSettings } from '../../shared/settings.ts';

/** Its real path; undefined when there is no such folder. */
export async function findFolder(folder: string): Promise<string | undefined> {
  const root = await realpath(folder).catch(() => undefined);
  return root !== undefined && (await stat(root)).isDirectory() ? root : undefined;
}

/** A folder's files, as the language server would see them. undefined when there is no such folder. */
export async function readFolder(
  folder: string,
  settings: Partial<LanguageSettings> = {},
): Promise<Snapshot | undefined> {
  const root = await findFolder(folder);
  if (root === undefined) return undefined;
  const files = new Map<string, SourceFile>();
  for await (const { path, text } of nodeWorld.findFiles(root)) {
    const kind = kindOfFile(path, text);
    if (kind !== undefined) files.set(path, { path, text, kind, version: 1 });
  }
  return {
    files,
    settings: { ...defaultLanguageSettings, ...settings },
    disk: blindDisk,
    installed: nothingInstalled,
  };
}
