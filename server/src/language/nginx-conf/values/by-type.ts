import type { NginxDirective } from '../directives.ts';
import { network } from './address.ts';
import {
  accessRight,
  flag,
  milliseconds,
  number,
  offset,
  oneOf,
  orVariable,
  seconds,
  size,
  either,
} from './kind.ts';
import { each, positions, type Shape } from './shape.ts';

/**
 * The shape that the directive table's kind of value gives; undefined where the table knows none, or where the kind is too
 * wide to be checked. The words of an enum come from the table.
 */
export function shapeByType(
  { valueType, values, bounds }: NginxDirective,
  absentValues: readonly string[] = [],
): Shape | undefined {
  const words = values.filter((value) => !absentValues.includes(value));
  switch (valueType) {
    case 'flag':
      return positions(flag);
    case 'size':
      return positions(size);
    case 'offset':
      return positions(offset);
    case 'offset-or-off':
      return positions(either(oneOf(['off'], { caseSensitive: true }), offset));
    case 'time-ms':
      return positions(milliseconds);
    case 'time-s':
      return positions(seconds);
    case 'number':
      return positions(number(bounds?.min, bounds?.max));
    case 'number-size':
      // nginx refuses a zero in either place.
      return positions(number(1), (text) => (/^0+[km]?$/i.test(text) ? size('') : size(text)));
    case 'size-with-variables':
      return positions(orVariable(size));
    case 'enum':
      return words.length > 0 ? positions(oneOf(words)) : undefined;
    case 'enum-set':
      return words.length > 0 ? each(oneOf(words)) : undefined;
    case 'access-rights':
      return each(accessRight);
    case 'address-cidr':
      return positions(either(oneOf(['all', 'unix:'], { caseSensitive: true }), network));
    default:
      return undefined;
  }
}
