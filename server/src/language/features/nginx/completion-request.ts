import { allowedIn } from '../../nginx-conf/candidates.ts';
import { scopeOf } from '../../nginx-conf/declarations.ts';
import { directivesNamed, type NginxDirective } from '../../nginx-conf/directives.ts';
import type { VariableScope } from '../../nginx-conf/variables.ts';
import { targetNginx } from '../../nginx-conf/version.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { type Span, span } from '../../text/span.ts';
import { type ConfPlace, placeAt } from './place.ts';
import { topContextsOf } from './top-contexts.ts';

/** What the providers of completions are asked. */
export interface CompletionRequest {
  readonly view: NginxView;
  readonly offset: number;
  readonly place: ConfPlace;
  /** The word up to the cursor, without an opening quote. */
  readonly typed: string;
  /** The word without its quotes; empty, at the cursor, where none is. */
  readonly replace: Span;
  readonly quoted: boolean;
  /** Name of the directive whose argument is being written; empty for a name. */
  readonly directive: string;
  /** Which argument it is; -1 for a name. */
  readonly index: number;
  /** Arguments before it. */
  readonly args: readonly string[];
  /** Definitions of the directive that are allowed here; all of them when none is. */
  readonly entries: readonly NginxDirective[];
  readonly scope: VariableScope;
  /** The nginx that is meant. */
  readonly target: string;
}

/** undefined where nothing can be completed: in comments, in Lua, right behind a closing quote. */
export function completionRequest(view: NginxView, offset: number): CompletionRequest | undefined {
  const place = placeAt(view, offset, topContextsOf(view));
  if (place === undefined) return undefined;
  const { word, before, contexts, block } = place;
  const inner = word === undefined ? span(offset, offset) : innerSpan(view.text, word.span, offset);
  if (inner === undefined) return undefined;
  const [name, ...args] = before;
  const all = name === undefined ? [] : directivesNamed(name.value);
  const allowed = all.filter((entry) => contexts.some((context) => allowedIn(entry, context)));
  const inStream =
    contexts.length > 0
      ? contexts.every((context) => context.startsWith('stream'))
      : scopeOf(block) === 'stream';
  return {
    view,
    offset,
    place,
    typed: view.text.slice(inner.start, offset),
    replace: inner,
    quoted: word?.quote !== undefined,
    directive: name?.value ?? '',
    index: before.length - 1,
    args: args.map(({ value }) => value),
    entries: allowed.length > 0 ? allowed : all,
    scope: inStream ? 'stream' : 'http',
    target: targetNginx(view.around),
  };
}

/** A word without its quotes. One that is not closed ends at the cursor: what follows is another's. */
function innerSpan(text: string, { start, end }: Span, offset: number): Span | undefined {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return span(start, end);
  const closed = end > start + 1 && text[end - 1] === quote && text[end - 2] !== '\\';
  if (closed && offset === end) return undefined;
  return span(start + 1, closed ? end - 1 : offset);
}
