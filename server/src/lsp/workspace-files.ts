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

/** @param changed is told the path of a file that somebody types in, and of other changes only that there was one. */
export function createWorkspaceFiles(
  world: World,
  changed: (typed?: string) => void,
): WorkspaceFiles {
  const onDisk = new Map<string, SourceFile>();
  const opened = new Map<string, SourceFile>();
  let joined: ReadonlyMap<string, SourceFile> | undefined;
  let diskVersion = 0;
  const touch = (typed?: string) => {
    joined = undefined;
    changed(typed);
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
  /** For each scan that runs the paths that somebody has asked for since: what it has read below them may be old. */
  const scans = new Set<Set<string>>();
  /** For each file that is being read the number of the last question. */
  const turns = new Map<string, number>();
  let lastTurn = 0;
  const overtake = (path: string) => {
    for (const overtaken of scans) overtaken.add(path);
  };
  const scan = async (folder: string): Promise<void> => {
    const overtaken = new Set<string>();
    scans.add(overtaken);
    try {
      for await (const file of world.findFiles(folder))
        if (!isBelow(file.path, overtaken)) remember(file);
    } finally {
      scans.delete(overtaken);
    }
  };
  const drop = (folder: string): void => {
    overtake(folder);
    for (const path of turns.keys()) if (path.startsWith(`${folder}/`)) turns.delete(path);
    const below = [...onDisk.keys()].filter((path) => path.startsWith(`${folder}/`));
    for (const path of below) onDisk.delete(path);
    if (below.length > 0) touch();
  };
  return {
    current: () => (joined ??= new Map([...onDisk, ...opened])),
    scan,
    drop,
    async refresh(path) {
      overtake(path);
      const turn = ++lastTurn;
      turns.set(path, turn);
      const file = await world.readFile(path);
      // It has changed again meanwhile, and the answer to that is there or on its way.
      if (turns.get(path) !== turn) return;
      turns.delete(path);
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
      const typed = opened.has(path) ? path : undefined;
      opened.set(path, { path, text: document.getText(), version: document.version, kind });
      touch(typed);
    },
    close(document) {
      if (opened.delete(pathOfUri(document.uri))) touch();
    },
    isOpen: (path) => opened.has(path),
  };
}

/** Whether one of the paths is this one, or a folder around it. */
function isBelow(path: string, paths: ReadonlySet<string>): boolean {
  if (paths.size === 0) return false;
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
    if (paths.has(at)) return true;
  return false;
}
