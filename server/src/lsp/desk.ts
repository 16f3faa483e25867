import type { Connection } from 'vscode-languageserver';
import type { DiskCache, Language, Snapshot } from '../language/language.ts';
import type { ClientAbilities } from './client-abilities.ts';

/** What the handlers of all requests work with. */
export interface Desk {
  readonly connection: Connection;
  readonly language: Language;
  readonly client: () => ClientAbilities;
  /** The files as the editor has them now. */
  readonly snapshot: () => Snapshot;
  /** Resolves when the workspace folders have been read: before that, a wire's other end may only not be known yet. */
  readonly settled: () => Promise<void>;
  readonly disk: Pick<DiskCache, 'misses' | 'answered'>;
  readonly log: (message: string) => void;
}
