import type { SourcePlace } from '../../../../../shared/launch-plan.ts';
import { indexLines, type LineIndex, lineAt } from '../../text/line-index.ts';

export type PlaceOf = (path: string, offset: number) => SourcePlace;

/** Turns offsets into lines, for the people that plans speak to. */
export function placeOf(texts: ReadonlyMap<string, string>): PlaceOf {
  const indexes = new Map<string, LineIndex>();
  return (path, offset) => {
    const index = indexes.get(path) ?? indexLines(texts.get(path) ?? '');
    indexes.set(path, index);
    return { path, line: lineAt(index, offset) };
  };
}
