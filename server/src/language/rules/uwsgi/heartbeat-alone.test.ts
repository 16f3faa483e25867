import { test } from 'node:test';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
import { heartbeatAlone } from './heartbeat-alone.ts';

test('a heart that beats for nobody', () => {
  checkUwsgiRule(
    heartbeatAlone,
    `[uwsgi]
heartbeat = 10
;<<<<<<<< information: No effect without an emperor, and none here starts this file
`,
  );
});

test('no heart', () => {
  checkUwsgiRule(heartbeatAlone, '[uwsgi]\nharakiri = 10\n');
});
