import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { publicAddress } from './public-address.ts';

test('every address of the machine', () => {
  checkUwsgiRule(
    publicAddress,
    `[uwsgi]
socket = :3031
;        ^^^^^ hint: Bound to every address of the machine: who reaches this port can have the worker run code, …
stats = 0.0.0.0:9191
;       ^^^^^^^^^^^^ information: Bound to every address of the machine: everybody who reaches this machine can read …
`,
  );
  assert.equal(
    fixedBy(publicAddress, '[uwsgi]\nsocket = 0.0.0.0:3031\n'),
    '[uwsgi]\nsocket = 127.0.0.1:3031\n',
  );
});

test('one address, unix sockets, and what is meant for everybody', () => {
  checkUwsgiRule(
    publicAddress,
    `[uwsgi]
socket = 127.0.0.1:3031
socket = 127.*:0
socket = 10.0.0.5:3031
socket = /run/app.sock
socket = =0
http = :8080
http-socket = :8081
fastrouter = :3030
stats = /run/stats.sock
stats = $(STATS)
`,
  );
});
