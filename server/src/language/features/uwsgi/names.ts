import type { EntryLine } from '../../ini/tree.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { contains, span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { uwsgiOption } from '../../uwsgi/options.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import type { Place } from '../feature.ts';
import { scopeAround, sectionOf } from './scope.ts';

/** A place where the name of an option or a variable stands. */
export interface NamePlace {
  readonly name: string;
  readonly span: Span;
  /** `key`: of its line. `set`: in the value of a set line. `use`: in `%(…)` or `if-opt`. */
  readonly kind: 'key' | 'set' | 'use';
}

/** All names of one line that a placeholder can mean. */
export function namesOf(text: string, line: EntryLine): readonly NamePlace[] {
  const { key, keySpan, value, valueSpan } = line;
  const names: NamePlace[] = [];
  if (key !== '') names.push({ name: key, span: keySpan, kind: 'key' });
  const inner = declaringOptions.has(key) ? 'set' : conditions.has(key) ? 'use' : undefined;
  if (inner !== undefined) {
    const equals = value.indexOf('=');
    const length = equals === -1 ? (inner === 'use' ? value.length : 0) : equals;
    const place = span(valueSpan.start, valueSpan.start + length);
    if (length > 0) names.push({ name: value.slice(0, length), span: place, kind: inner });
  }
  for (const { sign, tokens } of placeholdersIn(text, valueSpan))
    for (const token of tokens)
      if (sign === '%' && token.kind === 'name')
        names.push({ name: token.text, span: token.span, kind: 'use' });
  return names;
}

/** The name at an offset; an inner one goes before the key of its line. */
export function nameAt(text: string, line: EntryLine, offset: number): NamePlace | undefined {
  return namesOf(text, line).findLast((place) => contains(place.span, offset));
}

export type NamedPlace = Place & NamePlace;

/** Where a name stands in all sections that it can mean the same in, in order. */
export function placesOfName(
  view: UwsgiView,
  line: EntryLine,
  name: string,
): readonly NamedPlace[] {
  return namesAround(view, line).filter((place) => place.name === name);
}

export function namesAround(view: UwsgiView, line: EntryLine): readonly NamedPlace[] {
  const section = sectionOf(view.tree, line);
  if (section === undefined)
    return namesOf(view.text, line).map((place) => ({ ...place, path: view.path }));
  return scopeAround(view, { path: view.path, name: section }).flatMap(({ file, part }) =>
    file.tree.lines
      .slice(part.from, part.to)
      .flatMap((other) => (other.kind === 'entry' ? namesOf(file.text, other) : []))
      .map((place) => ({ ...place, path: file.path })),
  );
}

/** Whether uWSGI itself knows the name: as an option, the context of a block, or an end of one. */
export function isOwnName(name: string): boolean {
  return uwsgiOption(name) !== undefined || name === '_' || name === 'end' || name === 'else';
}

const declaringOptions: ReadonlySet<string> = new Set([
  ...['set', 'set-placeholder', 'set-ph', 'resolve', 'declare-option', 'declare-option2'],
]);

const conditions: ReadonlySet<string> = new Set(['if-opt', 'if-not-opt']);
