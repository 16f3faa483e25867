import { defineRule } from '../rule.ts';

export const runAsRoot = defineRule({
  id: 'uwsgi/run-as-root',
  scope: 'uwsgi',
  level: 'information',
  docs: {
    what: 'A file that says to run the app as root.',
    why: 'A mistake in the app then opens the whole machine. uWSGI warns of it in its log at each start.',
    fix: 'Name a user of its own with `uid` and `gid`. `shared-socket` and `logto` work with root’s rights before the change.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html',
  },
  check(view, report) {
    for (const { option, value, valueSpan, conditional } of view.config.entries) {
      if (option?.name !== 'uid' || conditional || !/^(?:root|0+)$/.test(value)) continue;
      report({ span: valueSpan, message: 'The app runs as root: name a user with fewer rights' });
    }
  },
});
