import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { UwsgiOption } from '../../uwsgi/options.ts';
import { keyvalList } from '../../uwsgi/keyval.ts';

/**
 * The pieces that the value of an option falls into, from the smallest around `offset` to the largest: host or port,
 * the value of a `key=value` item, the item. Offsets count from the beginning of the value.
 */
export function valuePartsAt(
  option: UwsgiOption | undefined,
  value: string,
  offset: number,
): readonly Span[] {
  const parts: Span[] = [];
  const add = (start: number, end: number) => {
    if (start <= offset && offset <= end && start < end) parts.push(span(start, end));
  };
  const list = keyvalList(option, value);
  if (list !== undefined && offset <= list.end) {
    for (const item of list.items) {
      const end = item.value?.span.end ?? item.key.span.end;
      if (item.value === undefined) add(item.key.span.start, end);
      else {
        add(item.key.span.start, item.key.span.end);
        addressParts(value, item.value.span, add);
        add(item.value.span.start, item.value.span.end);
        add(item.key.span.start, end);
      }
      if (end >= offset) break;
    }
  } else {
    addressParts(value, span(0, value.length), add);
    let start = 0;
    for (const piece of value.split(/[,\s]/)) {
      addressParts(value, span(start, start + piece.length), add);
      add(start, start + piece.length);
      start += piece.length + 1;
      if (start > offset) break;
    }
  }
  return parts;
}

/** `host:port`, with a port of digits. */
function addressParts(value: string, part: Span, add: (start: number, end: number) => void): void {
  const text = value.slice(part.start, part.end);
  const colon = text.lastIndexOf(':');
  if (colon === -1 || !/^\d+$/.test(text.slice(colon + 1)) || /[\s,]/.test(text)) return;
  add(part.start, part.start + colon);
  add(part.start + colon + 1, part.end);
}
