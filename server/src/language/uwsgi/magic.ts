import { pairLength, percentPair } from '../ini/percent.ts';

/** Values of the magic variables (`%d`, `%n`, …) that follow from the path of a file alone. */
export type MagicTable = ReadonlyMap<string, string>;

export interface Expanded {
  readonly text: string;
  /** False when a variable is left whose value only the running program knows, as in `%h`. */
  readonly known: boolean;
}

/** A file as it is asked for. */
export interface Asked {
  /** Absolute. */
  readonly path: string;
  /** As written, without the section; the path of a file that the command line names. */
  readonly name?: string;
  /** As written behind the colon; undefined without one. */
  readonly section?: string | undefined;
}

/**
 * Fills the table as core/uwsgi.c does (config_magic_table_fill). The upper-case twins mean the first file of the run:
 * without one, this file is taken for it. `%o` is the name as given, for which the path stands in.
 */
export function magicTable({ path, name = path, section }: Asked, first?: MagicTable): MagicTable {
  const slash = path.lastIndexOf('/');
  const base = path.slice(slash + 1);
  const directory = path.slice(0, slash + 1);
  const dot = base.lastIndexOf('.');
  const components = directory.split('/').filter((part) => part !== '');
  const table = new Map([
    ['o', name],
    ['p', path],
    ['s', base],
    ['n', dot === -1 ? base : base.slice(0, dot)],
    ['e', dot === -1 ? '' : base.slice(dot + 1)],
    ['d', directory],
    ['c', components.at(-1) ?? ''],
    ['x', section ?? ''],
  ]);
  for (const [letter, value] of [...table]) {
    const upper = letter.toUpperCase();
    table.set(upper, first?.get(upper) ?? value);
  }
  for (let digit = 0; digit <= 9; digit += 1) table.set(`${digit}`, components[digit] ?? '');
  table.set('[', '\u001b');
  return table;
}

/** Replaces the pairs of one piece of raw text; a variable that is not in the table stays as written. */
export function expandMagic(raw: string, table: MagicTable): Expanded {
  if (!raw.includes('%')) return { text: raw, known: true };
  let text = '';
  let known = true;
  let copied = 0;
  for (let at = raw.indexOf('%'); at !== -1; at = raw.indexOf('%', copied)) {
    const length = pairLength(raw, at);
    text += raw.slice(copied, at);
    copied = at + length;
    const pair = percentPair(raw, at);
    if (pair === 'percent') text += '%';
    else if (pair === 'placeholder') text += '%(';
    else if (pair === 'magic') {
      const value = table.get(raw.charAt(at + 1));
      if (value === undefined) known = false;
      text += value ?? raw.slice(at, copied);
    }
  }
  return { text: text + raw.slice(copied), known };
}

/** Blanks as core/ini.c knows them. */
export function trimBlanks(text: string): string {
  if (!endsBlank(text)) return text;
  return text.replace(/^[ \t\r]+/, '').replace(/(?<![ \t\r])[ \t\r]+$/, '');
}

/** Whether the first or the last character is one. */
function endsBlank(text: string): boolean {
  return isBlankCode(text.charCodeAt(0)) || isBlankCode(text.charCodeAt(text.length - 1));
}

function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}
