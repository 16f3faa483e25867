import type { WorkspaceSymbol } from 'vscode-languageserver';
import { flatten, fromWire, toWorkspaceSymbol } from './convert-symbols.ts';
import type { Desk } from './desk.ts';
import { createPlaces } from './places.ts';

/** More would not be read; the person types another letter instead. */
const limit = 500;

/** Symbols of all files whose name or detail holds the letters of the query in their order. */
export function workspaceSymbols(
  { language, snapshot }: Pick<Desk, 'language' | 'snapshot'>,
  query: string,
): WorkspaceSymbol[] {
  const now = snapshot();
  const places = createPlaces(now);
  // What a person looks for in a stack goes first: addresses and domains.
  const found: WorkspaceSymbol[] = language
    .wireSymbols(now)
    .filter(({ name, detail }) => holdsLetters(`${name} ${detail}`, query))
    .slice(0, limit)
    .map((symbol) => fromWire(symbol, places));
  if (found.length === limit) return found;
  for (const path of now.files.keys()) {
    for (const flat of flatten(language.features(now, path)?.symbols() ?? [])) {
      if (!holdsLetters(`${flat.symbol.name} ${flat.symbol.detail}`, query)) continue;
      found.push(toWorkspaceSymbol(flat, path, places));
      if (found.length === limit) return found;
    }
  }
  return found;
}

export function holdsLetters(text: string, query: string): boolean {
  const lower = text.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    if (letter === ' ') continue;
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
