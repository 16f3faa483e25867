import { defineRule } from '../rule.ts';

export const listenBacklog = defineRule({
  id: 'uwsgi/listen-backlog',
  scope: 'uwsgi',
  level: 'information',
  docs: {
    what: 'A queue of connections that is longer than Linux allows as it comes.',
    why: 'uWSGI exits when `listen` is larger than net.core.somaxconn, which is 4096 since Linux 5.4 and was 128 before.',
    fix: 'Raise net.core.somaxconn on the machine (`sysctl`), or write a smaller number.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/articles/TheArtOfGracefulReloading.html',
  },
  check(view, report) {
    for (const { option, value, valueSpan, conditional } of view.config.entries) {
      if (option?.name !== 'listen' || conditional || !/^\d+$/.test(value)) continue;
      if (Number(value) <= usualLimit) continue;
      report({
        span: valueSpan,
        message: `uWSGI does not start unless net.core.somaxconn is raised to ${value}: it is ${usualLimit} as Linux comes`,
      });
    }
  },
});

const usualLimit = 4096;
