import type { IniTree } from '../ini/tree.ts';
import { dirname } from '../text/path.ts';
import type { ConfigProblem, EffectiveEntry, Include } from './effective.ts';
import type { Logic } from './logic.ts';
import { magicTable, type MagicTable } from './magic.ts';
import type { Sections } from './split-sections.ts';
import { templateLines, type TemplateLines } from './template-blocks.ts';

/** A file whose lines can be read. */
export interface IniFile {
  readonly path: string;
  readonly tree: IniTree;
}

export interface ReadOptions {
  /** Section that is asked for, as in `file.ini:section`. */
  readonly section?: string | undefined;
  /**
   * Gives the file of an absolute path. Without it the file is read by itself, each line once: its own sections are put
   * in place once, and every line of a block is there and `conditional`.
   */
  readonly otherFile?: (path: string) => IniFile | undefined;
}

/** The state of one reading. */
export interface Reading {
  readonly byItself: boolean;
  readonly otherFile: (path: string) => IniFile | undefined;
  readonly firstPath: string;
  /** Folder that relative paths count from: the working directory is taken to be that of the first file. */
  readonly folder: string;
  /** The upper-case magic variables are those of the first file. */
  readonly firstMagic: MagicTable;
  readonly slots: Slot[];
  readonly firstOfKey: Map<string, Slot>;
  readonly files: Map<string, OpenedFile>;
  readonly includes: Include[];
  readonly problems: ConfigProblem[];
  /** What is being read, the innermost last: a stack of its own, so that no nesting is too deep. */
  readonly frames: Frame[];
  /** Sections that are being read: to enter one of them again would never end. */
  readonly active: Set<string>;
  /** The innermost `inherit` that an include stands in, or is. */
  readonly inheritedBy: Map<Include, Include>;
  /** Sections that have been read; `byItself` each is read once. */
  readonly visited: Set<string>;
  logic: Logic | undefined;
  /** File that `ini = :section` means. */
  lastRead: string;
  /** How many more entries includes and turns of loops may add. */
  left: number;
}

/** An entry whose value is still being worked on. */
export type Slot = { -readonly [Key in keyof EffectiveEntry]: EffectiveEntry[Key] } & {
  /** Not to be touched by the passes. */
  readonly executed: boolean;
};

/** What is about to be added. `inBlock`: it has been through the logic of the open block already. */
export interface Pending {
  readonly slot: Slot;
  readonly inBlock: boolean;
}

export interface Frame {
  readonly items: Iterator<Pending, unknown>;
  /** Key in `active` when it is a section. */
  readonly section: string | undefined;
}

export interface OpenedFile extends IniFile {
  readonly template: TemplateLines;
  /** Kept where they are the same whoever asks. */
  sections: Sections | undefined;
}

/**
 * How many entries includes and further turns of loops may add to the lines of the file itself: a file from elsewhere
 * can ask for a billion.
 */
const mostFurtherEntries = 100_000;

export function beginReading(file: IniFile, { section, otherFile }: ReadOptions): Reading {
  return {
    byItself: otherFile === undefined,
    otherFile: (path) => (path === file.path ? file : otherFile?.(path)),
    firstPath: file.path,
    folder: dirname(file.path),
    firstMagic: magicTable({ path: file.path, section }),
    slots: [],
    firstOfKey: new Map(),
    files: new Map(),
    includes: [],
    problems: [],
    frames: [],
    active: new Set(),
    inheritedBy: new Map(),
    visited: new Set(),
    logic: undefined,
    lastRead: file.path,
    left: mostFurtherEntries,
  };
}

export function openFile(reading: Reading, path: string): OpenedFile | undefined {
  const known = reading.files.get(path);
  if (known !== undefined) return known;
  const file = reading.otherFile(path);
  if (file === undefined) return undefined;
  const { tree } = file;
  const opened: OpenedFile = {
    path,
    tree,
    template: templateLines(tree),
    sections: undefined,
  };
  reading.files.set(path, opened);
  return opened;
}
