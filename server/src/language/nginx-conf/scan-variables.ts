import type { Word } from '../nginx/tree.ts';
import { span, type Span } from '../text/span.ts';

/** `$name`, `${name}`, `$1`, or a `$` that begins no variable. */
export interface ScannedVariable {
  readonly kind: 'name' | 'capture' | 'no-name' | 'no-bracket';
  /** Without `$` and braces; '' where there is none. */
  readonly name: string;
  /** With `$` and braces. */
  readonly span: Span;
}

/**
 * The variables of a word as nginx takes them apart: a name is of letters, digits and `_`; `$1` to `$9` take one digit only,
 * unless `captures` is off (`log_format` knows none). Nothing escapes a `$`.
 */
export function scanVariables(
  text: string,
  { span: place, quote }: Word,
  { captures = true }: { readonly captures?: boolean } = {},
): readonly ScannedVariable[] {
  const end = quote ? place.end - 1 : place.end;
  const found: ScannedVariable[] = [];
  const raw = text.slice(place.start, end);
  for (let at = raw.indexOf('$'); at !== -1; at = raw.indexOf('$', at + 1)) {
    const start = place.start + at;
    const next = raw[at + 1] ?? '';
    if (captures && next >= '1' && next <= '9' && next.length === 1) {
      found.push({ kind: 'capture', name: next, span: span(start, start + 2) });
      continue;
    }
    const bracket = next === '{';
    nameForm.lastIndex = at + (bracket ? 2 : 1);
    const name = nameForm.exec(raw)?.[0] ?? '';
    const behind = at + (bracket ? 2 : 1) + name.length;
    const closed = bracket && raw[behind] === '}';
    const whole = span(start, place.start + behind + (closed ? 1 : 0));
    const atEnd = bracket && behind === raw.length;
    const kind =
      bracket && !closed && !(atEnd && name === '')
        ? 'no-bracket'
        : name === ''
          ? 'no-name'
          : 'name';
    found.push({ kind, name, span: whole });
  }
  return found;
}

const nameForm = /\w*/y;
