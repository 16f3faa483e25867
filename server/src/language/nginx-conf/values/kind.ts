/**
 * A kind of value: undefined when a text is one, else what is expected instead, worded to follow "expects", e.g. "a size
 * such as `16k`". Texts come unescaped and without quotes.
 */
export type ValueKind = (text: string) => string | undefined;

export function matching(pattern: RegExp, expected: string): ValueKind {
  return (text) => (pattern.test(text) ? undefined : expected);
}

/** Any of several kinds. */
export function either(...kinds: readonly ValueKind[]): ValueKind {
  return (text) => {
    const expected: string[] = [];
    for (const kind of kinds) {
      const wanted = kind(text);
      if (wanted === undefined) return undefined;
      expected.push(wanted);
    }
    return expected.join(' or ');
  };
}

export const anything: ValueKind = () => undefined;

/** Listed words; nginx compares most of them without regard to case. */
export function oneOf(
  words: readonly string[],
  { caseSensitive = false }: { readonly caseSensitive?: boolean } = {},
): ValueKind {
  const known = new Set(caseSensitive ? words : words.map((word) => word.toLowerCase()));
  const quoted = words.map((word) => `\`${word}\``);
  const last = quoted.pop() ?? '';
  const expected = quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last;
  return (text) => (known.has(caseSensitive ? text : text.toLowerCase()) ? undefined : expected);
}

/** `$` anywhere: what it becomes is known at the request only. */
export function orVariable(kind: ValueKind): ValueKind {
  return (text) => (text.includes('$') ? undefined : kind(text));
}

export const flag = oneOf(['on', 'off']);
export const size = matching(/^\d+[km]?$/i, 'a size such as `512`, `16k` or `1m`');
export const offset = matching(/^\d+[kmg]?$/i, 'a size such as `16k`, `10m` or `1g`');

/** Decimal digits only; nginx takes no sign. */
export function number(min = 0, max = Infinity): ValueKind {
  const expected =
    max === Infinity
      ? min === 0
        ? 'a number'
        : `a number of at least ${min}`
      : `a number from ${min} to ${max}`;
  return (text) =>
    /^\d+$/.test(text) && min <= Number(text) && Number(text) <= max ? undefined : expected;
}

// Only the first unit needs a number before it: nginx takes `1hs`, the second number being 0.
const unit = (letter: string) => `(?:\\d*${letter} *)?`;
const days = ['w', 'd', 'h', 'm(?!s)'].map(unit).join('');

/** To the second: units from `y` to `s`, falling; a number without unit is seconds and comes last. */
export const seconds = notEmpty(
  new RegExp(`^(?=\\d)${unit('y')}${unit('M')}${days}(?:\\d*s *|\\d+ *)?$`),
  'a time such as `30s`, `10m` or `1d`',
);

/** To the millisecond: no `y` and no `M` (month), but `ms`. */
export const milliseconds = notEmpty(
  new RegExp(`^(?=\\d)${days}${unit('s')}(?:\\d*ms *|\\d+ *)?$`),
  'a time such as `500ms`, `30s` or `10m`',
);

function notEmpty(pattern: RegExp, expected: string): ValueKind {
  return (text) => (text !== '' && pattern.test(text) ? undefined : expected);
}

/** `user:rw group:r all:r`, one word of it. */
export const accessRight = matching(
  /^(?:user|group|all):rw?$/,
  'access rights such as `user:rw` or `all:r`',
);

/** 1 to `most` characters of a word that is not empty. */
export const nonEmpty = matching(/[\s\S]/, 'a word that is not empty');
