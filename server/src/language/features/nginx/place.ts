import { allowedIn } from '../../nginx-conf/candidates.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import {
  arityAllows,
  directivesNamed,
  isNginxContext,
  type NginxContext,
} from '../../nginx-conf/directives.ts';
import type { NginxToken, Word } from '../../nginx/tree.ts';
import type { NginxFile } from '../../rules/inputs.ts';

/** What a cursor in an nginx file stands in; made for text that is still being written. */
export interface ConfPlace {
  /** Innermost block around it. */
  readonly block: ConfNode | undefined;
  /** Contexts that a directive would stand in here; none in a body that holds no directives. */
  readonly contexts: readonly NginxContext[];
  /** `raw:map` and the like where lines are data. */
  readonly raw: string | undefined;
  /** Words of the statement before the one at the cursor, its name first. A missing `;` above is taken as written. */
  readonly before: readonly Word[];
  /** The word that the cursor is in or right behind. */
  readonly word: Word | undefined;
  /** No other word stands before the cursor in its line, so that a new statement may be meant. */
  readonly startsLine: boolean;
}

/** undefined in a comment and in Lua, where nothing of nginx can be said. */
export function placeAt(
  file: NginxFile,
  offset: number,
  topContexts = file.conf.topContexts,
): ConfPlace | undefined {
  const { tree, text } = file;
  const at = tokenBefore(tree.tokens, offset);
  const token = tree.tokens[at];
  if (token?.kind === 'comment' || token?.kind === 'raw') return undefined;
  const block = blockAt(file, offset);
  const opened = block === undefined ? undefined : (block.opens?.split('|') ?? []);
  const contexts =
    opened?.filter(isNginxContext) ?? (file.conf.rawBody === undefined ? topContexts : []);
  const raw = opened?.find((name) => name.startsWith('raw:')) ?? rawTop(file, block);
  const word = token?.kind === 'word' ? wordOf(text, token) : undefined;
  const before = wordsBefore(file, word === undefined ? at : at - 1, contexts);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const last = before.at(-1);
  return {
    block,
    contexts: raw === undefined ? contexts : [],
    raw,
    before,
    word,
    startsLine: last === undefined || last.span.end <= lineStart,
  };
}

/** Index of the last token that begins before the offset: the one whose end the offset may touch. */
export function tokenBefore(tokens: readonly NginxToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether the words could be a whole statement already, so that the next line may begin another. */
export function isComplete(words: readonly Word[], contexts: readonly NginxContext[]): boolean {
  const [name, ...args] = words;
  if (name === undefined) return true;
  const entries = directivesNamed(name.value);
  if (entries.length === 0) return true;
  return entries.some(
    (entry) =>
      !entry.block &&
      contexts.some((context) => allowedIn(entry, context)) &&
      arityAllows(entry.args, args.length),
  );
}

function rawTop({ conf }: NginxFile, block: ConfNode | undefined): string | undefined {
  return block === undefined ? conf.rawBody : undefined;
}

/** Innermost block whose braces the offset is between. */
function blockAt({ conf }: NginxFile, offset: number): ConfNode | undefined {
  let found: ConfNode | undefined;
  let nodes: readonly ConfNode[] = conf.nodes;
  for (;;) {
    const node = lastBegunBefore(nodes, offset);
    const end = node?.statement.end;
    if (node === undefined || end?.kind !== 'block' || offset <= end.open) return found;
    if (end.close !== undefined && offset > end.close) return found;
    found = node;
    nodes = node.children;
  }
}

export function lastBegunBefore(nodes: readonly ConfNode[], offset: number): ConfNode | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.statement.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}

function wordOf(text: string, { span }: NginxToken): Word {
  const first = text[span.start];
  const quote = first === '"' || first === "'" ? first : undefined;
  const raw = text.slice(span.start, span.end);
  return { span, value: quote ? raw.slice(1).replace(/["']$/, '') : raw, quote };
}

function wordsBefore(
  { tree, text }: NginxFile,
  from: number,
  contexts: readonly NginxContext[],
): readonly Word[] {
  const words: Word[] = [];
  for (let at = from; at >= 0; at--) {
    const token = tree.tokens[at];
    if (token === undefined || !['word', 'blank', 'comment'].includes(token.kind)) break;
    if (token.kind === 'word') words.push(wordOf(text, token));
  }
  words.reverse();
  // The `;` of a line above may be missing: its words are then no arguments of this one.
  let start = 0;
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1];
    if (previous === undefined || word.quote !== undefined) continue;
    if (!text.slice(previous.span.end, word.span.start).includes('\n')) continue;
    const begins = directivesNamed(word.value).some((entry) =>
      contexts.some((context) => allowedIn(entry, context)),
    );
    if (begins && isComplete(words.slice(start, index), contexts)) start = index;
  }
  return words.slice(start);
}
