import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { masterOff } from './master-off.ts';

test('what nobody does without a master', () => {
  checkUwsgiRule(
    masterOff,
    `[uwsgi]
master = false
;        ^^^^^ error: Without the master process uWSGI passes over subscribe2, stats, and says nothing
subscribe2 = server=127.0.0.1:1,key=a
stats = 127.0.0.1:2
`,
  );
  assert.equal(
    fixedBy(masterOff, '[uwsgi]\ncron = 0 0 -1 -1 -1 x\nmaster = 0\n'),
    '[uwsgi]\ncron = 0 0 -1 -1 -1 x\nmaster = true\n',
  );
});

test('no master where nobody needs one, or a later true', () => {
  checkUwsgiRule(masterOff, '[uwsgi]\nmaster = false\nsocket = :1\n');
  checkUwsgiRule(masterOff, '[uwsgi]\nmaster = false\nstats = :1\nmaster = true\n');
  checkUwsgiRule(masterOff, '[uwsgi]\nmaster = $(MASTER)\nstats = :1\n');
});

test('a router with workers goes on without a master, but announces nothing', () => {
  checkUwsgiRule(
    masterOff,
    `[uwsgi]
fastrouter = :1
socket = :2
subscribe2 = server=127.0.0.1:3,key=a
master = false
;        ^^^^^ error: Without the master process uWSGI passes over subscribe2, …
`,
  );
});
