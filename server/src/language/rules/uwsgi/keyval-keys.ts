import { closest } from '../../text/closest.ts';
import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { keyvalKey, keyvalList, type KeyvalList } from '../../uwsgi/keyval.ts';
import type { KeyValue } from '../../uwsgi/subscription.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { UwsgiFile } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';
import { rawValue, replace, valueOrKey } from './entry-text.ts';

export const keyvalKeys = defineRule({
  id: 'uwsgi/keyval-keys',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A key that the option does not know in a value of the form `key=value,key=value`, or one that is missing.',
    why: 'uWSGI trims nothing, knows no quotes, and passes over keys that it does not know. With most of these options it does not start when a key is missing that it needs.',
    fix: 'Write the key as the option knows it, without blanks around the commas.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/utils.c',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      // Subscriptions have a rule of their own.
      if (entry.option === undefined || entry.option.canonical === 'subscribe2') continue;
      if (entry.origin !== 'line') continue;
      const value = rawValue(file, entry);
      const list = keyvalList(entry.option, value);
      if (list === undefined || hasTemplateMark(value) || value === '') continue;
      if (/^(["']).*\1$/.test(value)) {
        const fixes = [replace(file, entry.valueSpan, value.slice(1, -1), 'Remove the quotes')];
        const message =
          'Quotes belong to the value: uWSGI knows neither the first key nor the last value';
        report({ span: entry.valueSpan, message, fixes });
        continue;
      }
      checkList(file, entry, list, report);
    }
  },
});

function checkList(file: UwsgiFile, entry: ConfigEntry, list: KeyvalList, report: Report): void {
  const { syntax, items } = list;
  // The other form of the option, which has no keys at all.
  if (syntax.optional === true && items.every(({ value }) => value === undefined)) return;
  const meant = new Set<string>();
  let open = false;
  for (const item of items) {
    if (/[%$@]\(/.test(item.key.text)) {
      open = true;
      continue;
    }
    const known = keyvalKey(syntax, item.key.text);
    if (known !== undefined) meant.add(known.name);
    else {
      const near = checkKey(file, entry, list, item, report);
      if (near !== undefined) meant.add(near);
    }
  }
  const missing = syntax.keys.filter(({ required, name }) => required === true && !meant.has(name));
  if (open || missing.length === 0) return;
  const names = missing.map(({ name, value }) => `${name}=${value}`).join(' and ');
  report({
    span: valueOrKey(entry),
    level: 'error',
    message: `${entry.key} needs ${names}: uWSGI does not start without`,
  });
}

/** Gives the key that was meant, if that can be told. */
function checkKey(
  file: UwsgiFile,
  { key: option, valueSpan }: ConfigEntry,
  { syntax }: KeyvalList,
  { key, value }: KeyValue,
  report: Report,
): string | undefined {
  const place: Span = span(valueSpan.start + key.span.start, valueSpan.start + key.span.end);
  const tidy = key.text.trim().toLowerCase();
  const all = syntax.keys.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const names = syntax.keys.map(({ name }) => name);
  const near = all.includes(tidy) ? tidy : (closest(tidy, names)[0] ?? closest(tidy, all)[0]);
  if (value === undefined && near !== tidy) {
    // Most likely a comma that belongs to the value in front of it.
    const message = `No key of ${option}: a comma divides the items, and takes a backslash where it belongs to a value`;
    report({ span: place, message });
    return undefined;
  }
  if (near === undefined) {
    const known = all.slice(0, 8).join(', ') + (all.length > 8 ? ', …' : '');
    const message = `uWSGI passes over "${key.text}": ${option} knows ${known}`;
    report({ span: place, message });
    return undefined;
  }
  const blank = key.text.trim() === near;
  const message = blank
    ? `The blank belongs to the key: uWSGI passes over "${key.text}"`
    : `uWSGI passes over "${key.text}". Did you mean "${near}"?`;
  report({ span: place, message, fixes: [replace(file, place, near, `Change to "${near}"`)] });
  return keyvalKey(syntax, near)?.name;
}
