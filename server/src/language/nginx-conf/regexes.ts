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
    for (const { pattern, span } of patternsOf(entry.name, node))
      found.push({ pattern, span, node, captures: !silent.has(entry.name) });
  }
  memo.set(conf, found);
  return found;
}

const memo = new WeakMap<NginxConf, readonly PlacedRegex[]>();

/** What `patternsOf` knows. */
const holders: ReadonlySet<string> = new Set([
  ...['location', 'if', 'rewrite', 'fastcgi_split_path_info', 'gzip_disable', 'server_name'],
  ...['valid_referers', 'proxy_cookie_domain', 'proxy_cookie_flags', 'proxy_redirect'],
  ...['proxy_cookie_path', 'map'],
]);

/** Their expressions are tried, but never make variables. */
const silent = new Set(['gzip_disable', 'valid_referers', 'fastcgi_split_path_info']);

interface Pattern {
  readonly pattern: string;
  readonly span: Span;
}

function patternsOf(name: string, node: ConfNode): readonly Pattern[] {
  const { args } = node.statement;
  // Nearly every location and name of a server is plain.
  if ((name === 'location' || name === 'server_name') && !args.some(holdsTilde)) return [];
  const words = args.filter((word) => !isTemplated(word));
  switch (name) {
    case 'location': {
      const match = readLocation(node.statement.args);
      const word = node.statement.args.at(-1);
      return match?.kind === 'regex' && word && !isTemplated(word)
        ? [{ pattern: match.name, span: word.span }]
        : [];
    }
    case 'if': {
      const condition = readCondition(node.statement.args);
      return condition.kind === 'regex' && words.length === node.statement.args.length
        ? [{ pattern: condition.operand, span: condition.span }]
        : [];
    }
    case 'rewrite':
    case 'fastcgi_split_path_info':
      return words.slice(0, 1).map(whole);
    case 'gzip_disable':
      return words.filter(({ value }) => value !== 'msie6').map(whole);
    // These know no `~*`: a star is the first sign of the expression.
    case 'server_name':
    case 'valid_referers':
      return words.filter(({ value }) => /^~[\s\S]/.test(value)).map(behindOneTilde);
    case 'proxy_cookie_domain':
    case 'proxy_cookie_flags':
      return words.slice(0, 1).filter(isTilde).map(behindOneTilde);
    case 'proxy_redirect':
    case 'proxy_cookie_path':
      return words.slice(0, 1).filter(isTilde).map(behindTilde);
    case 'map':
      return node.children
        .filter(({ statement }) => statement.args.length === 1)
        .map(({ statement }) => statement.name)
        .filter((word) => isTilde(word) && !isTemplated(word))
        .map(behindTilde);
    default:
      return [];
  }
}

function holdsTilde({ value }: Word): boolean {
  return value.includes('~');
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
