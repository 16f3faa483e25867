import type { EntryLine } from '../../ini/tree.ts';
import { span } from '../../text/span.ts';
import { uwsgiOption } from '../../uwsgi/options.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { UwsgiFile } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix } from '../rule.ts';

export const lineContinuation = defineRule({
  id: 'uwsgi/line-continuation',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A backslash at the end of a line.',
    why: 'uWSGI knows no continuation: the backslash stays in the value, and the next line is one of its own, a variable in most cases.',
    fix: 'Write the value in one line.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/ini.c',
  },
  check(file, report) {
    for (const [index, line] of file.tree.lines.entries()) {
      if (line.kind !== 'entry') continue;
      const { end } = line.valueSpan;
      if (file.text.charAt(end - 1) !== '\\' || hasTemplateMark(line.value)) continue;
      // Two of them stand for one in the regular expressions and lists that know an escape.
      if (/(?:^|[^\\])(?:\\\\)+$/.test(line.value)) continue;
      const next = file.tree.lines[index + 1];
      report({
        span: span(end - 1, end),
        message:
          'A backslash continues no line: it stays in the value, and the next line is one of its own',
        fixes: [mend(file, line, next?.kind === 'entry' ? next : undefined)],
      });
    }
  },
});

/** Takes the next line to this one, unless it is an option itself. */
function mend(file: UwsgiFile, line: EntryLine, next: EntryLine | undefined): Fix {
  const at = line.valueSpan.end - 1;
  const { path, text } = file;
  const option = next && uwsgiOption(next.key);
  if (next === undefined || option !== undefined) {
    const edits = [{ path, span: span(at, at + 1), newText: '' }];
    return { title: 'Remove the backslash', edits, preferred: true };
  }
  const before = text.slice(line.span.start, at).trimEnd().length + line.span.start;
  const between = /[,=]$/.test(text.slice(line.span.start, before)) ? '' : ' ';
  const place = span(before, Math.min(next.keySpan.start, next.equals ?? next.keySpan.start));
  return {
    title: 'Join the two lines',
    edits: [{ path, span: place, newText: between }],
    preferred: true,
  };
}
