import { isAbsolute, resolvePath } from '../text/path.ts';
import type { Include } from './effective.ts';
import { enterSection, sectionKey, sectionWanted } from './enter-section.ts';
import { openFile, type Pending, type Reading, type Slot } from './reading.ts';

/** Whether an option brings in another file: `ini`, `include`, `inherit`, `config`, `ini-paste`, `yaml`, … */
export function isInclude({ option }: Pick<Slot, 'option'>): boolean {
  return option?.type === 'config-file' && kindOf(option.handler, '') !== undefined;
}

/** Reads next what the entry names; `late` in the time of `inherit`, after the passes. */
export function followInclude(reading: Reading, { slot, inBlock }: Pending, late: boolean): void {
  const target = targetOf(reading, slot);
  if (reading.byItself) {
    followOwnSection(reading, slot, target);
    return;
  }
  const { path, section } = target;
  const { from } = slot;
  const base = {
    key: slot.key,
    path: slot.path,
    span: slot.valueSpan,
    text: slot.value,
    target: path,
    section: sectionWanted(section),
    relative: target.relative,
    conditional: slot.conditional,
    from,
  };
  const include: Include = { ...base, outcome: outcomeOf(reading, target, base) };
  reading.includes.push(include);
  const inheritance =
    late && slot.key === 'inherit' ? include : from && reading.inheritedBy.get(from);
  if (inheritance !== undefined) reading.inheritedBy.set(include, inheritance);
  if (path !== undefined) reading.lastRead = path;
  const { outcome, span } = include;
  const problem = { path: slot.path, span };
  if (outcome === 'too-much') reading.problems.push({ ...problem, kind: outcome });
  if (outcome === 'cycle' || outcome === 'missing' || outcome === 'refused')
    reading.problems.push({ ...problem, kind: outcome, include });
  const file = outcome === 'read' && path !== undefined ? openFile(reading, path) : undefined;
  if (file === undefined) return;
  const entered = enterSection(reading, {
    file,
    name: target.name,
    section,
    from: include,
    inBlock,
    inherited: late,
  });
  if (!entered) reading.problems.push({ ...problem, kind: 'missing-section', include });
}

interface Target {
  /** undefined when it cannot be told. */
  readonly path: string | undefined;
  /** As written, without the section. */
  readonly name: string;
  readonly section: string | undefined;
  readonly relative: boolean;
  readonly outcome?: 'foreign' | 'unknown' | 'refused';
}

function targetOf(reading: Reading, { option, value, known }: Slot): Target {
  const nowhere = { path: undefined, name: value, section: undefined, relative: false };
  // Immediate options are executed before the passes, so that what they would expand is no file name.
  if (!known || /[$@%]\(/.test(value)) return { ...nowhere, outcome: 'unknown' };
  if (value === '' || value === '-' || /^[a-z0-9]+:\/\//.test(value))
    return { ...nowhere, outcome: 'unknown' };
  const kind = kindOf(option?.handler ?? '', value);
  if (kind !== 'ini') {
    const path = kind === 'foreign' ? resolvePath(reading.folder, value) : undefined;
    return { ...nowhere, path, relative: !isAbsolute(value), outcome: kind ?? 'refused' };
  }
  const colon = value.lastIndexOf(':');
  const name = colon === -1 ? value : value.slice(0, colon);
  const section = colon === -1 ? undefined : value.slice(colon + 1);
  if (colon === 0) return { path: reading.lastRead, name, section, relative: false };
  return {
    path: resolvePath(reading.folder, name),
    name,
    section,
    relative: !isAbsolute(name),
  };
}

/**
 * What the handler makes of a file name (core/uwsgi.c). `include` and `inherit` go by the ending, and a section behind
 * it hides it: `include = a.ini:b` ends uWSGI with "unable to load configuration from". So does `config = a.ini`, which
 * asks plugins only.
 */
function kindOf(handler: string, value: string): 'ini' | 'foreign' | 'refused' | undefined {
  switch (handler) {
    case 'load_ini':
    case 'ini_paste':
    case 'pypy_ini_paste':
      return 'ini';
    case 'load_xml':
    case 'load_yml':
    case 'load_json':
      return 'foreign';
    case 'load':
      if (value.endsWith('.ini')) return 'ini';
      return /\.(?:xml|yaml|yml|json|js|lua)$/.test(value) ? 'foreign' : 'refused';
    case 'load_config':
      return /\.(?:lua|js)$/.test(value) ? 'foreign' : 'refused';
    default:
      return undefined;
  }
}

function outcomeOf(
  reading: Reading,
  target: Target,
  { section, from }: Pick<Include, 'section' | 'from'>,
): Include['outcome'] {
  const { path, outcome } = target;
  if (outcome !== undefined) return outcome;
  if (path === undefined) return 'unknown';
  if (reading.active.has(sectionKey(path, section))) return 'cycle';
  // Files of `inherit` are no more being read when their own `inherit` is executed.
  const { inheritedBy } = reading;
  for (
    let outer = from && inheritedBy.get(from);
    outer;
    outer = outer.from && inheritedBy.get(outer.from)
  )
    if (outer.target === path && outer.section === section) return 'cycle';
  if (openFile(reading, path) === undefined) return 'missing';
  return reading.left > 0 ? 'read' : 'too-much';
}

/** Of a file that is read by itself only the sections of its own are at hand, each once. */
function followOwnSection(reading: Reading, slot: Slot, { path, name, section }: Target): void {
  if (path === undefined) return;
  reading.lastRead = path;
  const file = path === reading.firstPath ? openFile(reading, path) : undefined;
  if (file === undefined || reading.visited.has(sectionKey(path, sectionWanted(section)))) return;
  const { inherited } = slot;
  enterSection(reading, { file, name, section, from: undefined, inBlock: false, inherited });
}
