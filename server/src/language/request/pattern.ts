/** A regular expression of nginx (PCRE, byte by byte) that can be tried on a byte string. */
export interface Pattern {
  /** `unknown` where the answer would take too long. */
  match(subject: string): PatternMatch | undefined | 'unknown';
}

export interface PatternMatch {
  /** The whole first; a group that took no part is empty, as nginx has it. */
  readonly groups: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** undefined for what PCRE knows and JavaScript does not: possessive and atomic parts, recursion, … */
export function compilePattern(source: string, ignoreCase: boolean): Pattern | undefined {
  const translated = translate(source);
  if (translated === undefined) return undefined;
  try {
    const expression = new RegExp(
      translated.source,
      ignoreCase || translated.ignoreCase ? 'i' : '',
    );
    const longest = translated.risky ? riskyLength : plainLength;
    return {
      match: (subject) => (subject.length > longest ? 'unknown' : run(expression, subject)),
    };
  } catch {
    return undefined;
  }
}

/** A repeated part that repeats or branches itself can take exponential time; such a pattern meets short texts only. */
const riskyLength = 32;
const plainLength = 4096;

function run(expression: RegExp, subject: string): PatternMatch | undefined {
  const found = expression.exec(subject);
  if (found === null) return undefined;
  return {
    groups: [...found].map((group: string | undefined) => group ?? ''),
    named: new Map(
      Object.entries(found.groups ?? {}).map(([name, value]) => [
        name,
        (value as string | undefined) ?? '',
      ]),
    ),
  };
}

interface Translated {
  readonly source: string;
  readonly ignoreCase: boolean;
  readonly risky: boolean;
}

const end = '(?![\\s\\S])';
const blanks = '\\t\\n\\v\\f\\r ';

/** Escapes that mean something else in JavaScript. Letters that are in neither table are left as they are. */
const escapes: Readonly<Record<string, string>> = {
  A: '(?<![\\s\\S])',
  z: end,
  Z: `(?=\\n?${end})`,
  s: `[${blanks}]`,
  S: `[^${blanks}]`,
  h: '[\\t ]',
  H: '[^\\t ]',
  N: '[^\\n]',
  a: '\\x07',
  e: '\\x1b',
};
const sameEscapes = 'dDwWbBnrtfvx123456789';

const posixClasses: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: '\\t ',
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  space: blanks,
  word: '\\w',
  xdigit: '0-9A-Fa-f',
  punct: '!-\\/:-@\\[-`{-~',
};

function translate(pcre: string): Translated | undefined {
  const flags = /^\(\?(i?)\)/.exec(pcre);
  const text = flags === null ? pcre : pcre.slice(flags[0].length);
  let source = '';
  /** For each open group whether it repeats or branches inside. */
  const groups: boolean[] = [];
  let risky = false;
  let closed = false;
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})(\??)(\+?)/.exec(rest);
    if (quantifier !== null && source !== '') {
      if (quantifier[2] !== '') return undefined;
      const endless = /^(?:[*+]|\{\d+,\})/.test(rest);
      if (endless && closed) risky = true;
      if (endless) groups.fill(true);
      source += quantifier[0];
      at += quantifier[0].length;
      closed = false;
      continue;
    }
    closed = false;
    const character = text.charAt(at);
    if (character === '\\') {
      const braced = /^\\x\{([\da-f]{1,2})\}/i.exec(rest);
      const next = text.charAt(at + 1);
      if (braced !== null) source += `\\x${(braced[1] ?? '').padStart(2, '0')}`;
      else if (/^\\k<\w+>/.test(rest)) source += '\\k';
      else if (next in escapes) source += escapes[next] ?? '';
      else if (/[^A-Za-z0-9]/.test(next) || sameEscapes.includes(next)) source += `\\${next}`;
      else return undefined;
      at += braced?.[0].length ?? 2;
    } else if (character === '[') {
      const found = translateClass(rest);
      if (found === undefined) return undefined;
      source += found.source;
      at += found.length;
    } else if (character === '(') {
      const opened = openGroup(rest);
      if (opened === undefined) return undefined;
      if (!opened.source.startsWith('\\')) groups.push(false);
      source += opened.source;
      at += opened.length;
    } else {
      if (character === ')') closed = groups.pop() === true;
      else if (character === '|') groups.fill(true);
      source += character === '$' ? `(?=\\n?${end})` : character === '.' ? '[^\\n]' : character;
      at += 1;
    }
  }
  return { source, ignoreCase: flags?.[1] === 'i', risky };
}

function openGroup(rest: string): { source: string; length: number } | undefined {
  if (rest.startsWith('(*')) return undefined;
  if (!rest.startsWith('(?')) return { source: '(', length: 1 };
  const same = /^\(\?(?:[:=!]|<[=!])/.exec(rest)?.[0];
  if (same !== undefined) return { source: same, length: same.length };
  const named = /^\(\?(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/.exec(rest);
  if (named !== null)
    return { source: `(?<${named[1] ?? named[2] ?? ''}>`, length: named[0].length };
  const back = /^\(\?P=(\w+)\)/.exec(rest);
  return back === null ? undefined : { source: `\\k<${back[1] ?? ''}>`, length: back[0].length };
}

function translateClass(rest: string): { source: string; length: number } | undefined {
  let at = 1;
  let source = '[';
  if (rest[at] === '^') {
    source += '^';
    at++;
  }
  for (let first = true; at < rest.length; first = false) {
    const posix = /^\[:(\^?)(\w+):\]/.exec(rest.slice(at));
    const character = rest.charAt(at);
    if (character === ']' && !first) return { source: `${source}]`, length: at + 1 };
    if (posix !== null) {
      const members = posix[1] === '' ? posixClasses[posix[2] ?? ''] : undefined;
      if (members === undefined) return undefined;
      source += members;
      at += posix[0].length;
    } else if (character === '\\') {
      const next = rest.charAt(at + 1);
      const braced = /^\\x\{([\da-f]{1,2})\}/i.exec(rest.slice(at));
      if (braced !== null) source += `\\x${(braced[1] ?? '').padStart(2, '0')}`;
      else if (next === 's') source += blanks;
      else if (next === 'h') source += '\\t ';
      else if (/[^A-Za-z0-9]/.test(next) || 'dDwWbnrtfvx'.includes(next)) source += `\\${next}`;
      else return undefined;
      at += braced?.[0].length ?? 2;
    } else {
      source += /[\][]/.test(character) ? `\\${character}` : character;
      at++;
    }
  }
  return undefined; // never closed: nginx refuses it
}
