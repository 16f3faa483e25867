import { sectionName } from '../ini/parse.ts';
import type { EntryLine, IniTree, SectionLine } from '../ini/tree.ts';
import { span } from '../text/span.ts';
import type { ConfigEntry, UwsgiConfig } from './config.ts';
import { expandMagic, magicTable, trimBlanks } from './magic.ts';
import type { MagicTable } from './magic.ts';
import { uwsgiOption } from './options.ts';
import { expandPlaceholders } from './placeholders.ts';
import { rolesOf } from './roles.ts';
import { hasTemplateMark } from './template.ts';

/**
 * Reads one section as uWSGI does: every part of it in file order, magic variables first, then the placeholder pass.
 * `ini = :name` puts another section of the same file in place; other files are not read here.
 */
export function readConfig(
  tree: IniTree,
  options: { readonly path: string; readonly section?: string },
): UwsgiConfig {
  const section = options.section ?? 'uwsgi';
  const sections = splitSections(tree, magicTable(options.path, options.section));
  const slots: Slot[] = [];
  const visited = new Set<string>();
  const logic = { inside: false };
  const frame = (name: string, asked: string | undefined) => {
    const magic = magicTable(options.path, asked);
    return { lines: enter(name, sections, visited), at: 0, magic };
  };
  const open = [frame(section, options.section)];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const line = top.lines[top.at];
    top.at += 1;
    if (line === undefined) {
      open.pop();
      continue;
    }
    const slot = slotOf(line, top.magic, logic);
    slots.push(slot, ...declared(slot));
    if (slot.key === 'ini' && slot.value.startsWith(':') && slot.known) {
      const asked = slot.value.slice(1);
      open.push(frame(asked === '' ? 'uwsgi' : asked, asked));
    }
  }
  expandPlaceholders(slots);
  const entries = slots.map(({ executed: _executed, ...entry }): ConfigEntry => entry);
  return { section, found: sections.has(section), entries, roles: rolesOf(entries) };
}

/** An entry whose value is still being worked on. */
type Slot = { -readonly [Key in keyof ConfigEntry]: ConfigEntry[Key] } & {
  readonly executed: boolean;
};

type Sections = ReadonlyMap<string, readonly EntryLine[]>;

function splitSections(tree: IniTree, magic: MagicTable): Sections {
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

/** The lines of a section, once: uWSGI would go round for ever in a section that includes itself. */
function enter(name: string, sections: Sections, visited: Set<string>): readonly EntryLine[] {
  if (visited.has(name)) return [];
  visited.add(name);
  return sections.get(name) ?? [];
}

function slotOf(line: EntryLine, magic: MagicTable, logic: { inside: boolean }): Slot {
  const key = expandMagic(line.key, magic);
  const value = expandMagic(line.value, magic);
  // A pair that vanished may leave blanks at the ends.
  const name = trimBlanks(key.text);
  const option = uwsgiOption(name);
  if (option?.type === 'logic-end' || name === 'end') logic.inside = false;
  const conditional = logic.inside;
  if (option?.type === 'logic') logic.inside = true;
  return {
    line,
    key: name,
    keySpan: line.keySpan,
    option,
    value: trimBlanks(value.text),
    valueSpan: line.valueSpan,
    known: value.known && key.known && !hasTemplateMark(line.value),
    conditional,
    origin: 'line',
    executed: option?.immediate ?? false,
  };
}

/** `set = name=value` and its relatives add a second option behind their own. */
function declared(slot: Slot): Slot[] {
  const origin = declaringOptions.get(slot.key);
  const equals = slot.value.indexOf('=');
  if (origin === undefined || equals === -1) return [];
  const { start } = slot.valueSpan;
  const asWritten = slot.line.value === slot.value;
  const key = slot.value.slice(0, equals);
  const option = origin === 'set' ? uwsgiOption(key) : undefined;
  return [
    {
      ...slot,
      key,
      keySpan: asWritten ? span(start, start + equals) : slot.valueSpan,
      option,
      value: slot.value.slice(equals + 1),
      valueSpan: asWritten ? span(start + equals + 1, slot.valueSpan.end) : slot.valueSpan,
      known: slot.known && slot.key !== 'resolve',
      origin,
      executed: origin === 'placeholder' || (option?.immediate ?? false),
    },
  ];
}

const declaringOptions: ReadonlyMap<string, 'set' | 'placeholder'> = new Map([
  ['set', 'set'],
  ['set-placeholder', 'placeholder'],
  ['set-ph', 'placeholder'],
  ['resolve', 'placeholder'],
]);
