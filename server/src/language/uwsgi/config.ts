import type { EntryLine } from '../ini/tree.ts';
import type { Span } from '../text/span.ts';
import type { UwsgiOption } from './options.ts';

/** The configuration that uWSGI reads from one file: the entries of one section, in order, with their meaning. */
export interface UwsgiConfig {
  /** Section that is read, `uwsgi` unless asked otherwise. */
  readonly section: string;
  /** Whether the file has that section at all. */
  readonly found: boolean;
  readonly entries: readonly ConfigEntry[];
  /** What the file makes of the process; a file can be router and worker at once. */
  readonly roles: UwsgiRoles;
}

export interface ConfigEntry {
  readonly line: EntryLine;
  readonly key: string;
  readonly keySpan: Span;
  /** undefined for a custom variable. */
  readonly option: UwsgiOption | undefined;
  /** After `%(…)`, as far as the file itself decides it. */
  readonly value: string;
  readonly valueSpan: Span;
  /** False while something of the value is known only when uWSGI runs: `$(ENV)`, `@(file)`, magic variables. */
  readonly known: boolean;
  /** Inside `if-…` or `for…`: the entry may be left out, or be there several times. */
  readonly conditional: boolean;
  /**
   * `line`: the key and the value stand in the file as a line. `set`: they are the value of a `set` line above, as in
   * `set = processes=4`. `placeholder`: the same for set-placeholder and resolve, which make a variable only.
   */
  readonly origin: 'line' | 'set' | 'placeholder';
}

export interface UwsgiRoles {
  /** A FastRouter front or subscription server is configured. */
  readonly router: boolean;
  /** A worker socket, a subscription or an app is configured. */
  readonly worker: boolean;
}
