import { dirname } from '../../text/path.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import { defineRule } from '../rule.ts';
import { rawValue } from './entry-text.ts';

export const relativeInclude = defineRule({
  id: 'uwsgi/relative-include',
  scope: 'uwsgi',
  level: 'hint',
  docs: {
    what: 'A file beside this one that is brought in by a relative path.',
    why: 'Such a path counts from the folder that uWSGI is started in, not from the file that names it: started from elsewhere, uWSGI does not find it and does not start.',
    fix: 'Write `%d` in front: it stands for the folder of the file that the line is in.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#magic-variables',
  },
  check(view, report) {
    const { path } = view;
    const includes = new Map(
      view.effective.includes.map((include) => [`${include.path}:${include.span.start}`, include]),
    );
    for (const entry of view.config.entries) {
      if (entry.option?.type !== 'config-file' || entry.origin !== 'line') continue;
      const include = includes.get(`${path}:${entry.valueSpan.start}`);
      if (include?.relative !== true || include.outcome !== 'read') continue;
      const { target, text, span } = include;
      if (target === undefined || dirname(target) !== dirname(path)) continue;
      const raw = rawValue(view, entry);
      if (raw !== text || hasTemplateMark(raw)) continue;
      const edits = [{ path, span: { start: span.start, end: span.start }, newText: '%d' }];
      report({
        span,
        message: `Found only where uWSGI is started in this folder: %d${text} is found from everywhere`,
        fixes: [{ title: `Write "%d${text}"`, edits, preferred: true }],
      });
    }
  },
});
