import type { TextPlace } from '../../../../../shared/messages.ts';
import { indexLines, lineAt, type LineIndex } from '../../text/line-index.ts';
import type { Place } from '../feature.ts';

/** Lines and characters of places; the lines of a file are counted once. */
export function textPlaces(
  textOf: (path: string) => string | undefined,
): (place: Place) => TextPlace {
  const indexes = new Map<string, LineIndex>();
  return ({ path, span: { start } }) => {
    const index = indexes.get(path) ?? indexLines(textOf(path) ?? '');
    indexes.set(path, index);
    const line = lineAt(index, start);
    return { path, line, character: Math.max(0, start - (index.starts[line] ?? 0)) };
  };
}
