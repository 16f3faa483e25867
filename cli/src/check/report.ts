import {
  type Finding,
  indexLines,
  lineAt,
  type LineIndex,
  type Snapshot,
  type Span,
} from '../../../server/src/language/language.ts';
import { type Level, levels } from './check-options.ts';
import { shownPath } from './collect-files.ts';

/** What is said at the end, whatever the format. */
export interface Report {
  /** Number of files that were checked. */
  readonly files: number;
  /** Sorted by path, then by place. */
  readonly findings: readonly ReportedFinding[];
}

/** Lines and columns count from 1; columns are UTF-16 units, and the end is the place behind the last one. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedFinding extends Place {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly related: readonly (Place & { readonly message: string; readonly noticed: boolean })[];
}

/** The findings of a level or graver; `checked` is the number of files that were looked at. */
export function makeReport(
  { files }: Snapshot,
  findings: ReadonlyMap<string, readonly Finding[]>,
  level: Level,
  checked: number,
): Report {
  const indexes = new Map<string, LineIndex>();
  const place = (path: string, { start, end }: Span): Place => {
    const index = indexes.get(path) ?? indexLines(files.get(path)?.text ?? '');
    indexes.set(path, index);
    const from = position(index, start);
    const to = position(index, end);
    return { path: shownPath(path), ...from, endLine: to.line, endColumn: to.column };
  };
  const reported = [...findings.values()].flat().flatMap((finding): ReportedFinding[] => {
    const shown = shownLevel(finding);
    if (levels.indexOf(shown) > levels.indexOf(level)) return [];
    const related = finding.related.map(({ path, span, message, noticed = false }) => ({
      ...place(path, span),
      message,
      noticed,
    }));
    const { rule, message } = finding;
    return [{ ...place(finding.path, finding.span), rule, level: shown, message, related }];
  });
  return { files: checked, findings: reported.sort(inOrder) };
}

export function shownLevel({ level }: Pick<Finding, 'level'>): Level {
  return level === 'error' || level === 'warning' ? level : 'info';
}

function position(index: LineIndex, offset: number): { line: number; column: number } {
  const line = lineAt(index, offset);
  return { line: line + 1, column: offset - (index.starts[line] ?? 0) + 1 };
}

function inOrder(a: ReportedFinding, b: ReportedFinding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
}
