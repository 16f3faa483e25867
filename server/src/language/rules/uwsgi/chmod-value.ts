import { hasTemplateMark } from '../../uwsgi/template.ts';
import { defineRule } from '../rule.ts';
import { inlineCommentAt, rawValue, replace, valueOrKey } from './entry-text.ts';

export const chmodValue = defineRule({
  id: 'uwsgi/chmod-value',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A mode that uWSGI does not take, or that opens a socket to every user of the machine.',
    why: 'chmod-socket and logfile-chmod take exactly three octal digits: with `0660` or `true` uWSGI does not start. umask takes octal digits, and goes on without them.',
    fix: 'Write 660, and give the socket a group that nginx is in.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/uwsgi.c',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      const { option, value } = entry;
      if (option?.type !== 'chmod' && option?.type !== 'octal') continue;
      if (!entry.known || hasTemplateMark(value) || inlineCommentAt(entry) !== -1) continue;
      if (/^["']/.test(rawValue(file, entry))) continue;
      const span = valueOrKey(entry);
      if (option.type === 'octal') {
        if (/^[0-7]{1,4}$/.test(value) || /[$@%]\(/.test(value)) continue;
        const message = `"${value}" is no octal number: uWSGI leaves the umask as it is`;
        report({ span, level: 'warning', message });
      } else if (/^[0-7]{3}$/.test(value)) {
        if (option.handler !== 'chmod_socket' || !/[2367]$/.test(value)) continue;
        const message =
          'Every user of this machine may send requests to the socket, past nginx: 660 with the group of nginx is enough';
        report({ span, level: 'information', message });
      } else if (option.handler !== 'chmod_socket' || value !== '1') {
        const mode = /^0+([0-7]{3})$/.exec(value)?.[1];
        const wanted = mode ?? (/^(?:true|yes|on|)$/i.test(value) ? '660' : undefined);
        // An empty value without its `=` has no place to write to.
        const writable = wanted !== undefined && entry.line.equals !== undefined;
        report({
          span,
          message: `uWSGI does not start with ${value === '' ? 'an empty mode' : `the mode "${value}"`}: it takes three octal digits`,
          fixes: writable
            ? [
                replace(
                  file,
                  entry.valueSpan,
                  value === '' ? ` ${wanted}` : wanted,
                  `Write ${wanted}`,
                ),
              ]
            : [],
        });
      }
    }
  },
});
