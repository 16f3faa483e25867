import { lineAtOffset } from '../../ini/line-at.ts';
import type { EntryLine, SectionLine } from '../../ini/tree.ts';
import type { FileEdit } from '../../rules/rule.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { contains, textOf } from '../../text/span.ts';
import { uwsgiOption } from '../../uwsgi/options.ts';
import type { Renameable, RenameOutcome } from '../feature.ts';
import { isOwnName, nameAt, namesAround, type NamePlace } from './names.ts';
import { fileAt, sectionLinks } from './scope.ts';
import { renameAddress, renameableAddress } from '../wires/rename-address.ts';
import { renameKey, renameableKey } from '../wires/rename-key.ts';

/**
 * A variable, a section that is not the one uWSGI reads without being asked, or one end of a wire: an address or a key,
 * which is then renamed at all ends.
 */
export function uwsgiRenameable(
  view: UwsgiView,
  offset: number,
): Renameable | { readonly problem: string } | undefined {
  const target = targetAt(view, offset);
  if (target === undefined)
    return (
      renameableAddress(view.around, view.path, offset) ??
      renameableKey(view.around, view.path, offset)
    );
  return target.kind === 'section'
    ? { span: target.header.nameSpan, name: target.header.name }
    : { span: target.place.span, name: target.place.name };
}

export function uwsgiRename(view: UwsgiView, offset: number, newName: string): RenameOutcome {
  const target = targetAt(view, offset);
  if (target === undefined) {
    return (
      renameAddress(view.around, view.path, offset, newName) ??
      renameKey(view.around, view.path, offset, newName) ?? {
        problem:
          'Only variables, sections, addresses and keys can be renamed here. The names of options and magic variables belong to uWSGI.',
      }
    );
  }
  return target.kind === 'section'
    ? renameSection(view, target.header, newName)
    : renameVariable(view, target.line, target.place.name, newName);
}

type Target =
  | { readonly kind: 'section'; readonly header: SectionLine }
  | { readonly kind: 'variable'; readonly line: EntryLine; readonly place: NamePlace };

function targetAt(view: UwsgiView, offset: number): Target | undefined {
  const line = lineAtOffset(view.tree, offset);
  if (line?.kind === 'section') {
    const plain = textOf(view.text, line.header) === `[${line.name}]` && !line.name.includes('%');
    const named = contains(line.nameSpan, offset) && !['uwsgi', ''].includes(line.name);
    return plain && named ? { kind: 'section', header: line } : undefined;
  }
  if (line?.kind !== 'entry') return undefined;
  const place = nameAt(view.text, line, offset);
  if (place === undefined || isOwnName(place.name) || place.name.includes('%')) return undefined;
  // A name that nothing sets is no variable: it may be a field of log-format, or stand in a file that is not seen.
  const isSet = namesAround(view, line).some(
    ({ name, kind }) => name === place.name && kind !== 'use',
  );
  return isSet ? { kind: 'variable', line, place } : undefined;
}

function renameVariable(
  view: UwsgiView,
  line: EntryLine,
  name: string,
  newName: string,
): RenameOutcome {
  const places = namesAround(view, line);
  const problem =
    problemOfName(newName) ??
    (newName !== name && places.some((place) => place.name === newName)
      ? `"${newName}" is used already: the two would be mixed up. Choose another name.`
      : undefined);
  if (problem !== undefined) return { problem };
  const own = places.filter((place) => place.name === name);
  return { edits: own.map(({ path, span }): FileEdit => ({ path, span, newText: newName })) };
}

function problemOfName(name: string): string | undefined {
  if (uwsgiOption(name) !== undefined)
    return `"${name}" is an option of uWSGI. Choose a name that is none, so that the value does not change how uWSGI runs.`;
  if (isOwnName(name)) return `"${name}" has a meaning of its own in uWSGI. Choose another name.`;
  if (/^[0-9]+$/.test(name))
    return 'A name of digits only is a number in %(a + b). Begin it with a letter.';
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(name)
    ? undefined
    : 'uWSGI could not read this name in %(…). Use letters, digits, "_", "-" and ".", and begin with a letter.';
}

function renameSection(view: UwsgiView, header: SectionLine, newName: string): RenameOutcome {
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$/u.test(newName) || newName.endsWith(' '))
    return { problem: 'Use letters, digits, "_", "-" and "." for the name of a section.' };
  const { path, tree, text } = view;
  if (tree.lines.some((line) => line.kind === 'section' && line.name === newName))
    return {
      problem: `There is a section "${newName}" already, and uWSGI would read both as one. Choose another name.`,
    };
  if (/%[xX]/.test(text))
    return {
      problem:
        'The file uses %x, the name of its section, so that another name changes its values. Rename it by hand.',
    };
  const edits: FileEdit[] = tree.lines.flatMap((line) =>
    line.kind === 'section' && line.name === header.name
      ? [{ path, span: line.nameSpan, newText: newName }]
      : [],
  );
  for (const { from, span, to } of sectionLinks(view)) {
    if (to.path !== path || to.name !== header.name) continue;
    const value = textOf(fileAt(view, from.path)?.text ?? '', span);
    const start = span.end - header.name.length;
    // Elsewhere a placeholder has made the name.
    if (!value.endsWith(`:${header.name}`)) continue;
    edits.push({ path: from.path, span: { start, end: span.end }, newText: newName });
  }
  return { edits };
}
