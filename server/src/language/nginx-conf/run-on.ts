import type { Statement, Word } from '../nginx/tree.ts';
import { allowedIn } from './candidates.ts';
import {
  arityAllows,
  directivesNamed,
  type NginxContext,
  type NginxDirective,
} from './directives.ts';
import { isTemplated } from './template.ts';

/**
 * Where a `;` is missing, nginx reads the words of the next line as further arguments, and then complains about their
 * number. This takes such a statement apart again: at the first word of a line that is the name of a directive, provided
 * that the whole doesn't fit the statement's own directive and the rest does fit the name found.
 *
 * The first part then ends with `missing`, as if the file had ended there.
 */
export function splitRunOn(
  text: string,
  statement: Statement,
  contexts: readonly NginxContext[],
): readonly Statement[] {
  const parts: Statement[] = [];
  let rest = statement;
  for (let cut = findCut(text, rest, contexts); cut; cut = findCut(text, rest, contexts)) {
    parts.push(cut.first);
    rest = cut.rest;
  }
  parts.push(rest);
  return parts;
}

interface Cut {
  readonly first: Statement;
  readonly rest: Statement;
}

function findCut(
  text: string,
  statement: Statement,
  contexts: readonly NginxContext[],
): Cut | undefined {
  const { name, args, end } = statement;
  const own = entriesFor(name, contexts);
  if (own.length === 0 && !isTemplated(name)) return undefined;
  if (own.some((entry) => fits(entry, args.length, end.kind === 'block') && !isListen(entry)))
    return undefined;
  for (const [index, word] of args.entries()) {
    const previous = args[index - 1] ?? name;
    if (word.quote || !startsLine(text, previous, word)) continue;
    if (own.length > 0 && !own.some((entry) => fits(entry, index, false))) continue;
    if (!couldBegin(text, word, args.slice(index + 1), end.kind === 'block', contexts)) continue;
    return {
      first: {
        span: { start: name.span.start, end: previous.span.end },
        name,
        args: args.slice(0, index),
        end: { kind: 'missing' },
      },
      rest: {
        span: { start: word.span.start, end: statement.span.end },
        name: word,
        args: args.slice(index + 1),
        end,
      },
    };
  }
  return undefined;
}

/** `listen` takes any number of words, but none of them is the name of a directive that begins a line. */
function isListen({ name }: NginxDirective): boolean {
  return name === 'listen';
}

function couldBegin(
  text: string,
  word: Word,
  args: readonly Word[],
  block: boolean,
  contexts: readonly NginxContext[],
): boolean {
  const entries = entriesFor(word, contexts);
  if (entries.length === 0) return false;
  if (entries.some((entry) => fits(entry, args.length, block))) return true;
  // The `;` of this line may be missing too: then only its own words need to fit.
  let own = 0;
  for (let last = word; own < args.length; own++) {
    const next = args[own];
    if (!next || startsLine(text, last, next)) break;
    last = next;
  }
  return own < args.length && entries.some((entry) => fits(entry, own, false));
}

function entriesFor({ value }: Word, contexts: readonly NginxContext[]): readonly NginxDirective[] {
  return directivesNamed(value).filter((entry) =>
    contexts.some((context) => allowedIn(entry, context)),
  );
}

function fits(entry: NginxDirective, count: number, block: boolean): boolean {
  return entry.block === block && arityAllows(entry.args, count);
}

function startsLine(text: string, previous: Word, word: Word): boolean {
  const lineFeed = text.indexOf('\n', previous.span.end);
  return lineFeed !== -1 && lineFeed < word.span.start;
}
