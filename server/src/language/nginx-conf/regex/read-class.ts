import { readCode } from './read-escape.ts';
import type { RegexState } from './regex-state.ts';

/** `[…]`. A `]` that comes first is itself. */
export function readClass(state: RegexState): void {
  const { pattern } = state;
  state.at += 1;
  if (pattern[state.at] === '^') state.at += 1;
  // Code of the last single character, where a range could begin; `set` behind a class such as `\d`.
  let last: number | 'set' | undefined;
  let range = false;
  for (let first = true; state.at < pattern.length; first = false) {
    const character = pattern[state.at] ?? '';
    if (character === ']' && !first) {
      state.at += 1;
      state.repeatable = true;
      return;
    }
    if (character === '-' && last !== undefined && !range && pattern[state.at + 1] !== ']') {
      if (last === 'set') {
        // PCRE2 takes `[\w-.]` for three things, but has changed its mind more than once.
        state.unsure = true;
        return;
      }
      range = true;
      state.at += 1;
      continue;
    }
    const item = readItem(state, character);
    if (state.problem !== undefined || state.unsure) return;
    if (range && typeof last === 'number') {
      if (item === 'set') state.unsure = true;
      else if (item !== undefined && item < last)
        state.problem = `a range ends before it begins in \`${shorten(pattern)}\``;
      if (state.problem !== undefined || state.unsure) return;
      last = undefined;
    } else last = item;
    range = false;
  }
  state.problem = '`]` is missing';
}

/** One member of the class: its code, or `set`; undefined where the code is not known. */
function readItem(state: RegexState, character: string): number | 'set' | undefined {
  if (character === '[') {
    const posix = /^\[([:.=])([^\]]*?)\1\]/.exec(state.pattern.slice(state.at, state.at + 64));
    if (posix) {
      const [whole, kind, name = ''] = posix;
      state.at += whole.length;
      if (kind !== ':') state.problem = `PCRE does not support \`${whole}\``;
      else if (!posixNames.includes(name.replace(/^\^/, '')))
        state.problem = `there is no class \`${whole}\``;
      return 'set';
    }
  }
  if (character !== '\\') {
    state.at += 1;
    return character.charCodeAt(0);
  }
  const letter = state.pattern[state.at + 1];
  state.at += 2;
  if (letter === undefined) {
    state.problem = 'a `\\` stands at the end';
    return undefined;
  }
  if ('dDhHsSvVwWpP'.includes(letter)) {
    readCode(state, letter);
    return 'set';
  }
  if ('BRX'.includes(letter)) {
    state.problem = `\`\\${letter}\` has no meaning between brackets`;
    return undefined;
  }
  if ('QENgkKAGzZ'.includes(letter) || /\d/.test(letter)) {
    state.unsure = true;
    return undefined;
  }
  readCode(state, letter);
  return /[A-Za-z]/.test(letter) ? undefined : letter.charCodeAt(0);
}

const posixNames =
  'alpha lower upper alnum ascii blank cntrl digit graph print punct space word xdigit < >'.split(
    ' ',
  );

function shorten(pattern: string): string {
  return pattern.length > 40 ? `${pattern.slice(0, 37)}…` : pattern;
}
