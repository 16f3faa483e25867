import type { ConfNode } from '../../nginx-conf/conf.ts';
import { mayOpen } from '../../nginx-conf/may-open.ts';
import { capturingGroups } from '../../nginx-conf/regex-groups.ts';
import { isCapture } from '../../nginx-conf/variables.ts';
import { mayHoldVariables } from '../../nginx-conf/variable-words.ts';
import { ancestors, walkNodes } from '../../nginx-conf/walk.ts';
import type { Word } from '../../nginx/tree.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { contains, type Span, span, textOf } from '../../text/span.ts';
import { type WordPlace, wordAt } from './node-at.ts';
import { variablesIn } from './variables-in.ts';

/** A `$1` to `$9`, with the group that it most likely means. */
export interface Capture {
  readonly name: string;
  readonly group: Span;
  readonly regex: Word;
  /** Block or statement whose words see the same groups. */
  readonly within: ConfNode;
}

export function captureAt(file: NginxFile, offset: number): Capture | undefined {
  const place = wordAt(file, offset);
  if (place === undefined || !mayHoldVariables(place.node, place.index)) return undefined;
  const use = variablesIn(file.text, place.word).find(({ span: at }) => contains(at, offset));
  return use !== undefined && isCapture(use.name)
    ? captureOf(file.text, place, use.name)
    : undefined;
}

/** Places of the same capture in the file, in order. */
export function capturePlaces({ text }: NginxFile, capture: Capture): readonly Span[] {
  const { name, regex, within } = capture;
  const found: Span[] = [];
  for (const node of walkNodes([within]))
    for (const [at, word] of [node.statement.name, ...node.statement.args].entries()) {
      const index = at - 1;
      if (!mayHoldVariables(node, index)) continue;
      const uses = variablesIn(text, word).filter((use) => use.name === name);
      if (uses.length === 0 || regexFor({ node, word, index })?.word !== regex) continue;
      found.push(...uses.map((use) => use.span));
    }
  return found;
}

function captureOf(text: string, place: WordPlace, name: string): Capture | undefined {
  const found = regexFor(place);
  if (found === undefined) return undefined;
  const { word: regex, within } = found;
  const raw = textOf(text, regex.span);
  const group = capturingGroups(raw)[Number(name) - 1]?.span;
  const { start } = regex.span;
  return {
    name,
    regex,
    within,
    group: group === undefined ? regex.span : span(start + group.start, start + group.end),
  };
}

/** The expression of the statement itself, else that of the nearest block around that is entered by one. */
function regexFor({ node, index }: WordPlace): { word: Word; within: ConfNode } | undefined {
  const { name, args } = node.statement;
  if (node.contexts.length === 0)
    return name.value.startsWith('~') ? { word: name, within: node } : undefined;
  const [first] = args;
  if (first !== undefined && index > 0 && (name.value === 'rewrite' || first.value.startsWith('~')))
    return { word: first, within: node };
  for (const block of ancestors(node)) {
    const word = regexOfBlock(block);
    if (word !== undefined) return { word, within: block };
  }
  return undefined;
}

function regexOfBlock(block: ConfNode): Word | undefined {
  const { name, args } = block.statement;
  if (name.value === 'if') {
    const operator = args.findIndex(({ value }) => /^~\*?$/.test(value));
    return operator === -1 ? undefined : args[operator + 1];
  }
  if (name.value === 'location') {
    const [first, second] = args;
    if (second !== undefined) return /^~\*?$/.test(first?.value ?? '') ? second : undefined;
    return first?.value.startsWith('~') === true ? first : undefined;
  }
  if (!mayOpen(block, 'server')) return undefined;
  const expressions = block.children
    .filter(({ statement }) => statement.name.value === 'server_name')
    .flatMap(({ statement }) => statement.args.filter(({ value }) => value.startsWith('~')));
  return expressions.length === 1 ? expressions[0] : undefined;
}
