import { lineIndexAt } from '../../ini/line-at.ts';
import { sectionParts, type SectionPart } from '../../ini/section-parts.ts';
import type { IniLine, IniTree } from '../../ini/tree.ts';
import type { UwsgiFile, UwsgiView } from '../../rules/inputs.ts';
import type { Span } from '../../text/span.ts';
import { uwsgiOption } from '../../uwsgi/options.ts';

/** One part of a section of one file. */
export interface ScopePart {
  readonly file: UwsgiFile;
  readonly part: SectionPart;
}

/** A value that brings in a section, of the same file or another one. */
export interface SectionLink {
  readonly from: SectionId;
  /** The whole value. */
  readonly span: Span;
  readonly to: SectionId;
}

export interface SectionId {
  readonly path: string;
  /** As the header has it, without brackets. */
  readonly name: string;
}

/**
 * All sections that a name in this one can mean the same in: those that one brings in, directly or not, those that
 * bring it in, and what these bring in besides.
 */
export function scopeAround(view: UwsgiView, home: SectionId): readonly ScopePart[] {
  const neighbours = new Map<string, SectionId[]>();
  const join = (one: SectionId, other: SectionId) => {
    const known = neighbours.get(keyOf(one));
    if (known === undefined) neighbours.set(keyOf(one), [other]);
    else known.push(other);
  };
  for (const { from, to } of sectionLinks(view)) {
    join(from, to);
    join(to, from);
  }
  const found = new Map([[keyOf(home), home]]);
  for (const id of found.values())
    for (const next of neighbours.get(keyOf(id)) ?? []) found.set(keyOf(next), next);
  const wanted = Map.groupBy(found.values(), ({ path }) => path);
  return [...wanted].flatMap(([path, ids]) => {
    const file = fileAt(view, path);
    const names = new Set(ids.map(({ name }) => name));
    return file === undefined ? [] : partsNamed(file, names).map((part) => ({ file, part }));
  });
}

/** Every line of the workspace that brings in a section, as far as it can be told where that is. */
export function sectionLinks(view: UwsgiView): readonly SectionLink[] {
  const links = new Map<string, SectionLink>();
  const add = (link: SectionLink) => {
    links.set(`${keyOf(link.from)}\0${link.span.start}\0${keyOf(link.to)}`, link);
  };
  for (const file of allFiles(view)) {
    for (const link of ownLinks(file)) add(link);
    if (!file.config.entries.some(({ option }) => option?.type === 'config-file')) continue;
    const effective = file.path === view.path ? view.effective : view.around.effective(file.path);
    for (const { path, span, target, section, outcome } of effective?.includes ?? []) {
      const from = sectionAt(fileAt(view, path)?.tree, span.start);
      if (from === undefined || target === undefined || outcome !== 'read') continue;
      add({ from: { path, name: from }, span, to: { path: target, name: section } });
    }
  }
  return [...links.values()];
}

/** `ini = :name`, also in sections that nothing reads by default. */
function ownLinks({ path, tree }: UwsgiFile): SectionLink[] {
  return sectionParts(tree).flatMap(({ header, from, to }) =>
    header === undefined
      ? []
      : tree.lines.slice(from, to).flatMap((line): SectionLink[] => {
          if (line.kind !== 'entry' || !line.value.startsWith(':')) return [];
          if (uwsgiOption(line.key)?.type !== 'config-file') return [];
          const name = line.value.slice(1) === '' ? 'uwsgi' : line.value.slice(1);
          return [{ from: { path, name: header.name }, span: line.valueSpan, to: { path, name } }];
        }),
  );
}

/** This file first. */
export function allFiles(view: UwsgiView): readonly UwsgiFile[] {
  const others = [...view.around.graph.files.keys()].filter((path) => path !== view.path);
  return [view, ...others.flatMap((path) => view.around.uwsgiFile(path) ?? [])];
}

export function fileAt(view: UwsgiView, path: string): UwsgiFile | undefined {
  return path === view.path ? view : view.around.uwsgiFile(path);
}

/** Name of the section that a line lies in; undefined above the first header. */
export function sectionOf(tree: IniTree, line: IniLine): string | undefined {
  const index = lineIndexAt(tree.lines, line.span.start);
  for (let at = index; at >= 0; at -= 1) {
    const above = tree.lines[at];
    if (above?.kind === 'section') return above.name;
  }
  return undefined;
}

function sectionAt(tree: IniTree | undefined, offset: number): string | undefined {
  const line = tree?.lines[lineIndexAt(tree.lines, offset)];
  return tree && line && sectionOf(tree, line);
}

function partsNamed({ tree }: UwsgiFile, names: ReadonlySet<string>): SectionPart[] {
  return sectionParts(tree).filter(({ header }) => header !== undefined && names.has(header.name));
}

function keyOf({ path, name }: SectionId): string {
  return `${path}\0${name}`;
}
