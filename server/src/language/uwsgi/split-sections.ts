import { sectionName } from '../ini/parse.ts';
import type { EntryLine, IniTree, SectionLine } from '../ini/tree.ts';
import { expandMagic, trimBlanks, type MagicTable } from './magic.ts';

/** The entries of each section, all parts of it in file order. Keys above the first header belong to none. */
export type Sections = ReadonlyMap<string, readonly EntryLine[]>;

export function splitSections(tree: IniTree, magic: MagicTable): Sections {
  const sections = new Map<string, EntryLine[]>();
  let current: EntryLine[] | undefined;
  for (const line of tree.lines) {
    if (line.kind === 'section') {
      const name = nameOf(tree, line, magic);
      current = sections.get(name) ?? [];
      sections.set(name, current);
    } else if (line.kind === 'entry') {
      current?.push(line);
    }
  }
  return sections;
}

function nameOf(tree: IniTree, line: SectionLine, magic: MagicTable): string {
  const header = tree.text.slice(line.header.start, line.header.end);
  if (!header.includes('%')) return line.name;
  // A `%` that is left over stands for itself by now: doubled, so that it is not taken for a pair again.
  const expanded = trimBlanks(expandMagic(header, magic).text);
  return sectionName(expanded.replaceAll('%', '%%')).replaceAll('%%', '%');
}
