import { retirementOf } from '../../data/uwsgi-retired-options.extra.ts';
import { defineRule } from '../rule.ts';
import { removeLine, replace } from './entry-text.ts';

export const retiredOption = defineRule({
  id: 'uwsgi/retired-option',
  scope: 'uwsgi',
  level: 'information',
  docs: {
    what: 'An option that uWSGI still takes, but that does nothing any more or has a better successor.',
    why: 'Some only print a warning or are never looked at. `lazy` makes a reload replace the workers only, so that it keeps the old configuration.',
    fix: 'Remove the line, or write the option that the message names.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/uwsgi.c',
  },
  check(view, report) {
    for (const entry of view.config.entries) {
      const retired = entry.option && retirementOf(entry.option.name);
      if (retired === undefined || entry.origin !== 'line') continue;
      const { instead } = retired;
      const message = retired.state === 'dead' ? 'No effect' : `Better: ${instead ?? ''}`;
      report({
        span: entry.keySpan,
        message: `${message}. ${retired.text}`,
        fixes: [
          instead === undefined
            ? removeLine(view, entry, 'Remove the line')
            : replace(view, entry.keySpan, instead, `Change to ${instead}`),
        ],
        tag: 'deprecated',
      });
    }
  },
});
