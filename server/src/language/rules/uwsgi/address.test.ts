import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { address } from './address.ts';

test('host names that nobody resolves', () => {
  checkUwsgiRule(
    address,
    `[uwsgi]
subscribe2 = server=router.local:3131,key=a
;                   ^^^^^^^^^^^^^^^^^ error: uWSGI does not resolve "router.local" here: …
fastrouter-subscription-server = localhost:3131
;                                ^^^^^^^^^^^^^^ error: uWSGI does not resolve "localhost" here: …
fastrouter-to = app:1
;               ^^^^^ error: uWSGI does not resolve "app" here: …
subscribe-to = localhost:1:a
;              ^^^^^^^^^^^ error: uWSGI does not resolve "localhost" here: …
`,
  );
});

test('the resolve option mends them', () => {
  assert.equal(
    fixedBy(address, '[uwsgi]\nsubscribe2 = server=r.local:3131,key=a\n'),
    '[uwsgi]\nresolve = router=r.local\nsubscribe2 = server=%(router):3131,key=a\n',
  );
  assert.equal(
    fixedBy(address, '[uwsgi]\nresolve = r=r.local\nsubscribe2 = key=a,server=r.local:3131\n'),
    '[uwsgi]\nresolve = r=r.local\nsubscribe2 = key=a,server=%(r):3131\n',
  );
});

test('addresses that end up elsewhere', () => {
  checkUwsgiRule(
    address,
    `[uwsgi]
socket = tcp://127.0.0.1:1
;        ^^^^^^^^^^^^^^^^^ error: uWSGI knows no scheme here: …
socket = *:3031
;        ^^^^^^ error: uWSGI knows no * alone: …
socket = 3031
;        ^^^^ error: Without a colon this is a unix socket of that name, not a port
fastrouter = 127.*:1
;            ^^^^^^^ error: Only worker sockets know 127.*: …
fastrouter = 127.0.0.1:0
;            ^^^^^^^^^^^ warning: A router on a port that the kernel chooses: …
stats = 127.0.0.1:99999
;       ^^^^^^^^^^^^^^^ error: The port is beyond 65535: …
resolve = r=router.local
subscribe2 = server=%(r),key=a
;                   ^^^^ error: \`resolve\` gives an address without a port, …
socket = =0
;        ^^ error: No shared-socket number 0 above this line: …
fastrouter-subscription-server = @router
;                                ^^^^^^^ warning: Subscriptions know no abstract sockets: …
subscribe2 = server=:3131,key=a
;                   ^^^^^ error: A worker cannot send to all interfaces: …
`,
  );
  assert.equal(
    fixedBy(address, '[uwsgi]\nsocket = =0\nvacuum = true\nshared-socket = 127.0.0.1:1'),
    '[uwsgi]\nshared-socket = 127.0.0.1:1\nsocket = =0\nvacuum = true\n',
  );
  assert.equal(
    fixedBy(address, '[uwsgi]\nsocket = 127.0.0.1:1, 127.0.0.1:2\n'),
    '[uwsgi]\nsocket = 127.0.0.1:1\nsocket = 127.0.0.1:2\n',
  );
  assert.equal(fixedBy(address, '[uwsgi]\nsocket = *:80\n'), '[uwsgi]\nsocket = :80\n');
  assert.equal(fixedBy(address, '[uwsgi]\nsocket = 3031\n'), '[uwsgi]\nsocket = :3031\n');
});

test('good addresses, and those that are known only when uWSGI runs', () => {
  checkUwsgiRule(
    address,
    `[uwsgi]
shared-socket = 127.0.0.1:3030
fastrouter = =0
socket = =0
socket = 127.*:0
socket = localhost:3031
socket = [::]:3031
socket = /run/%n.sock
socket = $(HOST):$(PORT)
socket = 127.0.0.1:{{ port }}
http-socket = :8080
socket = fd://0
resolve = router=router.example
subscribe2 = server=%(router):3131,key=a
stats = @stats
`,
  );
});
