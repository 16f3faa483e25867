import { lineIndexAt } from './line-at.ts';
import type { IniLine, IniTree, SectionLine } from './tree.ts';

/** One part of a section: its header and the lines up to the next header. Indices count the lines of the tree. */
export interface SectionPart {
  /** undefined for what stands above the first header, which uWSGI never reads. */
  readonly header: SectionLine | undefined;
  /** First line behind the header. */
  readonly from: number;
  /** Behind the last line. */
  readonly to: number;
}

/** In file order; a section may have several parts. */
export function sectionParts({ lines }: IniTree): readonly SectionPart[] {
  const parts: SectionPart[] = [];
  let header: SectionLine | undefined;
  let from = 0;
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'section') continue;
    if (header !== undefined || index > from) parts.push({ header, from, to: index });
    header = line;
    from = index + 1;
  }
  if (header !== undefined || lines.length > from) parts.push({ header, from, to: lines.length });
  return parts;
}

/** The part that a line of the tree lies in. */
export function partOf(tree: IniTree, line: IniLine): SectionPart | undefined {
  const index = lineIndexAt(tree.lines, line.span.start);
  return sectionParts(tree).find(({ from, to, header }) => {
    return (header === undefined ? from : from - 1) <= index && index < to;
  });
}
