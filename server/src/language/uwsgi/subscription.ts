import { uwsgiKeyvals } from '../data/uwsgi-keyvals.extra.ts';
import { span } from '../text/span.ts';
import type { Span } from '../text/span.ts';

/** A piece of an option's value; spans count from the beginning of the value. */
export interface ValuePart {
  readonly text: string;
  readonly span: Span;
}

export interface NumberPart extends ValuePart {
  /** As atoi() reads it: leading digits, else 0. */
  readonly number: number;
}

export interface KeyValue {
  readonly key: ValuePart;
  /** undefined for an item without `=`, which uWSGI passes over. */
  readonly value: ValuePart | undefined;
}

/** What a worker announces to a router. Without server and key uWSGI sends nothing, and says nothing. */
export interface Subscription {
  /** All items of a subscribe2 value, in order; empty for subscribe-to. */
  readonly items: readonly KeyValue[];
  readonly server: ValuePart | undefined;
  readonly key: ValuePart | undefined;
  /** Address to announce, where the value names one. */
  readonly address: ValuePart | undefined;
  /** Index of the worker socket to announce. */
  readonly socket: NumberPart | undefined;
  /** subscribe-to only, `=N=…`: the shared socket to announce. */
  readonly sharedSocket: NumberPart | undefined;
  readonly weight: NumberPart | undefined;
  readonly modifier1: NumberPart | undefined;
  readonly modifier2: NumberPart | undefined;
  readonly sign: ValuePart | undefined;
  readonly check: ValuePart | undefined;
}

/** The keys that subscribe2 of uWSGI 2.0 reads (core/subscription.c, uwsgi_subscribe2). */
export const subscribe2Keys: readonly string[] = (uwsgiKeyvals.subscribe2?.keys ?? []).map(
  ({ name }) => name,
);

export function parseSubscribe2(value: string): Subscription {
  const items = splitKeyValues(value);
  // Of two items with the same key the last one counts.
  const part = (key: string) =>
    items.findLast((item) => item.key.text === key && item.value)?.value;
  const number = (key: string) => asNumber(part(key));
  return {
    items,
    server: part('server'),
    key: part('key'),
    address: part('addr'),
    socket: number('socket'),
    sharedSocket: undefined,
    weight: number('weight'),
    modifier1: number('modifier1'),
    modifier2: number('modifier2'),
    sign: part('sign'),
    check: part('check'),
  };
}

/** `[ADDRESS=]SERVER:KEY[,modifier1[,sign]]`, the value of subscribe, subscribe-to and st. */
export function parseSubscribeTo(value: string): Subscription {
  const slice = (start: number, end: number): ValuePart => ({
    text: value.slice(start, end),
    span: span(start, end),
  });
  const shared = value.startsWith('=');
  const equals = value.indexOf('=', shared ? 1 : 0);
  const start = equals + 1;
  const empty = { items: [], socket: undefined, weight: undefined, modifier2: undefined };
  const announced = {
    address: equals > 0 && !shared ? slice(0, equals) : undefined,
    sharedSocket: shared && equals > 0 ? asNumber(slice(1, equals)) : undefined,
  };
  const none = { server: undefined, key: undefined, modifier1: undefined };
  const port = value.startsWith('/', start) ? start : value.indexOf(':', start);
  const colon = port === -1 ? -1 : value.indexOf(':', port + 1);
  if ((shared && equals === -1) || colon === -1) {
    return { ...empty, ...announced, ...none, sign: undefined, check: undefined };
  }
  const [keyEnd, modifierEnd] = commas(value, colon + 1);
  return {
    ...empty,
    ...announced,
    server: slice(start, colon),
    key: slice(colon + 1, keyEnd),
    modifier1: keyEnd < value.length ? asNumber(slice(keyEnd + 1, modifierEnd)) : undefined,
    sign: modifierEnd < value.length ? slice(modifierEnd + 1, value.length) : undefined,
    check: undefined,
  };
}

/**
 * uwsgi_kvlist_parse: commas divide, the first `=` ends the key, a backslash takes the next character as it is.
 * Nothing is trimmed, quotes mean nothing, and a comma at the end opens no item.
 */
export function splitKeyValues(value: string): readonly KeyValue[] {
  const items: KeyValue[] = [];
  let item: Escaped = { text: '', offsets: [] };
  let start = 0;
  let at = 0;
  for (; at < value.length; at += 1) {
    const char = value.charAt(at);
    if (char === ',') {
      items.push(keyValue(item, start, at));
      item = { text: '', offsets: [] };
      start = at + 1;
      continue;
    }
    if (char === '\\') {
      at += 1;
      if (at >= value.length) break;
    }
    item.text += value.charAt(at);
    item.offsets.push(at);
  }
  if (item.text !== '') items.push(keyValue(item, start, value.length));
  return items;
}

/** Text without its backslashes, and where each character of it stands in the value. */
interface Escaped {
  text: string;
  readonly offsets: number[];
}

function keyValue({ text, offsets }: Escaped, start: number, end: number): KeyValue {
  const equals = text.indexOf('=');
  if (equals === -1) return { key: { text, span: span(start, end) }, value: undefined };
  const offset = offsets[equals] ?? end;
  return {
    key: { text: text.slice(0, equals), span: span(start, offset) },
    value: { text: text.slice(equals + 1), span: span(offset + 1, end) },
  };
}

function commas(value: string, from: number): [number, number] {
  const first = value.indexOf(',', from);
  if (first === -1) return [value.length, value.length];
  // The C code looks for the second comma one character further on.
  const second = value.indexOf(',', first + 2);
  return [first, second === -1 ? value.length : second];
}

function asNumber(part: ValuePart | undefined): NumberPart | undefined {
  if (part === undefined) return undefined;
  const number = Number.parseInt(part.text, 10);
  return { ...part, number: Number.isNaN(number) ? 0 : number };
}
