import { closest } from '../../text/closest.ts';
import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { parseSubscribe2, parseSubscribeTo, subscribe2Keys } from '../../uwsgi/subscription.ts';
import type { KeyValue } from '../../uwsgi/subscription.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { UwsgiFile } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';
import { placeInValue, rawValue, replace, valueOrKey } from './entry-text.ts';

export const subscriptionKeys = defineRule({
  id: 'uwsgi/subscription-keys',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A subscription that uWSGI never sends, or sends in another way than it is written.',
    why: 'subscribe2 trims nothing, knows no quotes and passes over keys that it does not know. Without server and key nothing is sent, although the log says "subscribing to".',
    fix: 'Write server=ADDRESS:PORT,key=NAME without blanks and quotes.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/subscription.c',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      if (entry.option?.name === 'subscribe2') checkSubscribe2(file, entry, report);
      else if (entry.option?.canonical === 'subscribe-to' || entry.option?.name === 'subscribe') {
        checkSubscribeTo(file, entry, report);
      }
    }
  },
});

function checkSubscribe2(file: UwsgiFile, entry: ConfigEntry, report: Report): void {
  const value = rawValue(file, entry);
  const { start } = entry.valueSpan;
  if (/^(["']).*\1$/.test(value)) {
    const fixes = [replace(file, entry.valueSpan, value.slice(1, -1), 'Remove the quotes')];
    const message =
      'Quotes belong to the value: uWSGI finds no server and no key here, and sends nothing';
    report({ span: entry.valueSpan, message, fixes });
    return;
  }
  const { items } = parseSubscribe2(value);
  const meant = new Set<string>();
  const place = (part: Span): Span => span(start + part.start, start + part.end);
  for (const item of items) checkItem(file, item, place, meant, report);
  // A placeholder or a template may hold whole items.
  const opaque = items.some(
    (item) => item.value === undefined && /[%$@]\(|\{\{/.test(item.key.text),
  );
  if (opaque || hasTemplateMark(value)) return;
  const missing = ['server', 'key'].filter((key) => !meant.has(key));
  if (missing.length === 0) return;
  const message = `Without ${missing.join(' and ')} uWSGI sends no subscription, and says nothing`;
  report({ span: valueOrKey(entry), message });
}

function checkItem(
  file: UwsgiFile,
  item: KeyValue,
  place: (part: Span) => Span,
  meant: Set<string>,
  report: Report,
): void {
  const { key, value } = item;
  if (/[%$@]\(|\{\{/.test(key.text)) return;
  const known = subscribe2Keys.includes(key.text);
  if (known && value !== undefined) {
    meant.add(key.text);
    checkValue(file, key.text, value, place, report);
    return;
  }
  if (known) {
    meant.add(key.text);
    report({ span: place(key.span), message: `"${key.text}" has no "=", so uWSGI passes over it` });
    return;
  }
  const tidy = key.text.trim().toLowerCase();
  const name = subscribe2Keys.includes(tidy) ? tidy : closest(tidy, subscribe2Keys)[0];
  if (later.has(key.text)) {
    const message = `uWSGI 2.0 passes over "${key.text}": it is a key of 2.1`;
    report({ span: place(key.span), level: 'warning', message });
  } else if (name !== undefined) {
    meant.add(name);
    const blank = name === key.text.trim();
    const message = blank
      ? `The blank belongs to the key: uWSGI passes over "${key.text}"`
      : `uWSGI passes over "${key.text}". Did you mean "${name}"?`;
    const fixes = [replace(file, place(key.span), name, `Change to "${name}"`)];
    report({ span: place(key.span), message, fixes });
  } else {
    const message = `uWSGI passes over "${key.text}": it is no key of subscribe2`;
    report({ span: place(key.span), level: 'warning', message });
  }
}

/** Keys of the unreleased 2.1. */
const later: ReadonlySet<string> = new Set(['algo', 'proto', 'backup', 'vassal']);

function checkValue(
  file: UwsgiFile,
  key: string,
  { text, span: where }: { readonly text: string; readonly span: Span },
  place: (part: Span) => Span,
  report: Report,
): void {
  const whole = place(where);
  if (text.trim() !== text) {
    const fixes = [replace(file, whole, text.trim(), 'Remove the blanks')];
    report({ span: whole, message: `The blanks belong to the value of "${key}"`, fixes });
  } else if (text === '' && (key === 'key' || key === 'server')) {
    report({
      span: place({ start: where.start - 1, end: where.end }),
      message: `"${key}" is empty`,
    });
  } else if (numbers.has(key) && /^[^%$@{]+$/.test(text) && !/^\d+$/.test(text)) {
    report({ span: whole, level: 'warning', message: `"${key}" wants a number` });
  } else if (key.startsWith('modifier') && Number(text) > 255) {
    const message = `"${key}" ends at 255: uWSGI takes ${Number(text) % 256}`;
    report({ span: whole, level: 'warning', message });
  } else if (key === 'key') {
    checkName(file, text, whole, report);
  } else if (key === 'check') {
    const message = 'uWSGI subscribes while this file does NOT exist, against its manual';
    report({ span: whole, level: 'warning', message });
  }
}

/** The router compares the key with the Host header byte by byte. */
function checkName(file: UwsgiFile, text: string, place: Span, report: Report): void {
  if (/[%$@]\(/.test(text)) return;
  const host = /^[a-z]+:\/\/([^/]+)\/?$/i.exec(text)?.[1];
  if (host !== undefined) {
    const message = 'A key is a host name as browsers send it: no scheme, no path';
    report({ span: place, message, fixes: [replace(file, place, host, `Change to "${host}"`)] });
  } else if (text.includes('*')) {
    const name = /^\*(\.[^*]+)$/.exec(text)?.[1];
    const message =
      'A star stands for itself here: a router with subscription-dotsplit takes ".example.com" for all names below';
    const fixes = name === undefined ? [] : [replace(file, place, name, `Change to "${name}"`)];
    report({ span: place, level: 'warning', message, fixes });
  } else if (/^[A-Za-z0-9.-]+(?::\d+)?$/.test(text) && /[A-Z]/.test(text)) {
    const lower = text.toLowerCase();
    const message = 'Capital letters count in a key, and browsers send host names in small letters';
    const fixes = [replace(file, place, lower, `Change to "${lower}"`)];
    report({ span: place, level: 'information', message, fixes });
  } else if (text.length > 255) {
    const message = 'A key of more than 255 bytes is never found by the router';
    report({ span: place, message });
  }
}

const numbers: ReadonlySet<string> = new Set(['socket', 'weight', 'modifier1', 'modifier2']);

function checkSubscribeTo(file: UwsgiFile, entry: ConfigEntry, report: Report): void {
  if (!entry.known) return;
  const { server, key } = parseSubscribeTo(entry.value);
  if (server === undefined || key?.text === '') {
    const message =
      'uWSGI wants ADDRESS:PORT:KEY here; as it stands it sends nothing, and says nothing';
    report({ span: valueOrKey(entry), message });
    return;
  }
  if (key === undefined || key.text.startsWith('@')) return;
  const place = placeInValue(file, entry, key.span);
  if (key.text.trim() === key.text) {
    if (rawValue(file, entry) === entry.value) checkName(file, key.text, place, report);
    return;
  }
  const fixes = [replace(file, place, key.text.trim(), 'Remove the blanks')];
  report({ span: place, message: 'The blanks belong to the key', fixes });
}
