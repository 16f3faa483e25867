import type { Word } from '../nginx/tree.ts';
import { readCondition } from './condition.ts';
import type { ConfNode, NginxConf } from './conf.ts';
import type { NginxDirective } from './directives.ts';
import { readLocation } from './location.ts';
import { soundWhere } from './sound.ts';
import { isTemplated } from './template.ts';
import type { Span } from '../text/span.ts';

/** A regular expression that nginx compiles when it reads the configuration. */
export interface PlacedRegex {
  readonly pattern: string;
  /** The word that holds it. */
  readonly span: Span;
  readonly node: ConfNode;
  /** Whether its named groups become variables. */
  readonly captures: boolean;
}

export function regexesOf(conf: NginxConf): readonly PlacedRegex[] {
  const known = memo.get(conf);
  if (known !== undefined) return known;
  const found: PlacedRegex[] = [];
  const mayHold = ({ name, module }: NginxDirective) =>
    module.status === 'core' && holders.has(name);
  for (const { node, entry } of soundWhere(conf, mayHold)) {
    for (const { pattern, span } of holders.get(entry.name)?.(node) ?? [])
      found.push({ pattern, span, node, captures: !silent.has(entry.name) });
  }
  memo.set(conf, found);
  return found;
}

const memo = new WeakMap<NginxConf, readonly PlacedRegex[]>();

/** Their expressions are tried, but never make variables. */
const silent = new Set(['gzip_disable', 'valid_referers', 'fastcgi_split_path_info']);

interface Pattern {
  readonly pattern: string;
  readonly span: Span;
}

type Holder = (node: ConfNode) => readonly Pattern[];

const firstWord =
  (pattern: (word: Word) => Pattern): Holder =>
  (node) =>
    plainWords(node).slice(0, 1).map(pattern);
const firstAfterTilde =
  (pattern: (word: Word) => Pattern): Holder =>
  (node) =>
    plainWords(node).slice(0, 1).filter(isTilde).map(pattern);
/** These know no `~*`: a star is the first sign of the expression. */
const eachAfterTilde: Holder = (node) =>
  plainWords(node)
    .filter(({ value }) => /^~[\s\S]/.test(value))
    .map(behindOneTilde);

/** The directives that hold expressions, with where in them. */
const holders: ReadonlyMap<string, Holder> = new Map<string, Holder>([
  ['location', ofLocation],
  ['if', ofCondition],
  ['rewrite', firstWord(whole)],
  ['fastcgi_split_path_info', firstWord(whole)],
  [
    'gzip_disable',
    (node) =>
      plainWords(node)
        .filter(({ value }) => value !== 'msie6')
        .map(whole),
  ],
  ['server_name', eachAfterTilde],
  ['valid_referers', eachAfterTilde],
  ['proxy_cookie_domain', firstAfterTilde(behindOneTilde)],
  ['proxy_cookie_flags', firstAfterTilde(behindOneTilde)],
  ['proxy_redirect', firstAfterTilde(behindTilde)],
  ['proxy_cookie_path', firstAfterTilde(behindTilde)],
  ['map', ofMap],
]);

function plainWords({ statement }: ConfNode): readonly Word[] {
  return statement.args.filter((word) => !isTemplated(word));
}

function ofLocation({ statement: { args } }: ConfNode): readonly Pattern[] {
  const match = readLocation(args);
  const word = args.at(-1);
  return match?.kind === 'regex' && word && !isTemplated(word)
    ? [{ pattern: match.name, span: word.span }]
    : [];
}

function ofCondition({ statement: { args } }: ConfNode): readonly Pattern[] {
  const condition = readCondition(args);
  return condition.kind === 'regex' && !args.some(isTemplated)
    ? [{ pattern: condition.operand, span: condition.span }]
    : [];
}

function ofMap({ children }: ConfNode): readonly Pattern[] {
  return children
    .filter(({ statement }) => statement.args.length === 1)
    .map(({ statement }) => statement.name)
    .filter((word) => isTilde(word) && !isTemplated(word))
    .map(behindTilde);
}

function isTilde({ value }: Word): boolean {
  return value.startsWith('~');
}

function whole({ value, span }: Word): Pattern {
  return { pattern: value, span };
}

function behindTilde({ value, span }: Word): Pattern {
  return { pattern: value.replace(/^~\*?/, ''), span };
}

function behindOneTilde({ value, span }: Word): Pattern {
  return { pattern: value.slice(1), span };
}
