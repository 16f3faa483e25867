import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { autoPortReload } from './auto-port-reload.ts';

const worker = `[uwsgi]
socket = 127.*:0
subscribe2 = server=127.0.0.1:3131,key=a
`;

test('a worker on any port that reloads', () => {
  checkUwsgiRule(
    autoPortReload,
    `${worker}touch-reload = app.py
;<<<<<<<<<<< information: Each reload gives the worker another port, and its router tries the old one, too
`,
  );
  assert.equal(
    fixedBy(autoPortReload, `${worker}py-autoreload = 2\n`),
    `${worker}py-autoreload = 2\nunsubscribe-on-graceful-reload = true\n`,
  );
});

test('no reload, a port of its own, no router, or one that is told', () => {
  checkUwsgiRule(autoPortReload, worker);
  const fixed = worker.replace('127.*:0', '127.0.0.1:3031');
  checkUwsgiRule(autoPortReload, `${fixed}touch-reload = a\n`);
  checkUwsgiRule(autoPortReload, '[uwsgi]\nsocket = :0\ntouch-reload = a\n');
  checkUwsgiRule(
    autoPortReload,
    `${worker}touch-reload = a\nunsubscribe-on-graceful-reload = true\n`,
  );
});
