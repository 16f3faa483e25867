import { l10n, Range, Uri, window } from 'vscode';

/** Shows a place of a file. Line and character are 0-based. The keyboard moves there, unless it is only a look. */
export async function openPlace(
  place: { readonly path: string; readonly line: number; readonly character?: number },
  {
    look = false,
    uriOf = Uri.file.bind(Uri),
  }: { readonly look?: boolean; readonly uriOf?: (path: string) => Uri } = {},
): Promise<void> {
  const line = Math.max(0, place.line);
  const character = place.character ?? 0;
  try {
    await window.showTextDocument(uriOf(place.path), {
      selection: new Range(line, character, line, character),
      preview: true,
      preserveFocus: look,
    });
  } catch {
    void window.showWarningMessage(l10n.t('{0} can’t be opened.', place.path));
  }
}
