import { type KeyvalKey, type KeyvalSyntax, uwsgiKeyvals } from '../data/uwsgi-keyvals.extra.ts';
import type { UwsgiOption } from './options.ts';
import { type KeyValue, splitKeyValues } from './subscription.ts';

/** The `key=value` list in a value, as far as it goes. */
export interface KeyvalList {
  readonly syntax: KeyvalSyntax;
  readonly items: readonly KeyValue[];
  /** Behind the list: a command follows, as in cron2. */
  readonly end: number;
}

/** undefined for an option without such a list, and for a value of its other form. */
export function keyvalList(option: UwsgiOption | undefined, value: string): KeyvalList | undefined {
  const syntax = option && keyvalSyntax(option);
  if (syntax === undefined) return undefined;
  const blank = syntax.rest === undefined ? -1 : value.search(/[ \t]/);
  const end = blank === -1 ? value.length : blank;
  const list = value.slice(0, end);
  if (syntax.optional === true && value !== '' && !list.includes('=') && blank !== -1)
    return undefined;
  return { syntax, items: splitKeyValues(list), end };
}

export function keyvalSyntax({ canonical }: UwsgiOption): KeyvalSyntax | undefined {
  return Object.hasOwn(uwsgiKeyvals, canonical) ? uwsgiKeyvals[canonical] : undefined;
}

export function keyvalKey({ keys }: KeyvalSyntax, name: string): KeyvalKey | undefined {
  return keys.find((key) => key.name === name || key.aliases?.includes(name) === true);
}
