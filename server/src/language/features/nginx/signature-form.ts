/** A form of a directive's arguments, as the reference writes it: `zone=<name> [burst=<number>] [nodelay | delay=<number>]`. */
export interface SignatureForm {
  readonly text: string;
  readonly parameters: readonly FormParameter[];
}

export interface FormParameter {
  /** Part of the form's text. */
  readonly label: string;
  /** Words and keys (`burst=`) that mean this parameter; none for one that is known by its place. */
  readonly words: readonly string[];
  /** `...` follows. */
  readonly repeats: boolean;
}

/** Alternatives that are divided by `|` are one parameter. Brackets only say what may be left out. */
export function readForm(text: string): SignatureForm {
  const found: { start: number; end: number; repeats: boolean }[] = [];
  let joins = false;
  for (const match of text.matchAll(/\S+/g)) {
    const last = found.at(-1);
    const [start, end] = withoutBrackets(text, match.index, match.index + match[0].length);
    const token = text.slice(start, end);
    if (token === '') continue;
    if (token === '|') joins = true;
    else if (token === '...') {
      if (last !== undefined) last.repeats = true;
    } else {
      const together = last !== undefined && joins && isBalanced(text.slice(last.start, end));
      if (together) last.end = end;
      else found.push({ start, end, repeats: false });
      joins = false;
    }
  }
  const parameters = found.map(({ start, end, repeats }) => {
    const label = text.slice(start, end);
    return { label, words: label.split(' | ').flatMap(wordOf), repeats };
  });
  return { text, parameters };
}

/** Takes brackets off the ends that have no partner between them, and a pair around the whole. */
function withoutBrackets(text: string, from: number, to: number): readonly [number, number] {
  let [start, end] = [from, to];
  for (;;) {
    const token = text.slice(start, end);
    const depth = count(token, '[') - count(token, ']');
    if (depth > 0 && token.startsWith('[')) start++;
    else if (depth < 0 && token.endsWith(']')) end--;
    else if (/^\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\]$/.test(token)) {
      start++;
      end--;
    } else return [start, end];
  }
}

function isBalanced(text: string): boolean {
  return count(text, '[') === count(text, ']');
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** `burst=<number>` → `burst=`, `nodelay` → `nodelay`, `gzip[=<level>]` → both; nothing for a placeholder. */
function wordOf(alternative: string): readonly string[] {
  if (/^[=~^*!]+$/.test(alternative)) return [alternative];
  const [, word = '', sign = ''] = /^([\w.-]+)(=|:|\[=)?/.exec(alternative) ?? [];
  if (word === '') return alternative.startsWith('=') ? ['='] : [];
  if (sign === '[=') return [word, `${word}=`];
  if (sign !== '') return [word + sign];
  // `default|json` and the like are words, each.
  return alternative.split('|');
}

/** Index of the parameter that the last of the words is, undefined when none is; the words may be unfinished. */
export function activeParameter(
  { parameters }: SignatureForm,
  words: readonly string[],
): number | undefined {
  const last = words.at(-1) ?? '';
  const named = namedParameter(parameters, last);
  if (named !== undefined) return named;
  const placed = words
    .slice(0, -1)
    .filter((word) => namedParameter(parameters, word) === undefined);
  const free = [...parameters.entries()].filter(([, { words: known }]) => known.length === 0);
  const [first] = free;
  const end = free.at(-1);
  if (first === undefined || end === undefined) return undefined;
  // `<code> ... <uri>`: only the last word is another one, and a number is none.
  if (first[1].repeats && free.length > 1)
    return /^[\d$]*$/.test(last) || (placed.length === 0 && !/^\W/.test(last)) ? first[0] : end[0];
  const at = free[Math.min(placed.length, free.length - 1)];
  if (at === undefined) return undefined;
  return placed.length < free.length || at[1].repeats ? at[0] : undefined;
}

/** How well the words fit the form; the best of several forms is meant. */
export function fitness(form: SignatureForm, words: readonly string[]): number {
  let sum = 0;
  // The first words decide; a list may have thousands.
  for (const [at, word] of words.slice(0, 12).entries()) {
    const active = activeParameter(form, words.slice(0, at + 1));
    const parameter = active === undefined ? undefined : form.parameters[active];
    if (parameter === undefined) sum -= 1;
    else if (parameter.words.length > 0) sum += 2;
    else if (word !== '') sum += likeness(parameter.label, word);
  }
  return sum;
}

/** Some placeholders tell what a word looks like. */
function likeness(label: string, word: string): number {
  const isNumber = /^\d+$/.test(word);
  if (/^<(?:port|code|number|connections)>$/.test(label)) return isNumber ? 2 : -1;
  if (/^<(?:URL|uri|address)>/.test(label)) return isNumber ? -1 : 1;
  return 0.5;
}

function namedParameter(parameters: readonly FormParameter[], word: string): number | undefined {
  if (word === '') return undefined;
  const at = parameters.findIndex(({ words }) =>
    words.some((known) => isNamedBy(word, known, words)),
  );
  return at === -1 ? undefined : at;
}

function isNamedBy(word: string, known: string, all: readonly string[]): boolean {
  // A lone `=` begins a code, as in `=404`; among others it is a sign of its own.
  const isKey = known === '=' ? all.length === 1 : /[=:]$/.test(known);
  return isKey ? word.startsWith(known) : word === known;
}
