import { test } from 'node:test';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
import { listenBacklog } from './listen-backlog.ts';

test('a queue that needs another kernel setting', () => {
  checkUwsgiRule(
    listenBacklog,
    `[uwsgi]
listen = 5000
;        ^^^^ information: uWSGI does not start unless net.core.somaxconn is raised to 5000: it is 4096 as Linux comes
`,
  );
});

test('queues that Linux allows', () => {
  checkUwsgiRule(listenBacklog, '[uwsgi]\nlisten = 4096\n');
  checkUwsgiRule(listenBacklog, '[uwsgi]\nlisten = $(BACKLOG)\n');
});
