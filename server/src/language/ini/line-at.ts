import type { IniLine, IniTree } from './tree.ts';

/** The line that an offset lies in; the end of a text without a last line break belongs to its last line. */
export function lineAtOffset({ lines }: IniTree, offset: number): IniLine | undefined {
  return lines[lineIndexAt(lines, offset)];
}

/** Index of that line, -1 in an empty file. */
export function lineIndexAt(lines: readonly IniLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return lines.length === 0 ? -1 : low;
}
