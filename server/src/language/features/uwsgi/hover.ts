import { lineAtOffset } from '../../ini/line-at.ts';
import type { IniLine } from '../../ini/tree.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { contains } from '../../text/span.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import type { Hover } from '../feature.ts';
import { keyHover } from './hover-key.ts';
import { percentHover, placeholderHover, sectionHover } from './hover-reference.ts';
import { valueHover } from './hover-value.ts';
import { iniPlace, percentAt } from './ini-place.ts';

/** What stands under the pointer: a reference before the value that it is in, a part before the whole. */
export function uwsgiHover(view: UwsgiView, offset: number): Hover | undefined {
  const place = iniPlace(view, offset);
  if (place.kind === 'blank' || place.kind === 'comment') return undefined;
  const reference = referenceHover(view, place.line, offset);
  if (reference !== undefined) return reference;
  switch (place.kind) {
    case 'section':
      return contains(place.line.header, offset) ? sectionHover(view, place.line) : undefined;
    case 'key':
      return contains(place.line.keySpan, offset) ? keyHover(view, place.line) : undefined;
    case 'value':
      return contains(place.line.valueSpan, offset)
        ? valueHover(view, place.line, offset)
        : undefined;
  }
}

function referenceHover(view: UwsgiView, line: IniLine, offset: number): Hover | undefined {
  const found = placeholdersIn(view.text, line.span).findLast(
    (place) => contains(place.span, offset) && offset < place.span.end,
  );
  if (found !== undefined) return placeholderHover(view, line, found, offset);
  const percent = percentAt(view.text, lineAtOffset(view.tree, offset) ?? line, offset);
  return percent && percentHover(view, percent);
}
