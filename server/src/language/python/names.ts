import { span } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { pythonStatements } from './statements.ts';
import type { PythonStatement, PythonToken } from './statements.ts';

/** What a module has at its top level, read from its text alone. */
export interface PythonNames {
  /** In the order of the text; a name that is bound twice stands where it is first bound. */
  readonly names: ReadonlyMap<string, PythonName>;
  /** There may be more names than these: star imports, `globals()`, `exec`, `__getattr__`, text that is no Python. */
  readonly open: boolean;
}

export interface PythonName {
  readonly kind: 'function' | 'class' | 'import' | 'variable';
  readonly span: Span;
}

/**
 * Names that a module binds when it is imported. Bodies of `if`, `try`, `with` and loops count as if they were always
 * run; bodies of functions and classes do not, but for what they declare `global`.
 */
export function pythonNames(text: string): PythonNames {
  const { statements, whole } = pythonStatements(text);
  const collected: Collected = { names: new Map(), open: !whole };
  let inner: number | undefined;
  for (const { indent, tokens } of statements) {
    if (tokens.some(({ text: word }, at) => makesOpen(word, tokens[at + 1]?.text))) {
      collected.open = true;
    }
    if (inner !== undefined && indent > inner) {
      if (isWord(tokens[0], 'global')) add(collected, tokens.slice(1), 'variable');
      continue;
    }
    inner = undefined;
    for (const simple of split({ indent, tokens })) {
      if (collect(collected, simple)) inner = indent;
    }
  }
  return collected;
}

interface Collected {
  readonly names: Map<string, PythonName>;
  open: boolean;
}

function makesOpen(word: string, next: string | undefined): boolean {
  if (word === '__getattr__' || word === 'setattr') return true;
  return next === '(' && /^(?:exec|execfile|globals|locals|vars)$/.test(word);
}

/** `if x: a = 1; b = 2` is three statements; the header of a block stays with its words. */
function split({ tokens }: PythonStatement): readonly (readonly PythonToken[])[] {
  const parts: PythonToken[][] = [];
  let part: PythonToken[] = [];
  const first = isWord(tokens[0], 'async') ? tokens[1] : tokens[0];
  let header = first !== undefined && blocks.has(first.text);
  let lambda = false;
  for (const token of tokens) {
    if (token.depth === 0 && token.text === 'lambda') lambda = true;
    const colon = header && token.depth === 0 && token.text === ':';
    if (colon && lambda) lambda = false;
    else if (colon || (token.depth === 0 && token.text === ';')) {
      header = false;
      parts.push(part);
      part = [];
      continue;
    }
    part.push(token);
  }
  parts.push(part);
  // What stands behind the colon of a function or a class belongs to its body.
  return first !== undefined && /^(?:def|class)$/.test(first.text) ? parts.slice(0, 1) : parts;
}

const blocks: ReadonlySet<string> = new Set([
  ...['if', 'elif', 'else', 'try', 'except', 'finally', 'with', 'for', 'while', 'def', 'class'],
]);

/** Adds the names that one simple statement or header binds; true when it opens a function or a class. */
function collect(into: Collected, tokens: readonly PythonToken[]): boolean {
  const from = isWord(tokens[0], 'async') ? 1 : 0;
  const first = tokens[from];
  if (first === undefined) return false;
  walrus(into, tokens);
  switch (first.text) {
    case 'def':
    case 'class':
      add(into, tokens.slice(from + 1, from + 2), first.text === 'def' ? 'function' : 'class');
      return true;
    case 'import':
      for (const item of commaList(tokens.slice(from + 1))) importOf(into, item);
      return false;
    case 'from':
      fromImport(into, tokens);
      return false;
    case 'for':
      add(into, before(tokens.slice(from + 1), 'in'), 'variable');
      return false;
    case 'with':
      for (const [at, token] of tokens.entries()) {
        if (isWord(token, 'as')) add(into, before(tokens.slice(at + 1), ','), 'variable');
      }
      return false;
    default:
      assignment(into, tokens);
      return false;
  }
}

/** `a = b, (c, d) = value`; of `a.b = value` and `a[b] = value` nothing is bound. */
function assignment(into: Collected, tokens: readonly PythonToken[]): void {
  let start = 0;
  let bound = false;
  for (const [at, { text, depth }] of tokens.entries()) {
    if (depth !== 0 || text !== '=') continue;
    let target = tokens.slice(start, at);
    const colon = target.findIndex((token) => token.depth === 0 && token.text === ':');
    if (colon !== -1) target = target.slice(0, colon);
    add(into, target, 'variable');
    start = at + 1;
    bound = true;
  }
  if (!bound && isWord(tokens[0], 'global')) add(into, tokens.slice(1), 'variable');
}

function walrus(into: Collected, tokens: readonly PythonToken[]): void {
  for (const [at, token] of tokens.entries()) {
    if (tokens[at + 1]?.text === ':=') add(into, [token], 'variable');
  }
}

function importOf(into: Collected, item: readonly PythonToken[]): void {
  const alias = item.findIndex((token) => isWord(token, 'as'));
  add(into, alias === -1 ? item.slice(0, 1) : item.slice(alias + 1), 'import');
}

function fromImport(into: Collected, tokens: readonly PythonToken[]): void {
  const at = tokens.findIndex((token) => isWord(token, 'import'));
  const names = tokens.slice(at + 1).filter(({ text }) => text !== '(' && text !== ')');
  if (names[0]?.text === '*') into.open = true;
  for (const item of commaList(names)) importOf(into, item);
}

/** Names among the tokens that stand alone: no attribute, no call, nothing inside a subscript. */
function add(into: Collected, tokens: readonly PythonToken[], kind: PythonName['kind']): void {
  let subscripts = 0;
  for (const [at, { kind: sort, text, start }] of tokens.entries()) {
    const next = tokens[at + 1]?.text;
    const previous = tokens[at - 1];
    if (text === '[' && previous !== undefined && /^[\w)\]]$/.test(previous.text.slice(-1))) {
      subscripts += 1;
    } else if (text === ']' && subscripts > 0) subscripts -= 1;
    if (sort !== 'name' || subscripts > 0) continue;
    if (previous?.text === '.' || next === '.' || next === '[' || next === '(') continue;
    if (!into.names.has(text))
      into.names.set(text, { kind, span: span(start, start + text.length) });
  }
}

function commaList(tokens: readonly PythonToken[]): readonly (readonly PythonToken[])[] {
  const items: PythonToken[][] = [[]];
  for (const token of tokens) {
    if (token.text === ',') items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

function before(tokens: readonly PythonToken[], word: string): readonly PythonToken[] {
  const at = tokens.findIndex(({ text, depth }) => text === word && depth === 0);
  return at === -1 ? tokens : tokens.slice(0, at);
}

function isWord(token: PythonToken | undefined, word: string): boolean {
  return token?.kind === 'name' && token.text === word;
}
