import { defineRule } from '../rule.ts';
import { inlineCommentAt, replace, valueOrKey } from './entry-text.ts';
import { oddEnd } from './odd-character.ts';

export const booleanValue = defineRule({
  id: 'uwsgi/boolean-value',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A switch with a value that is neither true nor false.',
    why: 'uWSGI takes false, off, no and 0 for off, and everything else for on: `disabled` and `"false"` turn the option on.',
    fix: 'Write true or false.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/uwsgi.c',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      const { option, value } = entry;
      if (option?.type !== 'bool' && option?.type !== 'bool-inverted') continue;
      if (!entry.known || /^(?:true|false|yes|no|on|off|1|0|)$/i.test(value)) continue;
      if (inlineCommentAt(entry) !== -1 || oddEnd(value) !== undefined) continue;
      const [, inner = ''] = /^(["'])(.*)\1$/.exec(value)?.slice(1) ?? [];
      const off = /^(?:disabled?|none|null|nil|never|n|f|-1)$/i.test(value);
      const quoted = /^(?:true|false|yes|no|on|off|1|0)$/i.test(inner);
      const meant = quoted ? inner : off ? 'false' : 'true';
      report({
        span: valueOrKey(entry),
        message: `"${value}" turns ${option.name} ${option.type === 'bool' ? 'on' : 'off'}: to uWSGI all but false, off, no and 0 means true`,
        fixes: [replace(file, entry.valueSpan, meant, `Change to "${meant}"`)],
      });
    }
  },
});
