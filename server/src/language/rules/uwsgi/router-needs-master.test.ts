import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { routerNeedsMaster } from './router-needs-master.ts';

test('a router without a master', () => {
  checkUwsgiRule(
    routerNeedsMaster,
    `[uwsgi]
fastrouter = :1
;<<<<<<<<< error: A router needs \`master = true\`: …
`,
  );
  checkUwsgiRule(
    routerNeedsMaster,
    `[uwsgi]
fastrouter = :1
subscribe2 = server=a:1,key=b
master = false
;        ^^^^^ error: The router never starts without the master process
`,
  );
  assert.equal(
    fixedBy(routerNeedsMaster, '[uwsgi]\nfastrouter = :1\n'),
    '[uwsgi]\nmaster = true\nfastrouter = :1\n',
  );
});

test('a master that is there, implied, or may come from elsewhere', () => {
  const bodies = ['master = true', 'master', 'stats = :2', 'ini = base.ini', 'set = master=1'];
  // Workers keep uWSGI going, and have the router started.
  bodies.push('socket = :2', 'http-socket = :2', 'http = :2', 'socket = :2\nmaster = false');
  for (const body of bodies)
    checkUwsgiRule(routerNeedsMaster, `[uwsgi]\nfastrouter = :1\n${body}\n`);
  checkUwsgiRule(routerNeedsMaster, '[uwsgi]\nsocket = :1\nmaster = false\n');
});
