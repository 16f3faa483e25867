import type { Span } from '../text/span.ts';
import type { FileFacts, VariableFacts } from './facts.ts';

/** One text that the variables of an address can make of it. */
export interface Expanded {
  readonly text: string;
  /** Where the text stands as it is; undefined when it is put together from pieces. */
  readonly place: { readonly path: string; readonly span: Span } | undefined;
}

type Definition = VariableFacts & { readonly path: string };

/**
 * What a text with variables can be, as far as `set`, `map` and the like give them constants. Several values of several
 * variables are combined, up to a limit. `files` are those that one nginx reads.
 */
export function followVariables(
  files: ReadonlyMap<string, FileFacts>,
  paths: readonly string[],
  written: Expanded & { readonly place: NonNullable<Expanded['place']> },
): {
  readonly texts: readonly Expanded[];
  /** Whether it can be nothing else. */ readonly complete: boolean;
} {
  const known = new Map<string, Definition[]>();
  for (const path of paths)
    for (const variable of files.get(path)?.nginx?.variables ?? []) {
      const all = known.get(variable.name);
      if (all === undefined) known.set(variable.name, [{ ...variable, path }]);
      else all.push({ ...variable, path });
    }
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
      const [, braced, bare = ''] = match;
      const definitions = known.get((braced ?? bare).toLowerCase()) ?? [];
      if (definitions.length === 0 || definitions.some(({ open }) => open)) complete = false;
      if (next.length < 64) next.push(...replaced(text, match, definitions));
      else complete = false;
    }
    texts = next;
  }
  return { texts: done.slice(0, 64), complete: complete && texts.length === 0 };
}

const variablePattern = /\$(?:\{(\w+)\}|(\w+))/;

function replaced(
  { text }: Expanded,
  match: RegExpExecArray,
  definitions: readonly Definition[],
): readonly Expanded[] {
  const [whole] = match;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + whole.length);
  const alone = before === '' && after === '';
  return definitions.flatMap(({ path, values }) =>
    values.map(({ text: value, span }) => ({
      text: before + value + after,
      place: alone ? { path, span } : undefined,
    })),
  );
}
