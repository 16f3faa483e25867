import type { PlannedFile } from '../../../shared/launch-plan.ts';
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
  /** Runs `nginx -t` on what `work` writes into a private folder; asked in trusted workspaces only. */
  testNginx(program: string, work: NginxTestWork, signal: AbortSignal): Promise<NginxTestOutcome>;
}

/** Files for the folder of a test, all of them inside it, and the arguments of nginx. */
export type NginxTestWork = (given: { readonly folder: string; readonly root: boolean }) => {
  readonly files: readonly PlannedFile[];
  readonly args: readonly string[];
};

export type NginxTestOutcome =
  | { readonly kind: 'tested'; readonly output: string }
  | { readonly kind: 'cancelled' }
  /** A sentence for a person. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface FoundFile {
  readonly path: string;
  readonly text: string;
}
