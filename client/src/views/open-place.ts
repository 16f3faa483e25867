import { l10n, Range, Uri, window } from 'vscode';

/** Shows a line of a file. Line is 0-based. */
export async function openPlace(place: {
  readonly path: string;
  readonly line: number;
}): Promise<void> {
  const line = Math.max(0, place.line);
  try {
    await window.showTextDocument(Uri.file(place.path), {
      selection: new Range(line, 0, line, 0),
      preview: true,
    });
  } catch {
    void window.showWarningMessage(l10n.t('{0} can’t be opened.', place.path));
  }
}
