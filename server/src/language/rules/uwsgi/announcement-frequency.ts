import { lastOption } from '../../uwsgi/lookup.ts';
import { defineRule } from '../rule.ts';
import { replace } from './entry-text.ts';
import { wholesOf } from './wholes-of.ts';

export const announcementFrequency = defineRule({
  id: 'uwsgi/announcement-frequency',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: '`subscribe-freq = 0`.',
    why: 'uWSGI divides by this number: its master process dies of a floating point exception one second after the start.',
    fix: 'Write the seconds between two announcements, 10 unless set.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/subscription.c',
  },
  check(view, report) {
    const told = new Set<number>();
    for (const whole of wholesOf(view)) {
      const last = lastOption(whole, 'subscribe-freq');
      if (last?.path !== view.path || !last.known || last.conditional) continue;
      // What is no number has a rule of its own, and is 0 all the same.
      if (!/^[+-]?0+$/.test(last.value) || told.has(last.keySpan.start)) continue;
      told.add(last.keySpan.start);
      report({
        span: last.valueSpan,
        message:
          'uWSGI divides by this number: its master process crashes one second after the start',
        fixes: [replace(view, last.valueSpan, '10', 'Write 10, the default')],
      });
    }
  },
});
