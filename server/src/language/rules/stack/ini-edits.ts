import type { PlacedSpan, SocketFacts } from '../../stack/facts.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import type { Around } from '../inputs.ts';
import type { FileEdit } from '../rule.ts';

/** The entry whose value stands at this place; undefined for one that another line makes (`set`). */
export function entryAt(
  around: Around,
  { path, span }: Pick<PlacedSpan | SocketFacts, 'path' | 'span'>,
): ConfigEntry | undefined {
  return around
    .uwsgiFile(path)
    ?.config.entries.find(
      ({ valueSpan, origin }) => valueSpan.start === span.start && origin === 'line',
    );
}

/** Puts a line in front of the one that holds the place; undefined where that is no line of its own. */
export function insertBefore(
  around: Around,
  place: Pick<PlacedSpan, 'path' | 'span'>,
  line: string,
): FileEdit | undefined {
  const entry = entryAt(around, place);
  if (entry === undefined) return undefined;
  const { start } = entry.line.span;
  return { path: place.path, span: { start, end: start }, newText: `${line}\n` };
}
