import type { Around } from '../../rules/inputs.ts';
import { textOf } from '../../text/span.ts';
import { contains } from '../../text/span.ts';
import type { Place, Renameable, RenameOutcome } from '../feature.ts';
import { keyPlacesAt } from '../key-places.ts';

/** A domain: the name of a server, and the key that workers announce. undefined where neither stands. */
export function renameableKey(
  around: Around,
  path: string,
  offset: number,
): Renameable | undefined {
  const place = places(around, path, offset)?.find(
    (one) => one.path === path && contains(one.span, offset),
  );
  return place && { span: place.span, name: place.text };
}

export function renameKey(
  around: Around,
  path: string,
  offset: number,
  newName: string,
): RenameOutcome | undefined {
  const all = places(around, path, offset);
  if (all === undefined) return undefined;
  const wanted = newName.trim();
  if (!/^[\w-](?:[\w.-]*[\w-])?(?::\d{1,5})?$/.test(wanted) || wanted.length > 255)
    return {
      problem: `"${wanted}" is no domain: use letters, digits, "-" and ".", 255 characters at most.`,
    };
  return { edits: all.map(({ path: at, span }) => ({ path: at, span, newText: wanted })) };
}

interface WrittenKey extends Place {
  readonly text: string;
}

/** undefined unless the domain is written out at every place: a placeholder would lose its name. */
function places(around: Around, path: string, offset: number): readonly WrittenKey[] | undefined {
  const found = keyPlacesAt(around.graph, path, offset);
  if (found === undefined) return undefined;
  const all = [...found.asked, ...found.announced].map((place): WrittenKey => {
    const text = (around.nginxFile(place.path) ?? around.uwsgiFile(place.path))?.text ?? '';
    const quoted = /^["']/.test(text[place.span.start] ?? '');
    const { start, end } = place.span;
    const span = quoted ? { start: start + 1, end: end - 1 } : place.span;
    return { path: place.path, span, text: textOf(text, span) };
  });
  const names = new Set(all.map(({ text }) => text.toLowerCase()));
  return names.size === 1 ? all : undefined;
}
