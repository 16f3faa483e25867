import type { SemanticTokens } from 'vscode-languageserver';
import {
  type SemanticToken,
  semanticTokenModifiers,
  semanticTokenTypes,
} from '../language/language.ts';
import type { Places } from './places.ts';

/** The protocol's five numbers per token, each place relative to the token before. `tokens` are in order of position. */
export function encodeTokens(
  tokens: readonly SemanticToken[],
  path: string,
  { position }: Places,
): SemanticTokens {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { span, type, modifiers = [] } of tokens) {
    const at = position(path, span.start);
    const sameLine = at.line === before.line;
    data.push(
      at.line - before.line,
      sameLine ? at.character - before.character : at.character,
      span.end - span.start,
      semanticTokenTypes.indexOf(type),
      modifiers.reduce((bits, name) => bits | (1 << semanticTokenModifiers.indexOf(name)), 0),
    );
    before = at;
  }
  return { data };
}
