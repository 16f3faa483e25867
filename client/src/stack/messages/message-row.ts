import { readablePart } from '../readable-part.ts';

/** A line by which a program tells of a mistake, with what it means. */
export interface MessageRow {
  /** Without flags, and without references to its own groups. */
  readonly pattern: RegExp;
  readonly level: 'error' | 'warning';
  /** One or two sentences: what it means. `$1` … stand for the groups. */
  readonly means: string;
  /** One sentence: what to do. */
  readonly remedy: string;
  /** Names whose place is where to do it; the first that the plan knows counts. */
  readonly at?: readonly string[];
  /** What makes the message go, besides a new start of the process. */
  readonly until?: 'answered';
  /** Only what fits the pattern is told: the rest of the line differs from request to request. */
  readonly part?: true;
}

/** Fits where a row of the table does: most lines fit none, and are told so by one look instead of one for each row. */
function anyOf(rows: readonly MessageRow[]): RegExp {
  let any = unions.get(rows);
  if (any === undefined) {
    any = new RegExp(rows.map(({ pattern }) => `(?:${pattern.source})`).join('|'));
    unions.set(rows, any);
  }
  return any;
}

const unions = new WeakMap<readonly MessageRow[], RegExp>();

/** The first row that fits. */
export function findRow(
  rows: readonly MessageRow[],
  line: string,
): { readonly row: MessageRow; readonly groups: readonly string[] } | undefined {
  const text = readablePart(line);
  if (!anyOf(rows).test(text)) return undefined;
  for (const row of rows) {
    const match = row.pattern.exec(text);
    if (match !== null)
      return { row, groups: [...match].map((group) => (group as string | undefined) ?? '') };
  }
  return undefined;
}

export function fillIn(text: string, groups: readonly string[]): string {
  return text.replaceAll(/\$(\d)/g, (_whole, digit: string) => groups[Number(digit)] ?? '');
}
