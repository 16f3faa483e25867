import { defineRule } from '../rule.ts';

export const heartbeatAlone = defineRule({
  id: 'uwsgi/heartbeat-alone',
  scope: 'uwsgi',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports `heartbeat` in a file that no emperor of the folder starts.',
    why: 'It tells an emperor that the instance is alive. Without one uWSGI takes the option and does nothing with it.',
    fix: 'Leave it out. `harakiri` ends requests that hang.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Heartbeat.html',
  },
  check({ config, path, around }, report) {
    if (
      around.graph.vassals.has(path) ||
      config.entries.some(({ option }) => option?.name === 'emperor')
    )
      return;
    for (const { option, keySpan } of config.entries)
      if (option?.name === 'heartbeat')
        report({
          span: keySpan,
          message: 'No effect without an emperor, and none here starts this file',
        });
  },
});
