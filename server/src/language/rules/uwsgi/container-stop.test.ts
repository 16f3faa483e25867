import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { containerStop } from './container-stop.ts';

test('a worker in a container', () => {
  checkUwsgiRule(
    containerStop,
    `[uwsgi]
master = true
socket = :3031
logto = /dev/stdout
;<<<< information: Logs as a container does, but the signal that stops a container makes uWSGI reload: …
`,
  );
  assert.equal(
    fixedBy(containerStop, '[uwsgi]\nmaster = true\nhttp-socket = :80\nlogger = stdio\n'),
    '[uwsgi]\nmaster = true\nhttp-socket = :80\nlogger = stdio\ndie-on-term = true\n',
  );
});

test('other logs, a signal that is thought of, or no master', () => {
  for (const lines of [
    ['master = true', 'logto = /var/log/app.log'],
    ['master = true', 'logto = /dev/stdout', 'die-on-term = true'],
    [
      'master = true',
      'logger = stdio',
      'hook-master-start = unix_signal:15 gracefully_kill_them_all',
    ],
    ['logto = /dev/stdout'],
    ['master = true'],
  ])
    checkUwsgiRule(containerStop, `[uwsgi]\nsocket = :1\n${lines.join('\n')}\n`);
});
