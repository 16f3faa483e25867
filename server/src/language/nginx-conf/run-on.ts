import type { Statement, Word } from '../nginx/tree.ts';
import { entriesIn } from './candidates.ts';
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
  const { name, args, end } = statement;
  const block = end.kind === 'block';
  // Nearly every statement is whole, and in one line.
  if (isOneLine(text, statement)) return [statement];
  if (!mayRunOn(name, args.length, block, contexts)) return [statement];
  const parts: Statement[] = [];
  // Positions in one list of words, not lists of what is left: a whole file may lack its `;`.
  const words = [name, ...args];
  let from = 0;
  for (;;) {
    const cut = findCut(text, words, from, block, contexts);
    const [own, last] = [words[from], words[(cut ?? 0) - 1]];
    if (cut === undefined || own === undefined || last === undefined) break;
    parts.push({
      span: { start: own.span.start, end: last.span.end },
      name: own,
      args: words.slice(from + 1, cut),
      end: { kind: 'missing' },
    });
    from = cut;
  }
  const rest = words[from];
  if (from === 0 || rest === undefined) return [statement];
  parts.push({
    span: { start: rest.span.start, end: statement.span.end },
    name: rest,
    args: words.slice(from + 1),
    end,
  });
  return parts;
}

/** Whether all words of a statement stand in the line of its name. */
export function isOneLine(text: string, { name, args }: Statement): boolean {
  const lineFeed = text.indexOf('\n', name.span.end);
  return lineFeed === -1 || lineFeed >= (args.at(-1) ?? name).span.start;
}

/** Index of the word that begins the next statement. */
function findCut(
  text: string,
  words: readonly Word[],
  from: number,
  block: boolean,
  contexts: readonly NginxContext[],
): number | undefined {
  const name = words[from];
  if (name === undefined || !mayRunOn(name, words.length - from - 1, block, contexts))
    return undefined;
  const own = entriesFor(name, contexts);
  for (let index = from + 1; index < words.length; index++) {
    const [previous, word] = [words[index - 1], words[index]];
    if (previous === undefined || word === undefined) continue;
    if (word.quote || !startsLine(text, previous, word)) continue;
    if (own.length > 0 && !own.some((entry) => fits(entry, index - from - 1, false))) continue;
    if (couldBegin(text, words, index, block, contexts)) return index;
  }
  return undefined;
}

function mayRunOn(
  name: Word,
  count: number,
  block: boolean,
  contexts: readonly NginxContext[],
): boolean {
  const own = entriesFor(name, contexts);
  if (own.length === 0) return isTemplated(name);
  return !own.some((entry) => fits(entry, count, block) && !isListen(entry));
}

/** `listen` takes any number of words, but none of them is the name of a directive that begins a line. */
function isListen({ name }: NginxDirective): boolean {
  return name === 'listen';
}

function couldBegin(
  text: string,
  words: readonly Word[],
  at: number,
  block: boolean,
  contexts: readonly NginxContext[],
): boolean {
  const word = words[at];
  const entries = word === undefined ? [] : entriesFor(word, contexts);
  if (word === undefined || entries.length === 0) return false;
  if (entries.some((entry) => fits(entry, words.length - at - 1, block))) return true;
  // The `;` of this line may be missing too: then only its own words need to fit.
  let next = at + 1;
  for (let last = word; next < words.length; next++) {
    const following = words[next];
    if (following === undefined || startsLine(text, last, following)) break;
    last = following;
  }
  return next < words.length && entries.some((entry) => fits(entry, next - at - 1, false));
}

function entriesFor({ value }: Word, contexts: readonly NginxContext[]): readonly NginxDirective[] {
  return entriesIn(directivesNamed(value), contexts);
}

function fits(entry: NginxDirective, count: number, block: boolean): boolean {
  return entry.block === block && arityAllows(entry.args, count);
}

function startsLine(text: string, previous: Word, word: Word): boolean {
  return text.slice(previous.span.end, word.span.start).includes('\n');
}
