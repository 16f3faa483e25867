import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type * as core from '../language/language.ts';
import { type Places, uriOfPath } from './places.ts';

/** Deeper ones are left out: nobody reads them, and an answer nested without end breaks the encoder. */
const depthLimit = 50;

export function toDocumentSymbol(
  symbol: core.DocumentSymbol,
  path: string,
  places: Places,
  depth = 0,
): DocumentSymbol {
  const { span, nameSpan } = symbol;
  const start = Math.min(Math.max(nameSpan.start, span.start), span.end);
  // The editor refuses the whole tree when one name is empty, or lies outside of its symbol.
  const selected = { start, end: Math.max(start, Math.min(nameSpan.end, span.end)) };
  return {
    name: symbol.name.trim() === '' ? '(no name)' : symbol.name,
    detail: symbol.detail,
    kind: symbolKinds[symbol.kind],
    range: places.range(path, span),
    selectionRange: places.range(path, selected),
    children:
      depth < depthLimit
        ? symbol.children.map((child) => toDocumentSymbol(child, path, places, depth + 1))
        : [],
  };
}

/** The tree as a list, for editors that show lists only. */
export function toSymbolList(
  symbols: readonly core.DocumentSymbol[],
  path: string,
  places: Places,
): SymbolInformation[] {
  return flatten(symbols).map(({ symbol, container }) => ({
    name: symbol.name,
    kind: symbolKinds[symbol.kind],
    location: { uri: uriOfPath(path), range: places.range(path, symbol.span) },
    ...(container !== undefined && { containerName: container }),
  }));
}

export interface FlatSymbol {
  readonly symbol: core.DocumentSymbol;
  readonly container: string | undefined;
}

/** In order of the file; a symbol stands before its children. */
export function flatten(symbols: readonly core.DocumentSymbol[]): readonly FlatSymbol[] {
  const flat: FlatSymbol[] = [];
  const waiting: FlatSymbol[] = symbols
    .map((symbol) => ({ symbol, container: undefined }))
    .reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    flat.push(next);
    const { name, children } = next.symbol;
    waiting.push(...children.map((symbol) => ({ symbol, container: name })).reverse());
  }
  return flat;
}

export function toWorkspaceSymbol(
  { symbol, container }: FlatSymbol,
  path: string,
  places: Places,
): WorkspaceSymbol {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return {
    name: symbol.detail === '' ? symbol.name : `${symbol.name} ${symbol.detail}`,
    kind: symbolKinds[symbol.kind],
    containerName: container === undefined ? file : `${container} (${file})`,
    location: { uri: uriOfPath(path), range: places.range(path, symbol.nameSpan) },
  };
}

export function fromWire(
  { kind, name, detail, path, span }: core.WireSymbol,
  places: Places,
): WorkspaceSymbol {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return {
    name,
    kind: wireKinds[kind],
    containerName: `${detail} (${file})`,
    location: { uri: uriOfPath(path), range: places.range(path, span) },
  };
}

const wireKinds: Readonly<Record<core.WireSymbol['kind'], SymbolKind>> = {
  socket: SymbolKind.Interface,
  key: SymbolKind.Key,
  server: SymbolKind.Namespace,
  app: SymbolKind.Function,
};

const symbolKinds = {
  section: SymbolKind.Module,
  option: SymbolKind.Property,
  variable: SymbolKind.Variable,
  block: SymbolKind.Namespace,
  server: SymbolKind.Class,
  location: SymbolKind.Method,
  upstream: SymbolKind.Interface,
  directive: SymbolKind.Property,
  map: SymbolKind.Enum,
} as const;
