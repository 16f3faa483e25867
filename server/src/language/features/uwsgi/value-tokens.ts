import type { EntryLine } from '../../ini/tree.ts';
import { addressesOf } from '../../rules/uwsgi/addresses-of.ts';
import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { type UwsgiOption, uwsgiOption } from '../../uwsgi/options.ts';
import type { SemanticToken } from '../feature.ts';
import { choicesAt } from '../../uwsgi/choices.ts';
import { keyvalList } from '../../uwsgi/keyval.ts';

/** What the value of a line is made of, as if nothing in it had to be replaced; in order of position. */
export function valueTokens(line: EntryLine): readonly SemanticToken[] {
  const { key, value, valueSpan } = line;
  if (value === '') return [];
  return tokensOf(uwsgiOption(key), value).map((token) => ({
    ...token,
    span: span(token.span.start + valueSpan.start, token.span.end + valueSpan.start),
  }));
}

function tokensOf(option: UwsgiOption | undefined, value: string): SemanticToken[] {
  const whole = span(0, value.length);
  if (option === undefined) return [plain(value, whole)];
  const list = keyvalList(option, value);
  if (list !== undefined && list.items.length > 0) {
    const tokens = list.items.flatMap(({ key, value: part }): SemanticToken[] => {
      const name: SemanticToken = { span: key.span, type: part ? 'property' : 'string' };
      if (part === undefined) return [name];
      const operator = span(key.span.end, part.span.start);
      return [name, { span: operator, type: 'operator' }, ...addressOrPlain(value, part.span)];
    });
    if (list.end < value.length)
      tokens.push({ span: span(list.end, value.length), type: 'string' });
    return tokens.filter(({ span: { start, end } }) => start < end);
  }
  if (booleanTypes.has(option.type))
    return [{ span: whole, type: isBooleanWord(value) ? 'enumMember' : 'string' }];
  if (declaring.has(option.name)) return declaredTokens(value);
  const addresses = addressesOf({ option, value });
  const [first] = addresses;
  if (first !== undefined) {
    const rest = span(first.span.end, value.length);
    const tail: SemanticToken[] = rest.end > rest.start ? [{ span: rest, type: 'string' }] : [];
    return first.span.start === 0
      ? [...addressOrPlain(value, first.span), ...tail]
      : [plain(value, whole)];
  }
  if (regexpTypes.has(option.type)) return regexpTokens(option, value);
  if (option.plugin === 'python' && /^(?:module|web3|pump|wsgi-lite)$/.test(option.canonical))
    return moduleTokens(value);
  const choice = choicesAt(option, value, 0);
  if (
    choice?.choices.some(({ name }) => name === value.slice(choice.span.start, choice.span.end)) ===
    true
  ) {
    const { end } = choice.span;
    const tail: SemanticToken[] =
      end < value.length ? [{ span: span(end, value.length), type: 'string' }] : [];
    return [{ span: span(0, end), type: 'enumMember' }, ...tail];
  }
  return [plain(value, whole)];
}

function plain(value: string, place: Span): SemanticToken {
  const text = value.slice(place.start, place.end);
  return { span: place, type: /^-?\d+$/.test(text) ? 'number' : 'string' };
}

/** `host:port`, `=0`, or a path. */
function addressOrPlain(value: string, place: Span): SemanticToken[] {
  const text = value.slice(place.start, place.end);
  if (/^=\d+$/.test(text))
    return [
      { span: span(place.start, place.start + 1), type: 'operator' },
      { span: span(place.start + 1, place.end), type: 'number' },
    ];
  const colon = text.lastIndexOf(':');
  if (colon === -1 || !/^\d+$/.test(text.slice(colon + 1))) return [plain(value, place)];
  const host: SemanticToken = { span: span(place.start, place.start + colon), type: 'string' };
  return [
    ...(colon > 0 ? [host] : []),
    { span: span(place.start + colon, place.start + colon + 1), type: 'operator' },
    { span: span(place.start + colon + 1, place.end), type: 'number' },
  ];
}

/** `set = name=value` */
function declaredTokens(value: string): SemanticToken[] {
  const equals = value.indexOf('=');
  if (equals < 1) return [plain(value, span(0, value.length))];
  const option = uwsgiOption(value.slice(0, equals));
  const name: SemanticToken = option
    ? { span: span(0, equals), type: 'property' }
    : { span: span(0, equals), type: 'variable', modifiers: ['declaration'] };
  const rest = span(equals + 1, value.length);
  return [
    name,
    { span: span(equals, equals + 1), type: 'operator' },
    ...(rest.end > rest.start ? [plain(value, rest)] : []),
  ];
}

/** `<regexp> <value>` or `<name> <regexp>`. */
function regexpTokens(option: UwsgiOption, value: string): SemanticToken[] {
  const blank = value.search(/[ \t]/);
  if (option.type === 'list-regexp' || blank === -1)
    return [{ span: span(0, value.length), type: 'regexp' }];
  const [first, second] =
    option.type === 'list-custom-regexp'
      ? (['string', 'regexp'] as const)
      : (['regexp', 'string'] as const);
  const rest = blank + (/^[ \t]*/.exec(value.slice(blank))?.[0].length ?? 0);
  return [
    { span: span(0, blank), type: first },
    { span: span(rest, value.length), type: second },
  ];
}

/** `package.module:callable` */
function moduleTokens(value: string): SemanticToken[] {
  const colon = value.indexOf(':');
  const end = colon === -1 ? value.length : colon;
  const tokens: SemanticToken[] = [{ span: span(0, end), type: 'namespace' }];
  if (colon !== -1) {
    tokens.push({ span: span(colon, colon + 1), type: 'operator' });
    tokens.push({ span: span(colon + 1, value.length), type: 'function' });
  }
  return tokens.filter(({ span: place }) => place.end > place.start);
}

function isBooleanWord(value: string): boolean {
  return /^(?:true|false|yes|no|on|off|0|1)$/i.test(value);
}

const booleanTypes: ReadonlySet<string> = new Set(['bool', 'bool-inverted']);

const declaring: ReadonlySet<string> = new Set([
  'set',
  'set-placeholder',
  'set-ph',
  'resolve',
  'env',
]);

const regexpTypes: ReadonlySet<string> = new Set([
  'list-regexp',
  'list-regexp-value',
  'list-custom-regexp',
]);
