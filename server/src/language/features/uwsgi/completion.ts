import type { UwsgiView } from '../../rules/inputs.ts';
import type { CompletionItem } from '../feature.ts';
import { keyCompletion, sectionCompletion } from './completion-keys.ts';
import { referenceCompletion } from './completion-references.ts';
import { valueCompletion } from './completion-values.ts';
import { iniPlace } from './ini-place.ts';

/** What could stand at an offset: an option's name, its value, or a reference inside a value. */
export function uwsgiCompletion(view: UwsgiView, offset: number): readonly CompletionItem[] {
  const place = iniPlace(view, offset);
  if (place.kind === 'comment') return [];
  if (place.kind === 'section') {
    return offset > place.line.header.end ? [] : sectionCompletion(place.line);
  }
  if (place.kind === 'key' && offset > place.line.keySpan.end) return [];
  if (place.kind !== 'value') {
    return keyCompletion(view, offset, place.kind === 'key' ? place.line : undefined);
  }
  return referenceCompletion(view, place.line, offset) ?? valueCompletion(view, place, offset);
}
