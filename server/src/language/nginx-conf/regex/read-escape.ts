import type { RegexState } from './regex-state.ts';

/** A backslash outside a character class. */
export function readEscape(state: RegexState): void {
  const { pattern, at } = state;
  const letter = pattern[at + 1];
  state.at += 2;
  if (letter === undefined) {
    state.problem = 'a `\\` stands at the end';
    return;
  }
  // Without a `\Q` before it, `\E` is nothing at all.
  if (letter === 'E') return;
  state.repeatable = !'ABGKZbz'.includes(letter);
  if (/[1-9]/.test(letter)) numbered(state, at + 1);
  else if (letter === 'Q') quoted(state);
  else if (letter === 'g' || letter === 'k') reference(state, letter);
  else readCode(state, letter);
}

/** `\x`, `\o`, `\c`, `\p` and letters without a meaning: the same inside and outside a class. */
export function readCode(state: RegexState, letter: string): void {
  const rest = state.pattern.slice(state.at, state.at + 64);
  const take = (form: RegExp): string | undefined => {
    const found = form.exec(rest)?.[0];
    state.at += found?.length ?? 0;
    return found;
  };
  if (letter === 'x') {
    if (rest.startsWith('{')) {
      const found = take(/^\{[\da-f]+\}/i);
      if (found === undefined || Number.parseInt(found.slice(1), 16) > 0xff) state.unsure = true;
    } else take(/^[\da-f]{1,2}/i);
  } else if (letter === 'o') state.unsure = true;
  else if (letter === 'c') {
    if (take(/^[ -~]/) === undefined) state.problem = '`\\c` needs a character behind it';
  } else if (letter === 'p' || letter === 'P') {
    if (take(/^(?:[A-Z]|\{\^?[\w &-]+\})/i) === undefined)
      state.problem = `\`\\${letter}\` needs the name of a property behind it`;
  } else if ('uULl'.includes(letter)) state.problem = `PCRE does not support \`\\${letter}\``;
  else if (letter === 'N' && rest.startsWith('{')) state.unsure = true;
  else if (letter === 'C') state.unsure = true;
  else if (/[A-Za-z]/.test(letter) && !known.includes(letter))
    state.problem = `\`\\${letter}\` has no meaning`;
}

const known = 'ABDEGHKNQRSVWXZabdefghknrstvwz';

/** `\1` always refers to a group; `\12` does if there are so many, else it is a code. */
function numbered(state: RegexState, start: number): void {
  const digits = /^\d+/.exec(state.pattern.slice(start, start + 8))?.[0] ?? '';
  const number = Number(digits);
  if (digits.length > 1) {
    state.unsure = true;
    return;
  }
  state.at = start + digits.length;
  state.highestReference = Math.max(state.highestReference, number);
}

/** `\Q…\E` holds plain text. */
function quoted(state: RegexState): void {
  const end = state.pattern.indexOf('\\E', state.at);
  state.repeatable = end !== state.at && state.at < state.pattern.length;
  state.at = end === -1 ? state.pattern.length : end + 2;
}

/** `\k<name>`, `\g{1}` and their kin. */
function reference(state: RegexState, letter: string): void {
  const rest = state.pattern.slice(state.at, state.at + 64);
  const name = /^(?:\{([A-Za-z_]\w*)\}|<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/.exec(rest);
  if (name) {
    state.namesUsed.add(name[1] ?? name[2] ?? name[3] ?? '');
    state.at += name[0].length;
    return;
  }
  const number = letter === 'g' ? /^(?:\{(\d{1,3})\}|(\d{1,3}))/.exec(rest) : null;
  if (number) {
    state.highestReference = Math.max(state.highestReference, Number(number[1] ?? number[2]));
    state.at += number[0].length;
  } else if (letter === 'g' && /^[{<'+-]/.test(rest)) state.unsure = true;
  else state.problem = `\`\\${letter}\` names no group`;
}
