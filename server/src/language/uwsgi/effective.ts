import type { Span } from '../text/span.ts';
import type { ConfigEntry, UwsgiRoles } from './config.ts';

/**
 * The configuration that uWSGI runs with when it is started with one file: that file and all that it brings in, as one
 * list. Sections, includes and loops stand in it where uWSGI puts them; what a condition surely leaves out is not there.
 */
export interface EffectiveConfig {
  /** In the order in which uWSGI lists and executes them: of a scalar the last one counts. */
  readonly entries: readonly EffectiveEntry[];
  /** The same entries by key. As a placeholder, `%(key)` means the first one. */
  readonly byKey: ReadonlyMap<string, readonly EffectiveEntry[]>;
  /** Absolute paths of the files that were read, each once; the file itself comes first. */
  readonly files: readonly string[];
  /** Every line that brings something in, also those that could not be followed. */
  readonly includes: readonly Include[];
  readonly problems: readonly ConfigProblem[];
  /**
   * False when something was brought in that could not be read here. What a file "does not have" may then stand
   * there: a rule that says so has to stay silent.
   */
  readonly complete: boolean;
  readonly roles: UwsgiRoles;
}

/** `conditional` is true only where the files don't decide it; an unrolled loop has one entry for each turn. */
export interface EffectiveEntry extends ConfigEntry {
  /** File that `line` and the spans belong to. */
  readonly path: string;
  /** The line that brought it in; undefined in the file itself. */
  readonly from: Include | undefined;
  /** Brought in by `inherit`, after the passes: `$(…)`, `@(…)` and `%(…)` stay as they are written. */
  readonly inherited: boolean;
}

/** `ini = …`, `include = …`, `inherit = …` and their relatives. */
export interface Include {
  readonly key: string;
  /** Where the value stands. */
  readonly path: string;
  readonly span: Span;
  /** File and section as uWSGI takes them, e.g. `/srv/common.ini:worker`. */
  readonly text: string;
  /** Absolute; undefined when it is not known, and for standard input and addresses such as `http://…`. */
  readonly target: string | undefined;
  /** Section that is asked for. */
  readonly section: string;
  /**
   * The value has no absolute path: uWSGI counts it from the working directory at its start, which no file says. It is
   * taken to be the folder of the first file.
   */
  readonly relative: boolean;
  /**
   * `missing`: no file of the workspace (it may be on the disk). `cycle`: it is being read already; uWSGI goes round
   * until it crashes. `foreign`: no ini file, so xml, yaml or json. `refused`: uWSGI exits with "unable to load
   * configuration from", as for `include = a.ini:b` and `config = a.ini`. `unknown`: only the running program knows the
   * name. `too-much`: left out here, because the files bring in each other too often.
   */
  readonly outcome: 'read' | 'missing' | 'cycle' | 'foreign' | 'refused' | 'unknown' | 'too-much';
  readonly conditional: boolean;
  /** The include that brought in this one. */
  readonly from: Include | undefined;
}

interface ProblemBase {
  readonly path: string;
  /** The value of an include, the key of all others. */
  readonly span: Span;
}

/** What makes uWSGI fail, or ignore something, while it reads the files. */
export type ConfigProblem =
  | (ProblemBase & {
      readonly kind: 'cycle' | 'missing' | 'refused' | 'missing-section';
      readonly include: Include;
    })
  /** "recursive logic in options is not supported": uWSGI exits. */
  | (ProblemBase & { readonly kind: 'nested-logic'; readonly opener: Opener })
  /** Takes all that follows into the block, other files too. */
  | (ProblemBase & { readonly kind: 'unclosed-logic' })
  /** Ignored. */
  | (ProblemBase & { readonly kind: 'stray-end' })
  /** A loop or an include has more turns than are looked at here. */
  | (ProblemBase & { readonly kind: 'too-much' });

/** The `if-…` or `for…` that is open. */
export interface Opener {
  readonly key: string;
  readonly path: string;
  readonly span: Span;
}
