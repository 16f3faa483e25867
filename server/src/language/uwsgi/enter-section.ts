import type { EntryLine } from '../ini/tree.ts';
import type { Include } from './effective.ts';
import { expandMagic, magicTable, trimBlanks, type MagicTable } from './magic.ts';
import { uwsgiOption } from './options.ts';
import type { OpenedFile, Pending, Reading, Slot } from './reading.ts';
import { splitSections, type Sections } from './split-sections.ts';
import { hasTemplateMark } from './template.ts';

export interface Entrance {
  readonly file: OpenedFile;
  /** As written, for `%o`. */
  readonly name: string;
  /** As written behind the colon. */
  readonly section: string | undefined;
  readonly from: Include | undefined;
  readonly inBlock: boolean;
  readonly inherited: boolean;
}

/** Puts the lines of a section on top of what is being read. False when the file has no such section. */
export function enterSection(reading: Reading, entrance: Entrance): boolean {
  const { file, name, section } = entrance;
  const wanted = sectionWanted(section);
  const key = sectionKey(file.path, wanted);
  const magic = magicTable({ path: file.path, name, section }, reading.firstMagic);
  const lines = sectionsOf(reading, file, magic).get(wanted);
  reading.visited.add(key);
  if (lines === undefined) return false;
  reading.active.add(key);
  reading.frames.push({ items: pendings(lines, magic, entrance), section: key });
  if (entrance.from !== undefined) reading.left -= lines.length;
  return true;
}

/** `file.ini:` asks for no other section than `file.ini`. */
export function sectionWanted(section: string | undefined): string {
  return section === undefined || section === '' ? 'uwsgi' : section;
}

export function sectionKey(path: string, section: string): string {
  return `${path}\0${section}`;
}

function sectionsOf(reading: Reading, file: OpenedFile, magic: MagicTable): Sections {
  if (file.sections !== undefined) return file.sections;
  const sections = splitSections(file.tree, magic);
  const { text, lines } = file.tree;
  // A header with a magic variable may be another one the next time.
  const varies = lines.some(
    (line) =>
      line.kind === 'section' && text.slice(line.header.start, line.header.end).includes('%'),
  );
  if (varies) reading.left -= lines.length;
  else file.sections = sections;
  return sections;
}

function* pendings(
  lines: readonly EntryLine[],
  magic: MagicTable,
  { file, from, inBlock, inherited }: Entrance,
): Generator<Pending> {
  const conditional = from?.conditional ?? false;
  const { path, template } = file;
  for (const line of lines) {
    if (template.instructions.has(line)) continue;
    const slot: Slot = {
      ...ofLine(line, magic),
      conditional: conditional || template.inBlock.has(line),
      path,
      from,
      inherited,
    };
    yield { slot, inBlock };
  }
}

function ofLine(line: EntryLine, magic: MagicTable) {
  const key = expandMagic(line.key, magic);
  const value = expandMagic(line.value, magic);
  // A pair that vanished may leave blanks at the ends.
  const name = trimBlanks(key.text);
  const option = uwsgiOption(name);
  return {
    line,
    key: name,
    keySpan: line.keySpan,
    option,
    value: trimBlanks(value.text),
    valueSpan: line.valueSpan,
    known: value.known && key.known && !hasTemplateMark(line.value),
    origin: 'line',
    executed: option?.immediate ?? false,
  } as const;
}
