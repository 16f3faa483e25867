import type { Word } from '../../nginx/tree.ts';
import { closest } from '../../text/closest.ts';
import { isTemplated } from '../template.ts';
import type { ValueKind } from './kind.ts';

/** What is wrong with the arguments of one directive. */
export interface ValueProblem {
  readonly word: Word;
  /** Without the directive's name: `expects a size …, not "x"`. */
  readonly message: string;
  /** What the word may have been meant to be, best first. */
  readonly offered?: readonly string[];
}

/** The form of a directive's arguments; reports through the generator what does not fit it. */
export type Shape = (args: readonly Word[]) => Iterable<ValueProblem>;

/** Each argument has its kind; those beyond the last kind are free. */
export function positions(...kinds: readonly ValueKind[]): Shape {
  return function* (args) {
    for (const [at, kind] of kinds.entries()) yield* check(args[at], kind);
  };
}

/** Every argument from `start` on is of one kind. */
export function each(kind: ValueKind, start = 0): Shape {
  return function* (args) {
    for (const word of args.slice(start)) yield* check(word, kind);
  };
}

export function* check(word: Word | undefined, kind: ValueKind): Generator<ValueProblem> {
  if (word === undefined || isTemplated(word)) return;
  const expected = kind(word.value);
  if (expected !== undefined) yield { word, message: `expects ${expected}, not "${shown(word)}"` };
}

/** A kind stands for the value behind `name=`, `bare` for a word without one. */
export type ParameterTable = Readonly<Record<string, ValueKind | 'bare'>>;

/**
 * `name=value` parameters and bare words, in any order, from `start` on. `required` names those of which one must be
 * there.
 */
export function parameters(
  table: ParameterTable,
  { start = 0, required }: { readonly start?: number; readonly required?: string } = {},
): Shape {
  const names = Object.keys(table);
  return function* (args) {
    for (const word of args.slice(start)) {
      if (isTemplated(word)) continue;
      const { value } = word;
      const bare = table[value];
      if (bare === 'bare') continue;
      const name = names.find((key) => key.endsWith('=') && value.startsWith(key));
      const kind = name === undefined ? undefined : table[name];
      if (name !== undefined && typeof kind === 'function') {
        const expected = kind(value.slice(name.length));
        if (expected !== undefined)
          yield { word, message: `expects ${expected} behind \`${name}\`, not "${shown(word)}"` };
      } else yield unknownParameter(word, names);
    }
    const [first] = args;
    const missing =
      required !== undefined &&
      !args.slice(start).some((word) => word.value.startsWith(required) || isTemplated(word));
    if (first && missing) yield { word: first, message: `needs the parameter \`${required}\`` };
  };
}

export function unknownParameter(word: Word, names: readonly string[]): ValueProblem {
  const [, head = '', rest = ''] = /^([^=]*=?)([\s\S]*)$/.exec(word.value) ?? [];
  const offered = closest(head, names).map((name) => (name.endsWith('=') ? name + rest : name));
  const list = names.slice(0, 20).map((name) => `\`${name}\``);
  const known = list.length > 0 ? `; it takes ${list.join(', ')}` : '';
  return { word, message: `has no parameter "${shown(word)}"${known}`, offered };
}

/** One shape when the arguments are a single given word, another in all other cases. */
export function alone(words: readonly string[], otherwise: Shape): Shape {
  return (args) =>
    args.length === 1 && words.includes(args[0]?.value ?? '') ? [] : otherwise(args);
}

/** All shapes must fit; of several problems of one word the first is reported. */
export function together(...shapes: readonly Shape[]): Shape {
  return function* (args) {
    const seen = new Set<Word>();
    for (const shape of shapes)
      for (const problem of shape(args)) {
        if (seen.has(problem.word)) continue;
        seen.add(problem.word);
        yield problem;
      }
  };
}

/** A word as a message shows it: not too long. */
export function shown({ value }: Word): string {
  return value.length > 60 ? `${value.slice(0, 57)}…` : value;
}
