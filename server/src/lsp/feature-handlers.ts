import {
  type CompletionList,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  LSPErrorCodes,
  type Location,
  type Range,
  ResponseError,
  type SelectionRange,
  type SemanticTokens,
  type SignatureHelp,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Place } from '../language/language.ts';
import {
  toCompletionItem,
  toDocumentLink,
  toFoldingRange,
  toHover,
  toInlayHint,
  toLocation,
  toSelectionRange,
  toSignatureHelp,
  toTextEdit,
} from './convert-features.ts';
import { toDocumentSymbol, toSymbolList } from './convert-symbols.ts';
import { toWorkspaceEdit } from './convert.ts';
import type { Desk } from './desk.ts';
import { type Asked, onFile, onWorkspace } from './on-file.ts';
import { encodeTokens } from './semantic-tokens.ts';

/** Each function of the core's features behind its request. */
export function registerFeatures(desk: Desk): void {
  registerWriting(desk);
  registerNavigation(desk);
  registerStructure(desk);
  registerLooks(desk);
}

/** What helps while a person types. */
function registerWriting(desk: Desk): void {
  const { connection, client } = desk;
  connection.onHover(
    onFile(desk, 'hover', null as Hover | null, ({ path, features, places }, { position }) => {
      const hover = features.hover(places.offset(path, position));
      return hover === undefined ? null : toHover(hover, path, places);
    }),
  );
  const nothing: CompletionList = { isIncomplete: false, items: [] };
  connection.onCompletion(
    onFile(desk, 'completion', nothing, ({ path, features, places }, { position }) => ({
      isIncomplete: false,
      items: features
        .completion(places.offset(path, position))
        .map((item) => toCompletionItem(item, path, places, client())),
    })),
  );
  connection.onSignatureHelp(
    onFile(
      desk,
      'signatureHelp',
      null as SignatureHelp | null,
      ({ path, features, places }, { position }) => {
        const signature = features.signature(places.offset(path, position));
        return signature === undefined ? null : toSignatureHelp(signature, client());
      },
    ),
  );
  connection.onDocumentFormatting(
    onFile(desk, 'formatting', [] as TextEdit[], ({ path, features, places }, { options }) =>
      features.format(options).map((edit) => toTextEdit(edit, path, places)),
    ),
  );
  connection.onDocumentRangeFormatting(
    onFile(
      desk,
      'rangeFormatting',
      [] as TextEdit[],
      ({ path, features, places }, { options, range }) =>
        features
          .format(options, places.span(path, range))
          .map((edit) => toTextEdit(edit, path, places)),
    ),
  );
}

function registerNavigation(desk: Desk): void {
  const { connection } = desk;
  connection.onDefinition(
    onWorkspace(desk, 'definition', [] as Location[], (asked, { position }) =>
      locations(asked, asked.features.definition(asked.places.offset(asked.path, position))),
    ),
  );
  connection.onReferences(
    onWorkspace(desk, 'references', [] as Location[], (asked, { position, context }) => {
      const offset = asked.places.offset(asked.path, position);
      const found = asked.features.references(offset);
      if (context.includeDeclaration) return locations(asked, found);
      const declared = new Set(asked.features.definition(offset).map(placeKey));
      return locations(
        asked,
        found.filter((place) => !declared.has(placeKey(place))),
      );
    }),
  );
  connection.onDocumentHighlight(
    onFile(
      desk,
      'documentHighlight',
      [] as DocumentHighlight[],
      ({ path, features, places }, { position }) => {
        const offset = places.offset(path, position);
        const declared = new Set(features.definition(offset).map(placeKey));
        return features
          .references(offset)
          .filter((place) => place.path === path)
          .map((place) => ({
            range: places.range(path, place.span),
            kind: declared.has(placeKey(place))
              ? DocumentHighlightKind.Write
              : DocumentHighlightKind.Read,
          }));
      },
    ),
  );
  connection.onPrepareRename(
    onWorkspace(
      desk,
      'prepareRename',
      null as { range: Range; placeholder: string } | null,
      ({ path, features, places }, { position }) => {
        const found = features.renameable(places.offset(path, position));
        if (found === undefined) return null;
        return 'problem' in found
          ? new ResponseError(LSPErrorCodes.RequestFailed, found.problem)
          : { range: places.range(path, found.span), placeholder: found.name };
      },
    ),
  );
  connection.onRenameRequest(
    onWorkspace(
      desk,
      'rename',
      null as WorkspaceEdit | null,
      ({ path, features, places }, { position, newName }) => {
        const outcome = features.rename(places.offset(path, position), newName);
        return 'problem' in outcome
          ? new ResponseError(LSPErrorCodes.RequestFailed, outcome.problem)
          : toWorkspaceEdit(outcome.edits, places);
      },
    ),
  );
  connection.onDocumentLinks(
    onFile(desk, 'documentLink', [] as DocumentLink[], ({ path, features, places }) =>
      features.links().map((link) => toDocumentLink(link, path, places)),
    ),
  );
}

function registerStructure(desk: Desk): void {
  const { connection, client } = desk;
  connection.onDocumentSymbol(
    onFile(
      desk,
      'documentSymbol',
      [] as DocumentSymbol[] | SymbolInformation[],
      ({ path, features, places }) =>
        client().symbolTree
          ? features.symbols().map((symbol) => toDocumentSymbol(symbol, path, places))
          : toSymbolList(features.symbols(), path, places),
    ),
  );
  connection.onFoldingRanges(
    onFile(desk, 'foldingRange', [] as FoldingRange[], ({ path, features, places }) =>
      features.foldings().flatMap((folding) => toFoldingRange(folding, path, places) ?? []),
    ),
  );
  connection.onSelectionRanges(
    onFile(
      desk,
      'selectionRange',
      [] as SelectionRange[],
      ({ path, features, places }, { positions }) =>
        positions.map((position) => {
          const offset = places.offset(path, position);
          return toSelectionRange(features.selections(offset), path, offset, places);
        }),
    ),
  );
}

/** What is drawn into the text. */
function registerLooks(desk: Desk): void {
  const { languages } = desk.connection;
  const plain: SemanticTokens = { data: [] };
  languages.semanticTokens.on(
    onFile(desk, 'semanticTokens', plain, ({ path, features, places }) =>
      encodeTokens(features.tokens(), path, places),
    ),
  );
  languages.semanticTokens.onRange(
    onFile(desk, 'semanticTokensRange', plain, ({ path, features, places }, { range }) => {
      const { start, end } = places.span(path, range);
      const within = features.tokens().filter(({ span }) => span.start < end && start < span.end);
      return encodeTokens(within, path, places);
    }),
  );
  languages.inlayHint.on(
    onFile(desk, 'inlayHint', [] as InlayHint[], ({ path, features, places }, { range }) =>
      features.inlays(places.span(path, range)).map((inlay) => toInlayHint(inlay, path, places)),
    ),
  );
}

function locations({ places }: Asked, found: readonly Place[]): Location[] {
  return found.map((place) => toLocation(place, places));
}

function placeKey({ path, span }: Place): string {
  return `${path}:${span.start}:${span.end}`;
}
