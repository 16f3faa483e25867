import { pairLength, percentPair } from '../../ini/percent.ts';
import type { EntryLine } from '../../ini/tree.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { closesBlock } from '../../uwsgi/blocks.ts';
import { uwsgiOption } from '../../uwsgi/options.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import { templateSpans } from '../../uwsgi/template.ts';
import type { SemanticToken } from '../feature.ts';
import { onOneLine, without } from '../token-pieces.ts';
import { isDeprecated } from './option-markdown.ts';
import { valueTokens } from './value-tokens.ts';

/**
 * What the table of options knows more than the grammar: options apart from variables, and what each value is. Comments
 * and the work of a template engine are left to the grammar.
 */
export function uwsgiTokens({ text, tree }: UwsgiView): readonly SemanticToken[] {
  const template = templateSpans(text);
  let templateAt = 0;
  return tree.lines.flatMap((line) => {
    while ((template[templateAt]?.end ?? Infinity) <= line.span.start) templateAt += 1;
    if (line.kind === 'section')
      return onOneLine(text, [
        { span: line.nameSpan, type: 'namespace', modifiers: ['declaration'] },
      ]);
    if (line.kind !== 'entry') return [];
    const own = [...keyTokens(line), ...entryTokens(text, line)];
    if ((template[templateAt]?.start ?? Infinity) >= line.span.end) return onOneLine(text, own);
    const marks: Span[] = [];
    for (let at = templateAt; (template[at]?.start ?? Infinity) < line.span.end; at += 1)
      marks.push(template[at] ?? line.span);
    return onOneLine(text, without(own, marks));
  });
}

function keyTokens(line: EntryLine): SemanticToken[] {
  const { key, keySpan, equals } = line;
  const option = uwsgiOption(key);
  const operator: SemanticToken[] =
    equals === undefined ? [] : [{ span: span(equals, equals + 1), type: 'operator' }];
  if (option?.type === 'logic' || closesBlock(line))
    return [{ span: keySpan, type: 'keyword' }, ...operator];
  if (option === undefined)
    return [{ span: keySpan, type: 'variable', modifiers: ['declaration'] }, ...operator];
  const modifiers = isDeprecated(option) ? (['deprecated'] as const) : undefined;
  return [{ span: keySpan, type: 'property', ...(modifiers && { modifiers }) }, ...operator];
}

/** References lie over what the value is made of. */
function entryTokens(text: string, line: EntryLine): SemanticToken[] {
  const over = [...placeholderTokens(text, line.valueSpan)];
  const places = placeholdersIn(text, line.valueSpan).map((place) => place.span);
  const pairs = percentPairs(text, line.valueSpan, places);
  over.push(...pairs.flatMap(({ token }) => token ?? []));
  over.sort((a, b) => a.span.start - b.span.start);
  const hidden = [...places, ...pairs.map((pair) => pair.span)];
  hidden.sort((a, b) => a.start - b.start);
  const under = without(valueTokens(line), hidden);
  return [...under, ...over].sort((a, b) => a.span.start - b.span.start);
}

function placeholderTokens(text: string, value: Span): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  let end = value.start;
  for (const { sign, span: whole, inner, tokens: names } of placeholdersIn(text, value)) {
    // One inside another one has been shown with it.
    if (whole.start < end) continue;
    end = whole.end;
    tokens.push({ span: span(whole.start, inner.start), type: 'macro' });
    if (sign === '@') tokens.push({ span: inner, type: 'string' });
    else if (sign === '$')
      tokens.push({ span: inner, type: 'variable', modifiers: ['readonly', 'defaultLibrary'] });
    else
      for (const { kind, text: name, span: place } of names) {
        const type = kind === 'name' ? (uwsgiOption(name) ? 'property' : 'variable') : kind;
        tokens.push({ span: place, type });
      }
    tokens.push({ span: span(inner.end, whole.end), type: 'macro' });
  }
  return tokens;
}

/** Magic variables have a token; `%%` and what vanishes have only the one of the grammar. */
function percentPairs(
  text: string,
  { start, end }: Span,
  places: readonly Span[],
): readonly { readonly span: Span; readonly token: SemanticToken | undefined }[] {
  const pairs: { span: Span; token: SemanticToken | undefined }[] = [];
  let placeAt = 0;
  for (let at = text.indexOf('%', start); at !== -1 && at < end;) {
    const place = span(at, Math.min(end, at + pairLength(text, at)));
    const kind = percentPair(text, at);
    while ((places[placeAt]?.end ?? Infinity) <= at) placeAt += 1;
    const inside = (places[placeAt]?.start ?? Infinity) < place.end;
    if (kind !== 'placeholder' && !inside) {
      const magic: SemanticToken = {
        span: place,
        type: 'variable',
        modifiers: ['readonly', 'defaultLibrary'],
      };
      pairs.push({ span: place, token: kind === 'magic' ? magic : undefined });
    }
    at = text.indexOf('%', Math.max(place.end, at + 1));
  }
  return pairs;
}
