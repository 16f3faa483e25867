import { pairLength } from '../ini/percent.ts';
import { span } from '../text/span.ts';
import type { Span } from '../text/span.ts';

/** A `%(…)`, `$(…)` or `@(…)` in the raw text of a file. */
export interface PlaceholderPlace {
  readonly sign: '%' | '$' | '@';
  /** With sign and parentheses. */
  readonly span: Span;
  readonly inner: Span;
  /** The names, numbers and operators of a `%(…)`; one name for the others. */
  readonly tokens: readonly PlaceholderToken[];
}

export interface PlaceholderToken {
  readonly kind: 'name' | 'number' | 'operator';
  readonly text: string;
  readonly span: Span;
}

/**
 * Finds them as the passes do (core/utils.c, uwsgi_apply_config_pass) before any has been replaced: each pass looks for
 * its own sign, so that `$(%(x))` holds two; an opening one inside its like takes its place; parentheses are counted.
 * `%%(` begins one too, since a `%(` is left of it when the pass comes by. In order of position.
 */
export function placeholdersIn(text: string, within: Span): readonly PlaceholderPlace[] {
  const raw = text.slice(within.start, within.end);
  if (!raw.includes('(')) return [];
  const held = signs.filter(({ opening }) => raw.includes(opening));
  if (held.length === 0) return [];
  const before = known.get(within);
  if (before?.text === text) return before.places;
  const places = held.flatMap(({ sign }) => pass(text, within, sign));
  places.sort((a, b) => a.span.start - b.span.start);
  known.set(within, { text, places });
  return places;
}

const signs = [
  { sign: '%', opening: '%(' },
  { sign: '$', opening: '$(' },
  { sign: '@', opening: '@(' },
] as const;

/** Several rules ask for the same value of a line. */
const known = new WeakMap<
  Span,
  { readonly text: string; readonly places: readonly PlaceholderPlace[] }
>();

function pass(text: string, { start, end }: Span, sign: '%' | '$' | '@'): PlaceholderPlace[] {
  const places: PlaceholderPlace[] = [];
  let open: { readonly at: number; readonly inner: number } | undefined;
  let depth = 0;
  for (let at = start; at < end;) {
    const char = text.charAt(at);
    const length = char === '%' && text.charAt(at + 1) !== '(' ? pairLength(text, at) : 1;
    const doubled = char === '%' && text.charAt(at + 1) === '%';
    const parenthesis = at + (doubled ? 2 : 1);
    if (char === sign && text.charAt(parenthesis) === '(' && parenthesis < end) {
      open = { at, inner: parenthesis + 1 };
      depth = 0;
      at = parenthesis + 1;
      continue;
    }
    if (char === '(') depth += 1;
    if (char === ')' && open !== undefined) {
      if (depth > 0) {
        depth -= 1;
      } else {
        const inner = span(open.inner, at);
        places.push({
          sign,
          span: span(open.at, at + 1),
          inner,
          tokens: tokensOf(text, inner, sign),
        });
        open = undefined;
      }
    }
    at += length;
  }
  return places;
}

/** A blank in the parentheses makes arithmetic of it: single blanks divide (core/config.c). */
function tokensOf(text: string, inner: Span, sign: '%' | '$' | '@'): PlaceholderToken[] {
  const raw = text.slice(inner.start, inner.end);
  // With a magic variable in it the name is not what stands here.
  if (raw === '' || raw.includes('%')) return [];
  if (sign !== '%' || !raw.includes(' ')) return [{ kind: 'name', text: raw, span: inner }];
  const tokens: PlaceholderToken[] = [];
  let start = inner.start;
  for (const piece of raw.split(' ')) {
    const place = span(start, start + piece.length);
    start += piece.length + 1;
    if (piece === '') continue;
    const operator = ['+', '-', '*', '/', '++', '--'].includes(piece);
    const kind = operator ? 'operator' : /^[0-9]+$/.test(piece) ? 'number' : 'name';
    tokens.push({ kind, text: piece, span: place });
  }
  return tokens;
}
