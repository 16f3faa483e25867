import type { RegexState } from './regex-state.ts';

/** `(` and what says which kind of group it opens. */
export function readGroup(state: RegexState): void {
  const { pattern, at } = state;
  const rest = pattern.slice(at, at + 128);
  if (rest.startsWith('(*')) {
    // Verbs and the long names of assertions are rare.
    state.unsure = true;
    return;
  }
  if (!rest.startsWith('(?')) {
    enter(state, 1, false);
    state.groups += 1;
    return;
  }
  const plain = /^\(\?(?:<?[=!]|[:|>])/.exec(rest)?.[0];
  if (plain === '(?|') state.unsure = true;
  else if (plain !== undefined) enter(state, plain.length, plain.startsWith('(?<'));
  else if (/^\(\?(?:P?<|')/.test(rest)) named(state, rest);
  else if (rest.startsWith('(?#')) comment(state);
  else if (/^\(\?[imsJUnx^)-]/.test(rest)) options(state, rest);
  else if (/^\(\?(?:[R(+&C*]|\d|-\d|P[=>]|<\*)/.test(rest)) state.unsure = true;
  else state.problem = `\`${rest.slice(0, 3)}\` opens no group that there is`;
}

function enter(state: RegexState, length: number, behind: boolean): void {
  state.open.push({ behind });
  state.at += length;
  state.repeatable = false;
}

/** `(?<name>…)`, `(?P<name>…)`, `(?'name'…)`. */
function named(state: RegexState, rest: string): void {
  const [whole, , name = ''] = /^\(\?(?:P?<|')(([A-Za-z_]\w*)[>'])/.exec(rest) ?? [];
  const closing = rest.startsWith("(?'") ? "'" : '>';
  if (!whole?.endsWith(closing)) {
    state.problem = `the name of a group is written \`(?<name>…)\`, of letters, digits and \`_\``;
    return;
  }
  if (name.length > 32) {
    state.problem = `the name of a group has at most 32 characters`;
    return;
  }
  if (state.names.includes(name)) {
    state.problem = `two groups have the name "${name}"`;
    return;
  }
  state.names.push(name);
  state.groups += 1;
  enter(state, whole.length, false);
}

function comment(state: RegexState): void {
  const end = state.pattern.indexOf(')', state.at);
  if (end === -1) state.problem = '`)` is missing behind `(?#`';
  else state.at = end + 1;
}

/** `(?i)`, `(?i:…)`. Behind `x` blanks and `#` mean something else, behind `J` names may repeat, behind `n` nothing counts. */
function options(state: RegexState, rest: string): void {
  const found = /^\(\?[imsU]*(?:-[imsU]+)?([:)])/.exec(rest);
  if (found === null) {
    state.unsure = true;
    return;
  }
  if (found[1] === ':') enter(state, found[0].length, false);
  else {
    state.at += found[0].length;
    state.repeatable = false;
  }
}
