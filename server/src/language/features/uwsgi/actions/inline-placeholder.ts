import type { EntryLine } from '../../../ini/tree.ts';
import type { UwsgiFile, UwsgiView } from '../../../rules/inputs.ts';
import type { FileEdit } from '../../../rules/rule.ts';
import { lineAtOffset } from '../../../ini/line-at.ts';
import { contains, textOf } from '../../../text/span.ts';
import { uwsgiOption } from '../../../uwsgi/options.ts';
import { placeholdersIn } from '../../../uwsgi/placeholder-places.ts';
import type { Action } from '../../feature.ts';
import { entryOf } from '../ini-place.ts';
import { isOwnName, nameAt, type NamedPlace, namesAround } from '../names.ts';
import { fileAt } from '../scope.ts';
import { edit } from './edit.ts';
import { isInherited } from './is-inherited.ts';

/** Writes the value of a variable wherever it is used, and takes its line away. */
export function inlinePlaceholder(
  view: UwsgiView,
  line: EntryLine,
  offset: number,
): readonly Action[] {
  const name = nameAt(view.text, line, offset)?.name;
  if (name === undefined || isOwnName(name) || isInherited(view)) return [];
  const places = namesAround(view, line).filter((place) => place.name === name);
  const uses = places.filter(({ kind }) => kind === 'use');
  const [definition, another] = places.filter(({ kind }) => kind !== 'use');
  if (definition === undefined || another !== undefined || uses.length === 0) return [];
  const file = fileAt(view, definition.path);
  const home = file && entryLineAt(file, definition);
  const value = home && valueOf(home, definition);
  if (file === undefined || home === undefined || value === undefined) return [];
  if (entryOf(file, home)?.conditional !== false) return [];
  // What only the running program knows may begin or end a placeholder; a magic variable means the file it stands in.
  if (/[$@]\(/.test(value)) return [];
  if (value.includes('%') && uses.some(({ path }) => path !== file.path)) return [];
  const edits: FileEdit[] = [edit(file, home.span, '')];
  for (const use of uses) {
    const user = fileAt(view, use.path);
    const place = user && wholeUse(user, use);
    if (user === undefined || place === undefined) return [];
    edits.push(edit(user, place.span, value));
  }
  return [{ title: `Inline the placeholder %(${name})`, kind: 'refactor.inline', edits }];
}

function entryLineAt({ tree }: UwsgiFile, { span }: NamedPlace): EntryLine | undefined {
  const line = lineAtOffset(tree, span.start);
  return line?.kind === 'entry' && line.joined.length === 0 ? line : undefined;
}

function valueOf(line: EntryLine, { kind }: NamedPlace): string | undefined {
  if (kind === 'key') return uwsgiOption(line.key) === undefined ? line.value : undefined;
  if (!['set', 'set-placeholder', 'set-ph'].includes(line.key)) return undefined;
  return line.value.slice(line.value.indexOf('=') + 1);
}

/** The `%(name)` that a name stands in; undefined where it is a part of something else, or is not replaced at all. */
function wholeUse(file: UwsgiFile, use: NamedPlace) {
  const line = entryLineAt(file, use);
  const option = line && uwsgiOption(line.key);
  if (line === undefined || (option?.immediate === true && line.key !== 'set')) return undefined;
  const around = placeholdersIn(file.text, line.valueSpan).filter(({ span }) =>
    contains(span, use.span.start),
  );
  const [place, outer] = around;
  if (place === undefined || outer !== undefined || place.tokens.length !== 1) return undefined;
  // `%%(name)` is one sign longer, and stands for the same.
  return textOf(file.text, place.span).startsWith('%(') ? place : undefined;
}
