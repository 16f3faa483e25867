import type { Word } from '../nginx/tree.ts';

/** What the arguments of `location` say (`ngx_http_core_location`); a modifier may be glued to the path. */
export interface LocationMatch {
  readonly kind: 'prefix' | 'exact' | 'regex' | 'named' | 'invalid';
  /** `=`, `~`, `~*`, `^~`, whatever is written in its place, or ''. */
  readonly modifier: string;
  /** Path, regular expression or name with its `@`. */
  readonly name: string;
}

export function readLocation(args: readonly Pick<Word, 'value'>[]): LocationMatch | undefined {
  const [first, second] = args;
  if (first === undefined || args.length > 2) return undefined;
  if (second !== undefined) {
    const modifier = first.value;
    return { kind: kindOf(modifier) ?? 'invalid', modifier, name: second.value };
  }
  const { value } = first;
  const modifier = modifiers.find((one) => value.startsWith(one)) ?? '';
  const kind = value.startsWith('@') ? 'named' : kindOf(modifier);
  return { kind: kind ?? 'prefix', modifier, name: value.slice(modifier.length) };
}

/** What begins with another one comes before it. */
const modifiers = ['=', '^~', '~*', '~'];

function kindOf(modifier: string): 'prefix' | 'exact' | 'regex' | undefined {
  if (modifier === '=') return 'exact';
  if (modifier === '~' || modifier === '~*') return 'regex';
  return modifier === '^~' ? 'prefix' : undefined;
}
