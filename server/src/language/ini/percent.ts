/**
 * What uWSGI makes of `%` and the character after it. It walks over the whole text of a file in pairs before it splits
 * the text into lines (core/utils.c, magic_sub): `%%` is a percent sign, `%(` stays for the placeholder pass, a magic
 * letter becomes its value, and every other pair vanishes, even with a line break as its second half.
 */
export type PercentPair = 'percent' | 'placeholder' | 'magic' | 'vanishes';

export function percentPair(text: string, at: number): PercentPair {
  const second = text.charAt(at + 1);
  if (second === '%') return 'percent';
  if (second === '(') return 'placeholder';
  return magicLetters.has(second) ? 'magic' : 'vanishes';
}

/** Length of the pair at `at`; a `%` that ends the file is alone, and vanishes too. */
export function pairLength(text: string, at: number): number {
  if (at + 1 >= text.length) return 1;
  return (text.codePointAt(at + 1) ?? 0) > 0xffff ? 3 : 2;
}

const magicLetters: ReadonlySet<string> = new Set('opdcsneixjODPCSNEIXJbvVhkuUgGtT[0123456789');
