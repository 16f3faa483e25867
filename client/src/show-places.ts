import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** The command behind a code lens at the end of a wire: a peek at the other ends. Its arguments are the LSP's. */
export function registerShowPlaces(client: () => BaseLanguageClient): Disposable {
  return commands.registerCommand(
    'uwsgiStack.showPlaces',
    async (uri: string, position: Position, places: readonly Location[]) => {
      const { protocol2CodeConverter: convert } = client();
      await commands.executeCommand(
        'editor.action.showReferences',
        convert.asUri(uri),
        convert.asPosition(position),
        places.map((place) => convert.asLocation(place)),
      );
    },
  );
}
