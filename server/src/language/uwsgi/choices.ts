import {
  type Choice,
  alarmKinds,
  hookActions,
  legionActions,
  logEncoders,
  loggerKinds,
  routeActions,
  routeConditions,
  statsPushers,
  uwsgiChoices,
} from '../data/uwsgi-choices.extra.ts';
import { span } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import type { UwsgiOption } from './options.ts';

/** A word of a value that has to be one of some, and its place from the value's beginning. */
export interface ChoicePlace {
  readonly choices: readonly Choice[];
  readonly span: Span;
}

/** The list that the word at `offset` of a value is chosen from. */
export function choicesAt(
  option: UwsgiOption,
  value: string,
  offset: number,
): ChoicePlace | undefined {
  const whole = uwsgiChoices[option.canonical];
  if (whole !== undefined) {
    if (!lists.has(option.type)) return { choices: whole, span: span(0, value.length) };
    return { choices: whole, span: itemAt(value, offset) };
  }
  const family = familyOf(option);
  if (family === undefined) return undefined;
  const words = wordSpans(value);
  const [first, second] = words;
  const at = (index: number, choices: readonly Choice[]): ChoicePlace | undefined => {
    const word = words[index] ?? span(value.length, value.length);
    const colon = value.slice(word.start, word.end).indexOf(':');
    const end = colon === -1 ? word.end : word.start + colon;
    return word.start <= offset && offset <= end
      ? { choices, span: span(word.start, end) }
      : undefined;
  };
  if (family.before === 'none') return at(0, family.choices);
  if (family.before === 'optional') {
    const named =
      first !== undefined &&
      second !== undefined &&
      !value.slice(first.start, first.end).includes(':');
    return at(named ? 1 : 0, family.choices);
  }
  return family.first !== undefined && first !== undefined && offset <= first.end
    ? at(0, family.first)
    : at(1, family.choices);
}

/** Whether any word of the option's value has to be one of some. */
export function takesChoice(option: UwsgiOption): boolean {
  return uwsgiChoices[option.canonical] !== undefined || familyOf(option) !== undefined;
}

interface Family {
  readonly choices: readonly Choice[];
  /** Whether a word stands in front of the choice: a condition, a name. */
  readonly before: 'none' | 'optional' | 'one';
  readonly first?: readonly Choice[];
}

function familyOf({ canonical, type }: UwsgiOption): Family | undefined {
  if (type === 'logger') return { choices: loggerKinds, before: 'optional' };
  if (type === 'route') return routeFamily(canonical);
  if (/^log-(?:req-)?encoder$/.test(canonical)) return { choices: logEncoders, before: 'none' };
  if (canonical === 'hook-touch') return { choices: hookActions, before: 'one' };
  if (canonical.startsWith('hook-')) return { choices: hookActions, before: 'none' };
  if (/^legion-(?:lord|unlord|setup|death|join|node-joined|node-left)$/.test(canonical))
    return { choices: legionActions, before: 'one' };
  if (canonical === 'alarm') return { choices: alarmKinds, before: 'one' };
  if (canonical === 'stats-push') return { choices: statsPushers, before: 'none' };
  return undefined;
}

function routeFamily(canonical: string): Family | undefined {
  if (canonical.endsWith('-label')) return undefined;
  if (canonical.endsWith('-run')) return { choices: routeActions, before: 'none' };
  if (/-if(?:-not)?$/.test(canonical))
    return { choices: routeActions, before: 'one', first: routeConditions };
  return { choices: routeActions, before: 'one' };
}

/** Values that are several words divided by commas. */
const lists: ReadonlySet<string> = new Set(['unshare', 'caps']);

function itemAt(value: string, offset: number): Span {
  const start = value.lastIndexOf(',', offset - 1) + 1;
  const comma = value.indexOf(',', offset);
  return span(start, comma === -1 ? value.length : comma);
}

function wordSpans(value: string): readonly Span[] {
  return [...value.matchAll(/[^ \t]+/g)].map(({ index, 0: word }) =>
    span(index, index + word.length),
  );
}
