import type { TextDocument } from 'vscode-languageserver-textdocument';
import { kindOfFile, type SourceFile } from '../language/language.ts';
import { pathOfUri } from './places.ts';
import type { FoundFile, World } from './world.ts';

/**
 * The files that the core sees: those on disk below the workspace folders, and over them the open documents with their
 * unsaved text.
 */
export interface WorkspaceFiles {
  /** The same map object until something changes. */
  current(): ReadonlyMap<string, SourceFile>;
  /** Reads a folder; files show up as they are found. */
  scan(folder: string): Promise<void>;
  /** Forgets the files below a folder that has left the workspace. */
  drop(folder: string): void;
  /** Reads one file again, or a folder that has come; forgets what is gone. */
  refresh(path: string): Promise<void>;
  open(document: TextDocument): void;
  close(document: TextDocument): void;
  isOpen(path: string): boolean;
}

export function createWorkspaceFiles(world: World, changed: () => void): WorkspaceFiles {
  const onDisk = new Map<string, SourceFile>();
  const opened = new Map<string, SourceFile>();
  let joined: ReadonlyMap<string, SourceFile> | undefined;
  let diskVersion = 0;
  const touch = () => {
    joined = undefined;
    changed();
  };
  const remember = ({ path, text }: FoundFile): void => {
    const kind = kindOfFile(path, text);
    const known = onDisk.get(path);
    if (kind === undefined) {
      if (onDisk.delete(path)) touch();
    } else if (known?.text !== text || known.kind !== kind) {
      // Negative, so that a version of the disk never equals one of an open document.
      onDisk.set(path, { path, text, kind, version: --diskVersion });
      touch();
    }
  };
  const scan = async (folder: string): Promise<void> => {
    for await (const file of world.findFiles(folder)) remember(file);
  };
  const drop = (folder: string): void => {
    const below = [...onDisk.keys()].filter((path) => path.startsWith(`${folder}/`));
    for (const path of below) onDisk.delete(path);
    if (below.length > 0) touch();
  };
  return {
    current: () => (joined ??= new Map([...onDisk, ...opened])),
    scan,
    drop,
    async refresh(path) {
      const file = await world.readFile(path);
      if (file !== undefined) {
        remember(file);
        return;
      }
      // Of a folder that is moved or deleted as a whole, nobody tells the files.
      if (onDisk.delete(path)) touch();
      drop(path);
      await scan(path);
    },
    open(document) {
      const path = pathOfUri(document.uri);
      const kind = document.languageId === 'nginx' ? 'nginx' : 'uwsgi-ini';
      opened.set(path, { path, text: document.getText(), version: document.version, kind });
      touch();
    },
    close(document) {
      if (opened.delete(pathOfUri(document.uri))) touch();
    },
    isOpen: (path) => opened.has(path),
  };
}
