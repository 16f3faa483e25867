import { span } from '../text/span.ts';
import type { ConfigProblem, EffectiveEntry, Include } from './effective.ts';
import { enterSection } from './enter-section.ts';
import { followInclude, isInclude } from './follow-include.ts';
import { turnsOf, type Logic, type Turns } from './logic.ts';
import { uwsgiOption } from './options.ts';
import { expandPlaceholders } from './placeholders.ts';
import {
  beginReading,
  openFile,
  type IniFile,
  type Pending,
  type Reading,
  type ReadOptions,
  type Slot,
} from './reading.ts';

export interface ReadEntries {
  /** Whether the file has the section. */
  readonly found: boolean;
  readonly entries: readonly EffectiveEntry[];
  /** Paths of the files that were read, the first file first. */
  readonly files: readonly string[];
  /** A template may put more lines into one of them. */
  readonly open: boolean;
  readonly includes: readonly Include[];
  readonly problems: readonly ConfigProblem[];
}

/**
 * Does what uWSGI does from the first file up to its list of options (core/config.c, add_exported_option_do): lines come
 * one by one, go through the block that is open, and are executed at once when their option is immediate. Then come the
 * passes for placeholders, then the `inherit` options, whose files are appended.
 */
export function readEntries(file: IniFile, options: ReadOptions = {}): ReadEntries {
  const reading = beginReading(file, options);
  const { slots, problems, includes, files, byItself } = reading;
  const first = openFile(reading, file.path);
  const found =
    first !== undefined &&
    enterSection(reading, {
      file: first,
      name: file.path,
      section: options.section,
      from: undefined,
      inBlock: false,
      inherited: false,
    });
  drain(reading);
  if (reading.logic !== undefined) {
    const { opener } = reading.logic;
    problems.push({ kind: 'unclosed-logic', path: opener.path, span: opener.span });
  }
  expandPlaceholders(slots);
  // What is appended may hold `inherit` itself.
  for (let at = 0; at < slots.length && !byItself; at += 1) {
    const slot = slots[at];
    if (slot?.option?.name !== 'inherit' || slot.executed) continue;
    followInclude(reading, { slot, inBlock: false }, true);
    drain(reading);
  }
  const open = [...files.values()].some(({ template }) => template.open);
  return { found, entries: slots, files: [...files.keys()], open, includes, problems };
}

function drain(reading: Reading): void {
  const { frames, active } = reading;
  for (let top = frames.at(-1); top !== undefined; top = frames.at(-1)) {
    const next = top.items.next();
    if (next.done !== true) {
      take(reading, next.value);
      continue;
    }
    frames.pop();
    if (top.section !== undefined) active.delete(top.section);
  }
}

function take(reading: Reading, pending: Pending): void {
  const { slot, inBlock } = pending;
  if (!inBlock) {
    if (isEnd(slot)) closeBlock(reading, slot);
    const { logic } = reading;
    if (logic !== undefined && !reading.byItself) {
      reading.frames.push({ items: turns(reading, logic, slot), section: undefined });
      return;
    }
    if (logic !== undefined) slot.conditional = true;
  }
  add(reading, pending);
}

function add(reading: Reading, pending: Pending): void {
  const { slot, inBlock } = pending;
  reading.slots.push(slot);
  if (!reading.firstOfKey.has(slot.key)) reading.firstOfKey.set(slot.key, slot);
  if (slot.origin === 'placeholder' || slot.option?.immediate !== true) return;
  if (slot.option.type === 'logic') openBlock(reading, slot);
  else if (isInclude(slot)) followInclude(reading, pending, slot.inherited);
  else {
    const declared = declaredBy(slot);
    if (declared === undefined) return;
    const items = [{ slot: declared, inBlock }].values();
    reading.frames.push({ items, section: undefined });
  }
}

/** `end` closes a block too, though it is no option. */
function isEnd({ key, option }: Slot): boolean {
  return option?.type === 'logic-end' || key === 'end';
}

function closeBlock(reading: Reading, { path, keySpan, option }: Slot): void {
  if (reading.logic === undefined && option !== undefined)
    reading.problems.push({ kind: 'stray-end', path, span: keySpan });
  reading.logic = undefined;
}

function openBlock(reading: Reading, { key, path, keySpan, value, known }: Slot): void {
  if (reading.logic !== undefined && !reading.byItself) {
    const { opener } = reading.logic;
    reading.problems.push({ kind: 'nested-logic', path, span: keySpan, opener });
    return;
  }
  const opener = { key, path, span: keySpan };
  reading.logic = { opener, option: key, argument: value, known };
}

/** The line once for each turn of the block that it stands in. */
function* turns(reading: Reading, logic: Logic, line: Slot): Generator<Pending> {
  const above = (key: string) => reading.firstOfKey.get(key);
  const { turns, conditional }: Turns = turnsOf(logic, above);
  let further = false;
  for (const { context, known } of turns) {
    if (further && reading.left-- <= 0) {
      const { path, span } = logic.opener;
      if (!logic.tooMuch) reading.problems.push({ kind: 'too-much', path, span });
      logic.tooMuch = true;
      return;
    }
    further = true;
    const slot: Slot = { ...line, conditional: line.conditional || conditional };
    if (slot.value.includes('%(_)')) {
      slot.known &&= known;
      if (context !== undefined) slot.value = slot.value.replaceAll('%(_)', () => context);
    }
    yield { slot, inBlock: true };
  }
}

/** `set = name=value` and its relatives add a second option behind their own. */
function declaredBy(slot: Slot): Slot | undefined {
  const origin = declaringOptions.get(slot.key);
  const equals = slot.value.indexOf('=');
  if (origin === undefined || equals === -1) return undefined;
  const { start } = slot.valueSpan;
  const asWritten = slot.line.value === slot.value;
  const key = slot.value.slice(0, equals);
  const option = origin === 'set' ? uwsgiOption(key) : undefined;
  return {
    ...slot,
    key,
    keySpan: asWritten ? span(start, start + equals) : slot.valueSpan,
    option,
    value: slot.value.slice(equals + 1),
    valueSpan: asWritten ? span(start + equals + 1, slot.valueSpan.end) : slot.valueSpan,
    known: slot.known && slot.key !== 'resolve',
    origin,
    executed: origin === 'placeholder' || (option?.immediate ?? false),
  };
}

const declaringOptions: ReadonlyMap<string, 'set' | 'placeholder'> = new Map([
  ['set', 'set'],
  ['set-placeholder', 'placeholder'],
  ['set-ph', 'placeholder'],
  ['resolve', 'placeholder'],
]);
