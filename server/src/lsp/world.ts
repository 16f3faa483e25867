import type { ProgramSettings } from '../../../shared/settings.ts';
import type { DiskSource, Installed } from '../language/language.ts';

/**
 * What the server needs of the machine: read access to files, and what the programs say of themselves. Node implements
 * it; a web build can do so too.
 */
export interface World extends DiskSource {
  /** Files below a folder whose names may belong to a stack, with their text; unreadable ones are left out. */
  findFiles(folder: string): AsyncIterable<FoundFile>;
  /** undefined when the file is gone, too big, or no text. */
  readFile(path: string): Promise<FoundFile | undefined>;
  /** Runs the programs; asked in trusted workspaces only. */
  probe(programs: ProgramSettings): Promise<Installed>;
}

export interface FoundFile {
  readonly path: string;
  readonly text: string;
}
