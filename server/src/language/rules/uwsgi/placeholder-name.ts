import { uwsgiOption } from '../../uwsgi/options.ts';
import { defineRule } from '../rule.ts';

export const placeholderName = defineRule({
  id: 'uwsgi/placeholder-name',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A placeholder with the name of an option.',
    why: 'set-placeholder and resolve make variables only: uWSGI exits with "you cannot use … as a placeholder, it is already available as an option".',
    fix: 'Choose another name, or write the option itself.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/config.c',
  },
  check(view, report) {
    for (const entry of view.config.entries) {
      if (entry.origin !== 'placeholder' || entry.conditional) continue;
      const option = uwsgiOption(entry.key);
      // The options of a plugin are known to uWSGI only when it is loaded.
      if (option?.plugin !== 'core') continue;
      const { span } = entry.line;
      const newText = `${entry.key} = ${entry.value}\n`;
      const plain = entry.line.key !== 'resolve' && entry.known;
      report({
        span: entry.keySpan,
        message: `uWSGI does not start: "${entry.key}" is an option, and no name for a placeholder`,
        fixes: plain
          ? [
              {
                title: `Write the option: ${newText.trimEnd()}`,
                edits: [{ path: view.path, span, newText }],
              },
            ]
          : [],
      });
    }
  },
});
