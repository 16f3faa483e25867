import {
  CodeActionKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { semanticTokenModifiers, semanticTokenTypes } from '../language/language.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { fixAllKind } from './code-actions.ts';

export function serverCapabilities(client: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: {
      // Each begins a value, a placeholder, a variable or a part of a path. A space is none: it would open the list
      // behind every word of a comment.
      triggerCharacters: ['=', '%', '(', ',', '$', '@', ':', '/'],
    },
    signatureHelpProvider: { triggerCharacters: ['=', ',', ' '], retriggerCharacters: [','] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    documentLinkProvider: {},
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    callHierarchyProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    semanticTokensProvider: {
      legend: {
        tokenTypes: [...semanticTokenTypes],
        tokenModifiers: [...semanticTokenModifiers],
      },
      full: true,
      range: true,
    },
    inlayHintProvider: true,
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.Refactor,
        CodeActionKind.Source,
        fixAllKind,
      ],
    },
    codeLensProvider: {},
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
