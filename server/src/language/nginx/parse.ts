import { span } from '../text/span.ts';
import { byteLengthExceeds } from './bytes.ts';
import {
  endOfBlank,
  endOfComment,
  isBlank,
  mayFollowQuote,
  nginxBufferSize,
  scanWord,
  templateTagEnd,
} from './lex.ts';
import { endOfLuaBody } from './lua-body.ts';
import {
  gluedToQuote,
  missingSemicolon,
  strayCharacter,
  tooLong,
  unclosedBlock,
  unclosedQuote,
  unquotedBrace,
} from './syntax-errors.ts';
import { unclosedCulprits, type BlockPlace } from './unclosed-blocks.ts';
import type { NginxSyntaxError, NginxToken, NginxTree, Statement, Word } from './tree.ts';
import { unescapeWord } from './unescape.ts';

/**
 * Reads one nginx file as nginx's tokenizer does, but goes on behind an error. Lossless, never throws, linear, and
 * iterative: blocks may be nested ten thousand deep.
 */
export function parseNginx(text: string): NginxTree {
  const { errors, top } = readThrough(text, () => undefined);
  errors.sort((a, b) => a.span.start - b.span.start);
  let tokens: readonly NginxToken[] | undefined;
  return {
    ...{ text, statements: top, errors },
    // Most of a tree's size, and only what a person asks of an open file needs them.
    get tokens() {
      return (tokens ??= tokensOf(text));
    },
  };
}

function tokensOf(text: string): readonly NginxToken[] {
  const tokens: NginxToken[] = [];
  readThrough(text, (kind, start, end) => tokens.push({ kind, span: span(start, end) }));
  return tokens;
}

function readThrough(text: string, onToken: ParserState['onToken']): ParserState {
  const state: ParserState = {
    ...{ text, at: 0, onToken },
    errors: [],
    words: [],
    top: [],
    blocks: [],
    closed: [],
  };
  while (state.at < text.length) step(state);
  finish(state);
  return state;
}

interface ParserState {
  readonly text: string;
  at: number;
  readonly onToken: (kind: NginxToken['kind'], start: number, end: number) => void;
  readonly errors: NginxSyntaxError[];
  /** Words of the statement that is being read. */
  words: Word[];
  readonly top: Statement[];
  readonly blocks: OpenBlock[];
  /** Blocks that a `}` ended, for the search after the one that it was not meant for. */
  readonly closed: BlockPlace[];
}

interface OpenBlock {
  /** Empty for a `{` that no directive stands before; its statements then belong to the block around. */
  readonly words: readonly Word[];
  readonly open: number;
  readonly statements: Statement[];
}

function step(state: ParserState): void {
  const { text, at, words } = state;
  const character = text[at];
  if (isBlank(character)) add(state, 'blank', endOfBlank(text, at));
  else if (character === '#') comment(state);
  else if (character === ';') semicolon(state);
  else if (character === '{') {
    const tagEnd = templateTagEnd(text, at);
    if (tagEnd === undefined) open(state);
    else if (words.length === 0 && isTagAlone(text, at, tagEnd)) add(state, 'comment', tagEnd);
    else word(state);
  } else if (character === '}') close(state);
  else word(state);
}

function add(state: ParserState, kind: NginxToken['kind'], end: number): void {
  state.onToken(kind, state.at, end);
  state.at = end;
}

/** `{% … %}` always stands for itself; `{{ … }}` does where nothing follows it in its line. */
function isTagAlone(text: string, start: number, end: number): boolean {
  if (text[start + 1] !== '{') return true;
  const after = /[^ \t\r]/g;
  after.lastIndex = end;
  const next = after.exec(text)?.[0];
  return next === undefined || next === '\n';
}

function comment(state: ParserState): void {
  const { text, at } = state;
  const end = endOfComment(text, at);
  if (byteLengthExceeds(text, at, end, nginxBufferSize - 1))
    state.errors.push(tooLong(span(at, end), 'comment'));
  add(state, 'comment', end);
}

function word(state: ParserState): void {
  const { text, at: start } = state;
  const { end, quote, problem, noticedAt } = scanWord(text, start);
  const raw = quote
    ? text.slice(start + 1, problem === 'unclosed' ? end : end - 1)
    : text.slice(start, end);
  const read: Word = { span: span(start, end), value: unescapeWord(raw), quote };
  if (problem === 'unclosed') state.errors.push(unclosedQuote(read, noticedAt));
  else if (problem === 'too-long') state.errors.push(tooLong(read.span, 'word'));
  else if (problem === 'brace') state.errors.push(unquotedBrace(read));
  state.words.push(read);
  add(state, 'word', end);
  if (quote && problem !== 'unclosed' && !mayFollowQuote(text[end]))
    state.errors.push(gluedToQuote(text, read, end));
}

function semicolon(state: ParserState): void {
  if (state.words.length === 0) {
    state.errors.push(strayCharacter(';', state.at));
    add(state, 'junk', state.at + 1);
    return;
  }
  endStatement(state, { kind: 'semicolon', offset: state.at }, state.at + 1);
  add(state, 'semicolon', state.at + 1);
}

function endStatement(state: ParserState, end: Statement['end'], endOffset: number): void {
  const { words } = state;
  const [name] = words;
  state.words = [];
  if (name === undefined) return;
  const statement = { span: span(name.span.start, endOffset), name, args: words.slice(1), end };
  siblings(state).push(statement);
}

/** Where a statement that ends now belongs. */
function siblings({ top, blocks }: ParserState): Statement[] {
  return blocks.at(-1)?.statements ?? top;
}

function open(state: ParserState): void {
  const { text, at, words, blocks } = state;
  const [name] = words;
  if (name === undefined) {
    state.errors.push(strayCharacter('{', at));
    blocks.push({ words: [], open: at, statements: siblings(state) });
    add(state, 'junk', at + 1);
    return;
  }
  add(state, 'open', at + 1);
  if (name.value.endsWith('_by_lua_block')) {
    lua(state, name, at, endOfLuaBody(text, at + 1));
    return;
  }
  blocks.push({ words, open: at, statements: [] });
  state.words = [];
}

/** The one name that the syntax knows: a body of Lua can't be split into nginx's words. */
function lua(state: ParserState, name: Word, open: number, close: number | undefined): void {
  const { text } = state;
  const bodyEnd = close ?? text.length;
  const raw = span(open + 1, bodyEnd);
  endStatement(
    state,
    { kind: 'block', open, close, statements: [], raw },
    (close ?? bodyEnd - 1) + 1,
  );
  if (raw.end > raw.start) add(state, 'raw', raw.end);
  if (close === undefined) state.errors.push(unclosedBlock(open, name, text.length));
  else add(state, 'close', close + 1);
}

function close(state: ParserState): void {
  const lastWord = state.words.at(-1);
  if (lastWord) {
    reportMissingSemicolon(state, lastWord);
    endStatement(state, { kind: 'missing' }, lastWord.span.end);
  }
  const block = state.blocks.pop();
  const [name] = block?.words ?? [];
  if (block && name) {
    state.closed.push({ name, open: block.open, close: state.at });
    closeBlock(state, block, state.at);
    add(state, 'close', state.at + 1);
    return;
  }
  if (!block) state.errors.push(strayCharacter('}', state.at));
  add(state, 'junk', state.at + 1);
}

/** Not behind an unclosed quote, which has been reported and is why the `;` was not seen. */
function reportMissingSemicolon({ errors, at }: ParserState, lastWord: Word): void {
  const last = errors.at(-1);
  if (last?.code === 'unclosed-quote' && last.span.end === lastWord.span.end) return;
  errors.push(missingSemicolon(lastWord, at));
}

/** `at` is undefined at the end of the file. */
function closeBlock(state: ParserState, block: OpenBlock, at: number | undefined): void {
  state.words = [...block.words];
  const { open, statements } = block;
  const end = { kind: 'block', open, close: at, statements, raw: undefined } as const;
  endStatement(state, end, at === undefined ? state.text.length : at + 1);
}

function finish(state: ParserState): void {
  const end = state.text.length;
  const lastWord = state.words.at(-1);
  if (lastWord) {
    reportMissingSemicolon(state, lastWord);
    endStatement(state, { kind: 'missing' }, lastWord.span.end);
  }
  const unclosed: BlockPlace[] = [];
  for (let block = state.blocks.pop(); block; block = state.blocks.pop()) {
    const [name] = block.words;
    if (name === undefined) continue;
    unclosed.push({ name, open: block.open, close: undefined });
    closeBlock(state, block, undefined);
  }
  for (const { name, open } of unclosedCulprits(state.text, unclosed, state.closed))
    state.errors.push(unclosedBlock(open, name, end));
}
