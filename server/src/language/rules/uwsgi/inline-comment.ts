import { span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { commandLike, inlineCommentAt, placeInValue, rawValue, scalarTypes } from './entry-text.ts';

export const inlineComment = defineRule({
  id: 'uwsgi/inline-comment',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A comment behind a value.',
    why: 'uWSGI knows comments at the beginning of a line only: here it becomes part of the value, so that `master = false ; off` turns the master on.',
    fix: 'Move the comment to a line of its own.',
    source: 'https://github.com/unbit/uwsgi/issues/2573',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      if (entry.origin !== 'line' || commandLike(entry)) continue;
      const at = inlineCommentAt(entry);
      if (at === -1) continue;
      const place = placeInValue(file, entry, { start: at + 1, end: entry.value.length });
      const exact = rawValue(file, entry) === entry.value && entry.line.joined.length === 0;
      const comment = entry.value.slice(at).trim();
      const before = entry.value.slice(0, at).trimEnd().length;
      const lineStart = entry.line.span.start;
      const edits = [
        { path: file.path, span: span(lineStart, lineStart), newText: `${comment}\n` },
        {
          path: file.path,
          span: span(entry.valueSpan.start + before, entry.valueSpan.end),
          newText: '',
        },
      ];
      const scalar = entry.option !== undefined && scalarTypes.has(entry.option.type);
      report({
        span: place,
        level: scalar ? 'error' : 'warning',
        message: 'No comment here: uWSGI takes it for a part of the value',
        fixes: exact ? [{ title: 'Move the comment to its own line', edits, preferred: true }] : [],
      });
    }
  },
});
