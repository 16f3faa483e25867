import type { InitializeParams } from 'vscode-languageserver';
import { readInitializationOptions } from '../../../shared/messages.ts';

/** What the editor on the other end can do, as far as an answer depends on it. */
export interface ClientAbilities {
  readonly configuration: boolean;
  readonly folders: boolean;
  readonly lensRefresh: boolean;
  readonly inlayRefresh: boolean;
  readonly snippets: boolean;
  readonly symbolTree: boolean;
  readonly prepareRename: boolean;
  readonly noActiveParameter: boolean;
  /** Command of the editor that opens the completion list. */
  readonly retriggerCommand: string | undefined;
  /** It is our own client, which has the command `uwsgiStack.showPlaces`. */
  readonly showPlaces: boolean;
  /** Likewise, and it runs stacks. */
  readonly sendRequest: boolean;
}

export const noAbilities: ClientAbilities = readAbilities({ capabilities: {} });

export function readAbilities({
  capabilities,
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  const own = readInitializationOptions(initializationOptions);
  const { completion, documentSymbol, rename, signatureHelp } = textDocument ?? {};
  return {
    configuration: workspace?.configuration === true,
    folders: workspace?.workspaceFolders === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    inlayRefresh: workspace?.inlayHint?.refreshSupport === true,
    snippets: completion?.completionItem?.snippetSupport === true,
    symbolTree: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    prepareRename: rename?.prepareSupport === true,
    noActiveParameter: signatureHelp?.signatureInformation?.noActiveParameterSupport === true,
    retriggerCommand: own.retriggerCommand,
    showPlaces: own.showPlaces,
    sendRequest: own.sendRequest,
  };
}
