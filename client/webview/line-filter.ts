import type { LogLine } from '../../shared/panel-lines.ts';
import { withoutSequences } from '../../shared/terminal-text.ts';

/** What the toolbar asks for. */
export interface FilterChoice {
  readonly text: string;
  readonly regex: boolean;
  /** Ids of the processes whose lines are hidden; a process that comes later is therefore seen. */
  readonly hidden: ReadonlySet<string>;
  /** What is at least so grave is shown. */
  readonly level: LevelChoice;
}

export type LevelChoice = 'all' | 'warning' | 'error';

export interface LineFilter {
  readonly accepts: (line: LogLine) => boolean;
  /** Where the text matches, as [start, end) pairs, for marking. */
  readonly matches: (text: string) => readonly (readonly [number, number])[];
  /** Message of the regular expression's author, i.e. why it is not one. All lines pass meanwhile. */
  readonly problem: string | undefined;
}

export function lineFilter(choice: FilterChoice): LineFilter {
  const { pattern, problem } = compile(choice);
  return {
    problem,
    accepts: (line) => {
      if (choice.hidden.has(line.process)) return false;
      if (choice.level === 'error' && line.level !== 'error') return false;
      if (choice.level === 'warning' && line.level === undefined) return false;
      if (pattern === undefined) return true;
      pattern.lastIndex = 0;
      return pattern.test(withoutSequences(line.text));
    },
    matches: (text) => (pattern === undefined ? [] : ranges(pattern, text)),
  };
}

function compile(choice: FilterChoice): {
  pattern: RegExp | undefined;
  problem: string | undefined;
} {
  if (choice.text === '') return { pattern: undefined, problem: undefined };
  const source = choice.regex ? choice.text : choice.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  try {
    return { pattern: new RegExp(source, 'gi'), problem: undefined };
  } catch (error) {
    return { pattern: undefined, problem: error instanceof Error ? error.message : String(error) };
  }
}

function ranges(pattern: RegExp, text: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const match of text.matchAll(pattern)) {
    // `a*` matches the empty text everywhere: nothing to mark.
    if (match[0] !== '') found.push([match.index, match.index + match[0].length]);
    if (found.length === 100) break;
  }
  return found;
}
