/** As many lines of a log as anybody keeps, in characters: a few thousand of the longest would fill the memory. */
export const maxLogCharacters = 16 * 1024 * 1024;

/** The youngest lines, of which there may be so many with so many characters in all; one is kept in any case. */
export function newestLines<Line extends { readonly text: string }>(
  lines: readonly Line[],
  maxLines: number,
  maxCharacters = maxLogCharacters,
): Line[] {
  let characters = 0;
  let from = lines.length;
  while (from > 0 && lines.length - from < maxLines) {
    characters += lines[from - 1]?.text.length ?? 0;
    if (characters > maxCharacters && from < lines.length) break;
    from -= 1;
  }
  return lines.slice(from);
}

export function charactersOf(lines: readonly { readonly text: string }[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
