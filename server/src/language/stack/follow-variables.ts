import type { Span } from '../text/span.ts';
import type { FileFacts, LevelFacts } from './facts.ts';

/** One text that the variables of an address can make of it. */
export interface Expanded {
  readonly text: string;
  /** Where the text stands as it is; undefined when it is put together from pieces. */
  readonly place: { readonly path: string; readonly span: Span } | undefined;
}

/** What a variable can be, as far as files say it. */
interface Definition {
  readonly values: readonly Value[];
  /** How many values there are, which may be more than are listed. */
  readonly count: number;
  readonly open: boolean;
}

export type Definitions = ReadonlyMap<string, Definition>;

/** All variables that these files define, by name. */
export function definitionsIn(
  files: ReadonlyMap<string, FileFacts>,
  paths: readonly string[],
): Definitions {
  const known = new Map<string, { values: Value[]; count: number; open: boolean }>();
  for (const path of paths)
    for (const { name, values, open } of files.get(path)?.nginx?.variables ?? []) {
      const definition = known.get(name) ?? { values: [], count: 0, open: false };
      known.set(name, definition);
      definition.count += values.length;
      definition.open ||= open;
      const free = limit - definition.values.length;
      if (free > 0)
        definition.values.push(...values.slice(0, free).map((value) => ({ ...value, path })));
    }
  return known;
}

/**
 * What a text with variables can be, as far as `set`, `map` and the like give them constants. Several values of several
 * variables are combined, up to a limit. A `set` of the same block, or of one around it, goes before all others.
 */
export function followVariables(
  definitions: Definitions,
  written: Expanded & { readonly place: NonNullable<Expanded['place']> },
  level: LevelFacts | undefined,
): {
  readonly texts: readonly Expanded[];
  /** Whether it can be nothing else. */
  readonly complete: boolean;
} {
  let texts: readonly Expanded[] = [written];
  const done: Expanded[] = [];
  let complete = true;
  // Each round replaces the first variable of each text; a circle of variables ends with the rounds.
  for (let round = 0; round < 6 && texts.length > 0; round++) {
    const next: Expanded[] = [];
    for (const text of texts) {
      const match = variablePattern.exec(text.text);
      if (match === null) {
        done.push(text);
        continue;
      }
      const name = (match[1] ?? match[2] ?? '').toLowerCase();
      const all = definitions.get(name);
      const near = nearest(level, name, written.place.path);
      const used = near ?? all?.values ?? [];
      if (all === undefined || all.open || all.count > used.length) complete = false;
      if (next.length < limit) next.push(...used.map((value) => replaced(text.text, match, value)));
      else complete = false;
    }
    texts = next;
  }
  return { texts: done.slice(0, limit), complete: complete && texts.length === 0 };
}

interface Value extends NonNullable<Expanded['place']> {
  readonly text: string;
}

const variablePattern = /\$(?:\{(\w+)\}|(\w+))/;

const limit = 64;

/** The values of `set` lines in the innermost block around the text that has any. */
function nearest(
  inner: LevelFacts | undefined,
  name: string,
  path: string,
): readonly Value[] | undefined {
  for (let level = inner; level !== undefined; level = level.up) {
    const values = level.settings.flatMap((setting): Value[] => {
      const [variable, value] = setting.args;
      const is = setting.name === 'set' && variable?.text.toLowerCase() === `$${name}`;
      return is && value !== undefined ? [{ ...value, path }] : [];
    });
    if (values.length > 0) return values.slice(-limit);
  }
  return undefined;
}

function replaced(
  text: string,
  match: RegExpExecArray,
  { text: value, ...place }: Value,
): Expanded {
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const alone = before === '' && after === '';
  return { text: before + value + after, place: alone ? place : undefined };
}
