import { wordsOf } from '../../data/nginx-words.extra.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import { mayOpen } from '../../nginx-conf/may-open.ts';
import type { Word } from '../../nginx/tree.ts';
import { lookUp } from '../../text/look-up.ts';
import { type Span, span } from '../../text/span.ts';
import type { SemanticToken } from '../feature.ts';
import { meantEntry } from './describe-directive.ts';
import { passes } from './references-in.ts';

/** What an argument is made of, as if no name or variable stood in it; in order of position. */
export function valueTokens(
  text: string,
  node: ConfNode,
  word: Word,
  index: number,
): readonly SemanticToken[] {
  const { span: place, value, quote } = word;
  if (place.end <= place.start) return [];
  const raw = text.slice(place.start, place.end);
  const special = specialTokens(node, word, raw, index);
  if (special !== undefined) return special;
  if (quote !== undefined) return [{ span: place, type: 'string' }];
  const pair = keyAndValue(node, place, raw);
  if (pair !== undefined) return pair;
  return [{ span: place, type: isWord(node, value) ? 'enumMember' : plainType(value) }];
}

/** Arguments whose form only their directive tells; undefined for all others. */
function specialTokens(
  node: ConfNode,
  { span: place }: Word,
  raw: string,
  index: number,
): readonly SemanticToken[] | undefined {
  const { statement, contexts, parent } = node;
  if (contexts.length === 0) return undefined;
  const { name, args } = statement;
  const isAddress =
    index === 0 &&
    (name.value === 'listen' ||
      passes.test(name.value) ||
      (name.value === 'server' && parent !== undefined && mayOpen(parent, 'upstream')));
  if (isAddress) return addressTokens(place, raw);
  switch (name.value) {
    case 'location':
      if (args.length > 1 && index === 0) return [{ span: place, type: 'operator' }];
      return regexTokens(place, raw, /^~\*?$/.test(args[index - 1]?.value ?? ''));
    case 'server_name':
    case 'proxy_redirect':
    case 'valid_referers':
      return raw.startsWith('~') ? regexTokens(place, raw, false) : undefined;
    case 'rewrite':
      if (index === 0) return [{ span: place, type: 'regexp' }];
      return index === 2 ? [{ span: place, type: 'keyword' }] : undefined;
    case 'if':
      return conditionTokens(place, raw, args[index - 1]?.value ?? '');
    case 'error_page':
    case 'try_files':
      return raw.startsWith('=') ? operatorFirst(place, raw, 1) : undefined;
    case 'add_header':
    case 'add_trailer':
      return index === 0 ? [{ span: place, type: 'property' }] : undefined;
    default:
      return index === 0 && /_(?:param|set_header|hide_header|pass_header)$/.test(name.value)
        ? [{ span: place, type: 'property' }]
        : undefined;
  }
}

/** `~` and `~*` may be glued to the expression. */
function regexTokens(place: Span, raw: string, whole: boolean): SemanticToken[] {
  if (whole) return [{ span: place, type: 'regexp' }];
  const [, quote = '', sign = ''] = /^(["']?)(~\*?|\^~|=|@)?/.exec(raw) ?? [];
  if (sign === '' || sign === '@') return [{ span: place, type: 'string' }];
  const from = place.start + quote.length;
  const rest = span(from + sign.length, place.end);
  return [
    ...(quote === '' ? [] : [{ span: span(place.start, from), type: 'string' as const }]),
    { span: span(from, rest.start), type: 'operator' },
    ...(rest.end > rest.start
      ? [{ span: rest, type: sign.startsWith('~') ? ('regexp' as const) : ('string' as const) }]
      : []),
  ];
}

function conditionTokens(place: Span, raw: string, before: string): readonly SemanticToken[] {
  const open = raw.startsWith('(') ? 1 : 0;
  const close = raw.endsWith(')') && raw.length > open ? 1 : 0;
  const inner = span(place.start + open, place.end - close);
  const text = raw.slice(open, raw.length - close);
  const type: SemanticToken['type'] = /^\(?(?:=|!=|!?~\*?|!?-[fdex])$/.test(text)
    ? 'operator'
    : /^!?~\*?$/.test(before)
      ? 'regexp'
      : plainType(text);
  return [
    ...(open === 1 ? [{ span: span(place.start, inner.start), type: 'operator' as const }] : []),
    ...(inner.end > inner.start ? [{ span: inner, type }] : []),
    ...(close === 1 ? [{ span: span(inner.end, place.end), type: 'operator' as const }] : []),
  ];
}

/** `host:port`, `*:80-90`, `[::1]:80`, a bare port, `http://host:port/path`, `unix:/path`. */
function addressTokens(place: Span, raw: string): readonly SemanticToken[] {
  if (/^\d+(?:-\d+)?$/.test(raw)) return [{ span: place, type: 'number' }];
  const match = /^(["']?(?:[a-z]+:\/\/)?(?:\[[^\]]*\]|[^:/\s]*)):(\d+(?:-\d+)?)(?=["'/$]|$)/i.exec(
    raw,
  );
  if (match === null) return [{ span: place, type: 'string' }];
  const [, host = '', port = ''] = match;
  const colon = place.start + host.length;
  const end = colon + 1 + port.length;
  return [
    ...(host === '' ? [] : [{ span: span(place.start, colon), type: 'string' as const }]),
    { span: span(colon, colon + 1), type: 'operator' },
    { span: span(colon + 1, end), type: 'number' },
    ...(end < place.end ? [{ span: span(end, place.end), type: 'string' as const }] : []),
  ];
}

/** `weight=5`, `zone=one:10m`, `=404`. */
function keyAndValue(
  node: ConfNode,
  { start, end }: Span,
  raw: string,
): readonly SemanticToken[] | undefined {
  const [, key = '', sign = ''] = /^(\w+)([=:])/.exec(raw) ?? [];
  if (key === '' || node.contexts.length === 0) return undefined;
  const written = key + sign;
  const isKey =
    lookUp(wordsOf(node.statement.name.value), written) !== undefined ||
    node.known.some(({ keywords }) => keywords.some((keyword) => keyword.startsWith(written)));
  if (!isKey) return undefined;
  const from = start + written.length;
  const value = raw.slice(written.length);
  const size = /:(\d+[kmg]?)$/i.exec(value)?.[1];
  const cut = size === undefined ? end : end - size.length;
  const type: SemanticToken['type'] = /^(?:on|off)$/i.test(value) ? 'enumMember' : plainType(value);
  const pieces: SemanticToken[] = [
    { span: span(start, start + key.length), type: 'property' },
    { span: span(from - 1, from), type: 'operator' },
    ...(size === undefined
      ? [{ span: span(from, end), type }]
      : [
          { span: span(from, cut - 1), type: 'string' as const },
          { span: span(cut - 1, cut), type: 'operator' as const },
          { span: span(cut, end), type: 'number' as const },
        ]),
  ];
  return pieces.filter((piece) => piece.span.end > piece.span.start);
}

function operatorFirst({ start, end }: Span, raw: string, length: number): SemanticToken[] {
  const operator: SemanticToken = { span: span(start, start + length), type: 'operator' };
  return raw.length === length
    ? [operator]
    : [operator, { span: span(start + length, end), type: plainType(raw.slice(length)) }];
}

/** Whether the directive knows the word: `on`, `off`, one of its own. */
function isWord({ known, contexts, statement }: ConfNode, value: string): boolean {
  if (contexts.length === 0) return false;
  const entry = meantEntry(known, contexts);
  if (entry === undefined) return false;
  const lower = value.toLowerCase();
  return (
    entry.values.some((word) => word.toLowerCase() === lower) ||
    entry.keywords.includes(value) ||
    lookUp(wordsOf(statement.name.value), value) !== undefined ||
    (/^(?:on|off)$/.test(lower) && entry.args.max === 1)
  );
}

/** Numbers come with units of size, time, rate and share. */
function plainType(text: string): 'number' | 'string' {
  const isNumber =
    /^-?\d+(?:\.\d+)?(?:[kmg]|ms|[shdwy]|%|r\/[sm])?$/i.test(text) ||
    /^(?:\d+(?:ms|[smhdwMy]))+$/.test(text);
  return isNumber ? 'number' : 'string';
}
