import { lineAtOffset, lineIndexAt } from '../../ini/line-at.ts';
import type { EntryLine, IniTree } from '../../ini/tree.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { contains, span } from '../../text/span.ts';
import { logicBlocks } from '../../uwsgi/blocks.ts';
import { placeholderDefinition } from '../../uwsgi/lookup.ts';
import type { Place } from '../feature.ts';
import { keyPlacesAt } from '../key-places.ts';
import { isOwnName, nameAt, namesOf, placesOfName, type NamePlace } from './names.ts';
import { pythonPlaces } from './python-places.ts';
import { fileAt, sectionLinks, type SectionId } from './scope.ts';
import { socketEnds, socketReferences } from './socket-places.ts';

/** Where the thing at the cursor is set: a variable, a section, an included file, a router's socket, a Python app. */
export function uwsgiDefinition(view: UwsgiView, offset: number): readonly Place[] {
  const line = lineAtOffset(view.tree, offset);
  if (line?.kind === 'section')
    return headers(view, { path: view.path, name: line.name }).slice(0, 1);
  if (line?.kind !== 'entry') return [];
  const name = nameAt(view.text, line, offset);
  if (name?.name === '_') return contextOf(view, line);
  if (name !== undefined && (name.kind !== 'key' || !isOwnName(name.name)))
    return firstOf(view, line, name);
  if (!contains(line.valueSpan, offset) || line.value === '') return [];
  const section = sectionAsked(view, line);
  if (section !== undefined) {
    const found = headers(view, section).slice(0, 1);
    return found.length > 0 ? found : startOf(view, section.path);
  }
  const ends = socketEnds(view, offset);
  if (ends.length > 0) return ends;
  const key = keyPlacesAt(view.around.graph, view.path, offset);
  return key !== undefined && key.asked.length > 0 ? key.asked : pythonPlaces(view, offset);
}

/** All places that mean the thing at the cursor, with those that set it. */
export function uwsgiReferences(view: UwsgiView, offset: number): readonly Place[] {
  const line = lineAtOffset(view.tree, offset);
  if (line?.kind === 'section')
    return referencesOfSection(view, { path: view.path, name: line.name });
  if (line?.kind !== 'entry') return [];
  const name = nameAt(view.text, line, offset);
  if (name?.name === '_') return contextReferences(view, line);
  if (name !== undefined)
    return placesOfName(view, line, name.name).map(({ path, span: place }) => ({
      path,
      span: place,
    }));
  if (!contains(line.valueSpan, offset)) return [];
  const section = sectionAsked(view, line);
  if (section !== undefined) return referencesOfSection(view, section);
  const key = keyPlacesAt(view.around.graph, view.path, offset);
  return key === undefined ? socketReferences(view, offset) : [...key.announced, ...key.asked];
}

/** As a placeholder a name means the first option or variable that is called so, wherever it stands. */
function firstOf(view: UwsgiView, line: EntryLine, { name }: NamePlace): readonly Place[] {
  const places = placesOfName(view, line, name);
  const own = view.effective.entries.some((entry) => entry.line === line);
  const configs = [own ? view.effective : undefined, ...rootsOf(view)];
  const found = new Map<string, Place>();
  for (const config of configs) {
    const entry = config && placeholderDefinition(config, name);
    if (entry === undefined) continue;
    // The key of a set line stands in its value, where a magic variable may hide its exact place.
    const place = places.find(
      ({ path, span: { start }, kind }) =>
        path === entry.path && start === entry.keySpan.start && kind !== 'use',
    );
    const { path, span: at } = place ?? { path: entry.path, span: entry.keySpan };
    found.set(`${path}\0${at.start}`, { path, span: at });
  }
  if (found.size > 0) return [...found.values()];
  const first = places.find(({ kind }) => kind !== 'use');
  return first === undefined ? [] : [{ path: first.path, span: first.span }];
}

/** Configurations of the other files that read this one. */
function rootsOf(view: UwsgiView) {
  const reading = new Set(sectionLinks(view).map(({ from }) => from.path));
  return [...reading]
    .filter((path) => path !== view.path)
    .flatMap((path) => view.around.effective(path) ?? [])
    .filter(({ files }) => files.includes(view.path));
}

/** `%(_)` means what the block that it stands in goes through. */
function contextOf({ tree, path }: UwsgiView, line: EntryLine): readonly Place[] {
  const block = blockAround(tree, line);
  if (block === undefined) return [];
  const { keySpan, valueSpan, value } = block.opener;
  return [{ path, span: value === '' ? keySpan : valueSpan }];
}

function contextReferences(view: UwsgiView, line: EntryLine): readonly Place[] {
  const { tree, path, text } = view;
  const block = blockAround(tree, line);
  if (block === undefined) return [];
  const inside = tree.lines.slice(block.from + 1, block.to).flatMap((other) => {
    if (other.kind !== 'entry') return [];
    const uses = namesOf(text, other).filter(({ name }) => name === '_');
    return uses.map((use): Place => ({ path, span: use.span }));
  });
  return [...contextOf(view, line), ...inside];
}

function blockAround(tree: IniTree, line: EntryLine) {
  const index = lineIndexAt(tree.lines, line.span.start);
  return logicBlocks(tree).find(({ from, to }) => from < index && index < to);
}

/** The section that a line brings in, and the file that it stands in. */
function sectionAsked(view: UwsgiView, line: EntryLine): SectionId | undefined {
  const place = line.valueSpan;
  const link = sectionLinks(view).find(
    ({ from, span: { start } }) => from.path === view.path && start === place.start,
  );
  if (link !== undefined) return link.to;
  const include = view.effective.includes.find(
    ({ path, span: { start } }) => path === view.path && start === place.start,
  );
  return include?.target === undefined
    ? undefined
    : { path: include.target, name: include.section };
}

function headers(view: UwsgiView, { path, name }: SectionId): readonly Place[] {
  return (fileAt(view, path)?.tree.lines ?? []).flatMap((line) =>
    line.kind === 'section' && line.name === name ? [{ path, span: line.nameSpan }] : [],
  );
}

function referencesOfSection(view: UwsgiView, section: SectionId): readonly Place[] {
  const asking = sectionLinks(view).filter(
    ({ to }) => to.path === section.path && to.name === section.name,
  );
  return [
    ...headers(view, section),
    ...asking.map(({ from, span: place }) => ({ path: from.path, span: place })),
  ];
}

/** A file that is known to be there, as a whole. */
function startOf(view: UwsgiView, path: string): readonly Place[] {
  const known = fileAt(view, path) !== undefined || view.around.disk.look(path)?.kind === 'file';
  return known ? [{ path, span: span(0, 0) }] : [];
}
