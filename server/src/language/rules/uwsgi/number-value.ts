import type { ConfigEntry } from '../../uwsgi/config.ts';
import { defineRule } from '../rule.ts';
import { inlineCommentAt, rawValue, replace, valueOrKey } from './entry-text.ts';
import { oddEnd } from './odd-character.ts';

export const numberValue = defineRule({
  id: 'uwsgi/number-value',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A number with a unit or other text, or out of range.',
    why: 'uWSGI reads the leading digits and drops the rest without a word: 32k is 32, abc is 0, and 16-bit numbers end at 65535.',
    fix: 'Write plain digits. limit-as and the reload-on-as and reload-on-rss options count megabytes.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/uwsgi.c',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      const { option, value } = entry;
      if (option === undefined || !numberTypes.has(option.type) || !entry.known) continue;
      // Comments, quotes and variables that come too late have rules of their own.
      const raw = rawValue(file, entry);
      if (inlineCommentAt(entry) !== -1 || /^(["']).*\1$/.test(raw) || /[$@%]\(/.test(value))
        continue;
      if (oddEnd(value) !== undefined) continue;
      const span = valueOrKey(entry);
      if (!/^[+-]?\d+$/.test(value)) {
        // A missing value is the business of uwsgi/syntax, or means the default.
        if (entry.line.equals === undefined || (value === '' && option.argument === 'optional'))
          continue;
        const digits = /^[ \t-\r]*([+-]?\d+)/.exec(value)?.[1] ?? '0';
        const unit = option.type === 'megabytes' ? ' megabytes' : '';
        const meant = raw === value ? meantNumber(entry) : undefined;
        report({
          span,
          message: `uWSGI reads ${digits}${unit} here: it stops at the first character that is no digit`,
          fixes:
            meant === undefined
              ? []
              : [replace(file, entry.valueSpan, meant, `Change to ${meant}${unit}`)],
        });
      } else if (value.startsWith('-') && option.handler === 'set_int') {
        const message = `uWSGI does not start with a negative ${option.name}`;
        report({ span, level: 'error', message });
      } else if (value.startsWith('-') && unsigned.has(option.type)) {
        report({ span, message: 'uWSGI knows no negative number here: it reads a huge one' });
      } else if (option.type === 'uint16' && Number(value) > 65535) {
        report({ span, message: `uWSGI takes 65535 here: ${option.name} ends at that` });
      } else if (option.type.startsWith('int') && Number(value) > 0x7fffffff) {
        report({ span, message: 'uWSGI cannot hold this number: it ends at 2147483647' });
      }
    }
  },
});

const numberTypes: ReadonlySet<string> = new Set([
  ...['int', 'int-signed', 'uint64', 'uint16', 'megabytes'],
]);

const unsigned: ReadonlySet<string> = new Set(['uint64', 'uint16', 'megabytes']);

/** `32k`, `1G` and `30s` in the option's own unit; undefined where the text has no plain meaning. */
function meantNumber({ option, value }: ConfigEntry): string | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,9})\s*([A-Za-z]+)$/.exec(value) ?? [];
  if (digits === '') return undefined;
  const size = /^([kmg])(?:i?b)?$/i.exec(unit)?.[1]?.toLowerCase();
  const bytes = size === 'k' ? 1024 : size === 'm' ? 1024 ** 2 : 1024 ** 3;
  if (option?.type === 'megabytes') {
    if (size === undefined || size === 'k') return undefined;
    return String((Number(digits) * bytes) / 1024 ** 2);
  }
  if (size !== undefined && /size|post|buffer|limit|listen|max-requests/.test(option?.name ?? '')) {
    return String(Number(digits) * (/requests|listen/.test(option?.name ?? '') ? 1000 : bytes));
  }
  return /^s(?:ec(?:ond)?s?)?$/i.test(unit) ? digits : undefined;
}
