import { defineRule } from '../rule.ts';

export const daemonize = defineRule({
  id: 'uwsgi/daemonize',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'Reports `daemonize` in a file that an emperor starts.',
    why: 'uWSGI then leaves the emperor, which takes it for ended and starts it again, and again. systemd, Supervisor and containers do likewise.',
    fix: 'Leave it out: `logto2` writes the log without going to the background.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Emperor.html',
  },
  check({ config, path, around }, report) {
    const [emperor] = around.graph.vassals.get(path) ?? [];
    if (emperor === undefined) return;
    for (const { option, keySpan } of config.entries)
      if (option?.name === 'daemonize')
        report({
          span: keySpan,
          message: 'uWSGI leaves the emperor that starts this file, and is started again and again',
          related: [{ path: emperor, span: { start: 0, end: 0 }, message: 'the emperor' }],
        });
  },
});
