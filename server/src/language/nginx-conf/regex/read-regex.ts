import { readClass } from './read-class.ts';
import { readEscape } from './read-escape.ts';
import { readGroup } from './read-group.ts';
import { newState, type RegexState } from './regex-state.ts';

/** What is known of a regular expression without compiling it. */
export interface RegexReading {
  /** What PCRE2 refuses, in our words; undefined where it compiles, and where this reader isn't sure. */
  readonly problem: string | undefined;
  /** Number of capturing groups. */
  readonly groups: number;
  /** Names of groups, in order: nginx makes a variable of each. */
  readonly names: readonly string[];
}

/**
 * Reads a pattern as PCRE2 does without options (nginx sets none but the one for case), in one pass. It knows the grammar,
 * not the limits of the compiler.
 */
export function readRegex(pattern: string): RegexReading {
  const state = newState(pattern);
  while (state.at < pattern.length && state.problem === undefined && !state.unsure) step(state);
  if (state.problem === undefined && !state.unsure) finish(state);
  return {
    problem: state.unsure ? undefined : state.problem,
    groups: state.groups,
    names: state.names,
  };
}

function step(state: RegexState): void {
  const character = state.pattern[state.at] ?? '';
  switch (character) {
    case '\\':
      readEscape(state);
      return;
    case '[':
      readClass(state);
      return;
    case '(':
      readGroup(state);
      return;
    case ')':
      if (state.open.pop() === undefined) state.problem = '`)` closes no group';
      state.at += 1;
      state.repeatable = true;
      return;
    case '*':
    case '+':
    case '?':
      quantify(state, 1, true);
      return;
    case '{':
      braces(state);
      return;
    case '|':
    case '^':
    case '$':
      state.at += 1;
      state.repeatable = false;
      return;
    default:
      state.at += 1;
      state.repeatable = true;
  }
}

/** `{2}`, `{2,}` and `{2,3}`; any other brace is itself. */
function braces(state: RegexState): void {
  quantifier.lastIndex = state.at;
  const found = quantifier.exec(state.pattern);
  if (found === null) {
    state.at += 1;
    state.repeatable = true;
    return;
  }
  const [whole, least = '', comma, most = ''] = found;
  if (Number(least) > maximum || Number(most) > maximum)
    state.problem = `\`${whole}\` repeats more than ${maximum} times`;
  else if (most !== '' && Number(most) < Number(least))
    state.problem = `\`${whole}\` ends before it begins`;
  else quantify(state, whole.length, comma !== undefined && most !== least);
}

const quantifier = /\{(\d+)(,(\d*))?\}/y;
const maximum = 65535;

function quantify(state: RegexState, length: number, varies: boolean): void {
  const sign = state.pattern.slice(state.at, state.at + length);
  if (!state.repeatable) {
    state.problem = `\`${sign}\` repeats nothing`;
    return;
  }
  if (varies && state.open.some(({ behind }) => behind)) {
    state.problem = 'a look behind must have a fixed length';
    return;
  }
  state.at += length;
  if (state.pattern[state.at] === '+' || state.pattern[state.at] === '?') state.at += 1;
  state.repeatable = false;
}

function finish(state: RegexState): void {
  const { groups, highestReference, names, namesUsed } = state;
  const missing = [...namesUsed].find((name) => !names.includes(name));
  if (state.open.length > 0) state.problem = '`)` is missing';
  else if (highestReference > groups)
    state.problem = `there is no group ${highestReference} to refer to`;
  else if (missing !== undefined) state.problem = `there is no group "${missing}" to refer to`;
}
