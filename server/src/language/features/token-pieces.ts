import { type Span, span, textOf } from '../text/span.ts';
import type { SemanticToken } from './feature.ts';

/** What is left of the tokens outside of `holes`, both in order of position. */
export function without(tokens: readonly SemanticToken[], holes: readonly Span[]): SemanticToken[] {
  if (holes.length === 0) return [...tokens];
  return tokens.flatMap((token) => {
    const pieces: SemanticToken[] = [];
    let { start } = token.span;
    for (const hole of holes) {
      if (hole.end <= start || hole.start >= token.span.end) continue;
      if (hole.start > start) pieces.push({ ...token, span: span(start, hole.start) });
      start = Math.max(start, hole.end);
    }
    if (start < token.span.end) pieces.push({ ...token, span: span(start, token.span.end) });
    return pieces;
  });
}

/** Tokens that go over a line break, as a value of several lines does, in pieces of one line each. */
export function onOneLine(text: string, tokens: readonly SemanticToken[]): SemanticToken[] {
  return tokens.flatMap((token) => {
    if (token.span.start >= token.span.end) return [];
    const raw = textOf(text, token.span);
    if (!raw.includes('\n')) return [token];
    let at = token.span.start;
    return raw.split('\n').flatMap((piece) => {
      const place = span(at, at + piece.replace(/\r$/, '').length);
      at += piece.length + 1;
      return place.end === place.start ? [] : [{ ...token, span: place }];
    });
  });
}
