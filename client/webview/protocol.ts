import type { StepRole } from '../../shared/launch-plan.ts';
import type { OldestLines, PackedLines } from '../../shared/panel-lines.ts';
import type { RequestFormat } from '../../shared/request-formats.ts';

/** What the extension and the log panel say to each other: one file, so that neither side can drift. */
export type ToPanel =
  /** The answer to `hello`, and again whenever a setting changed. */
  | {
      readonly kind: 'setup';
      readonly maxLines: number;
      readonly strings: LogPanelStrings;
      readonly processes: readonly LogProcess[];
      /** The backlog; replaces whatever the panel shows. */
      readonly lines: PackedLines;
      /** A log to be shown alone, asked for before the panel was there. */
      readonly only: string | undefined;
    }
  | { readonly kind: 'processes'; readonly processes: readonly LogProcess[] }
  | { readonly kind: 'lines'; readonly lines: PackedLines }
  /** The answer to `older`. */
  | {
      readonly kind: 'older';
      readonly lines: PackedLines;
      /** Whether there may be still older ones. */
      readonly more: boolean;
    }
  | { readonly kind: 'clear' }
  /** Show this process alone; undefined shows all. */
  | { readonly kind: 'only'; readonly process: string | undefined };

export type FromPanel =
  | { readonly kind: 'hello' }
  | { readonly kind: 'clear' }
  /** Lines of the log files from before those that the panel has. */
  | { readonly kind: 'older'; readonly before: OldestLines | undefined; readonly count: number }
  | { readonly kind: 'copy'; readonly text: string }
  /** Into a file that the person chooses. */
  | { readonly kind: 'export'; readonly text: string }
  | { readonly kind: 'open'; readonly path: string; readonly line: number };

export interface LogProcess {
  /** Unique over all stacks. */
  readonly id: string;
  readonly title: string;
  readonly role: StepRole;
  /** Where it runs: relative paths in its lines count from there. */
  readonly folder: string;
  /** A name out of `processColours`. */
  readonly colour: string;
  /** How its lines of requests look where they are not in the program's usual form. */
  readonly requestFormats: readonly RequestFormat[];
}

/** Every text of the panel, translated by the extension: a webview has no access to the translations. */
export interface LogPanelStrings {
  readonly filter: string;
  readonly regex: string;
  readonly badRegex: string;
  readonly follow: string;
  readonly wrap: string;
  readonly times: string;
  readonly copy: string;
  readonly export: string;
  readonly level: string;
  readonly levels: { readonly all: string; readonly warning: string; readonly error: string };
  readonly lines: string;
  readonly requests: string;
  /** `{0}` is a number. */
  readonly requestCount: string;
  readonly columns: Readonly<
    Record<
      | 'time'
      | 'process'
      | 'method'
      | 'host'
      | 'target'
      | 'status'
      | 'milliseconds'
      | 'bytes'
      | 'processNumber'
      | 'pid',
      string
    >
  >;
  readonly nextError: string;
  readonly previousError: string;
  readonly clear: string;
  readonly latest: string;
  readonly processes: string;
  /** All processes of a role. */
  readonly roles: Readonly<Record<StepRole, string>>;
  readonly chipHelp: string;
  readonly showAll: string;
  readonly log: string;
  /** `{0}` is a number. */
  readonly lineCount: string;
  /** `{0}` of `{1}`. */
  readonly filteredCount: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly noMatch: string;
  readonly older: string;
  readonly readingOlder: string;
  readonly noOlder: string;
  /** `{0}` is a number. */
  readonly noMoreOlder: string;
}
