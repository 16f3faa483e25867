import { defineRule } from '../rule.ts';
import { inlineCommentAt, valueOrKey } from './entry-text.ts';

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
      if (inlineCommentAt(entry) !== -1) continue;
      const span = valueOrKey(entry);
      if (!/^[+-]?\d+$/.test(value)) {
        // A missing value is the business of uwsgi/syntax, or means the default.
        if (entry.line.equals === undefined || (value === '' && option.argument === 'optional'))
          continue;
        const digits = /^\s*[+-]?\d+/.exec(value)?.[0].trim() ?? '0';
        const unit = option.type === 'megabytes' ? ' megabytes' : '';
        report({
          span,
          message: `uWSGI reads ${digits}${unit} here: it stops at the first character that is no digit`,
        });
      } else if (value.startsWith('-') && option.handler === 'set_int') {
        const message = `uWSGI does not start with a negative ${option.name}`;
        report({ span, level: 'error', message });
      } else if (option.type === 'uint16' && Number(value) > 65535) {
        report({ span, message: `uWSGI takes 65535 here: ${option.name} ends at that` });
      }
    }
  },
});

const numberTypes: ReadonlySet<string> = new Set([
  ...['int', 'int-signed', 'uint64', 'uint16', 'megabytes'],
]);
