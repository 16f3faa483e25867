import { l10n, Range, Uri, ViewColumn, window } from 'vscode';
import { notify } from './notify.ts';

/** Shows a place of a file. Line and character are 0-based. The keyboard moves there, unless it is only a look. */
export async function openPlace(
  place: { readonly path: string; readonly line: number; readonly character?: number },
  {
    look = false,
    beside = false,
    uriOf = Uri.file.bind(Uri),
  }: {
    readonly look?: boolean;
    readonly beside?: boolean;
    readonly uriOf?: (path: string) => Uri;
  } = {},
): Promise<void> {
  const line = Math.max(0, place.line);
  const character = place.character ?? 0;
  try {
    await window.showTextDocument(uriOf(place.path), {
      selection: new Range(line, character, line, character),
      preview: true,
      // Where a page of ours has the active group, the file belongs into the other one.
      ...(beside && { viewColumn: otherColumn() }),
      preserveFocus: look,
    });
  } catch {
    void notify.warning(l10n.t('{0} can’t be opened.', place.path));
  }
}

/** The group of an editor that is visible already, else a new one beside. */
function otherColumn(): ViewColumn {
  return window.visibleTextEditors[0]?.viewColumn ?? ViewColumn.Beside;
}
