import { span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { defineRule } from '../rule.ts';
import { addressesOf } from './addresses-of.ts';
import { commandLike, rawValue, replace } from './entry-text.ts';

export const quotedValue = defineRule({
  id: 'uwsgi/quoted-value',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'Quotes around a value.',
    why: 'Quotes have no meaning to uWSGI and stay in the value: `uid = "www-data"` looks for a user whose name has quotes, `chdir = "/srv"` for such a folder, and `processes = "4"` is 0.',
    fix: 'Remove the quotes.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/ini.c',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      if (entry.option === undefined || entry.origin !== 'line') continue;
      const { option, valueSpan } = entry;
      const value = rawValue(file, entry);
      const environment = option.name === 'env' || option.name === 'unenv';
      const start = environment ? value.indexOf('=') + 1 : 0;
      const quoted = value.slice(start);
      if (!/^(["'])(?:(?!\1).)*\1$/.test(quoted)) continue;
      if (!environment && (reportedElsewhere(entry) || commandLike(entry))) continue;
      const place = span(valueSpan.start + start, valueSpan.end);
      report({
        span: place,
        level: fatalTypes.has(option.type) ? 'error' : 'warning',
        message: messageFor(entry, environment),
        fixes: [replace(file, place, quoted.slice(1, -1), 'Remove the quotes')],
      });
    }
  },
});

/** Values that make uWSGI exit when they have quotes. */
const fatalTypes: ReadonlySet<string> = new Set([
  ...['uid', 'gid', 'chmod', 'config-file', 'list-ip', 'digest-dir'],
]);

function messageFor({ option }: ConfigEntry, environment: boolean): string {
  if (environment) return 'The quotes become part of the variable: uWSGI is no shell';
  if (option?.type !== undefined && numberTypes.has(option.type))
    return 'The quotes belong to the value, which therefore is no number: uWSGI reads 0';
  return 'The quotes belong to the value for uWSGI';
}

const numberTypes: ReadonlySet<string> = new Set([
  ...['int', 'int-signed', 'uint64', 'uint16', 'megabytes'],
]);

function reportedElsewhere(entry: ConfigEntry): boolean {
  const type = entry.option?.type ?? '';
  if (['bool', 'bool-inverted', 'plugin-list', 'kvlist'].includes(type)) return true;
  return entry.option?.name === 'subscribe2' || addressesOf(entry).length > 0;
}
