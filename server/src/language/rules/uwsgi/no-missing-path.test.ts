import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk } from '../../testing/around.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { checkUwsgiRule, uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { noMissingPath } from './no-missing-path.ts';

const disk = fakeDisk({
  '/srv/site/app.ini': '',
  '/srv/site/static/a.css': '',
  '/srv/site/logs/x.log': '',
  '/srv/site/tls/a.crt': '',
  '/srv/site/tls/a.key': '',
  '/srv/other/here': '',
  '/srv/shared/lib/x.py': '',
  '/var/log/syslog': '',
});
const check = (text: string) => checkUwsgiRule(noMissingPath, text, { disk });

test('folders that uWSGI writes into', () => {
  check(`[uwsgi]
socket = run/app.sock
;        ^^^^^^^^^^^^ warning: There is no folder /srv/site/run: uWSGI does not start
logto = %dlog/app.log
;       ^^^^^^^^^^^^^ error: There is no folder /srv/site/log: uWSGI does not start
pidfile = /srv/other/gone/app.pid
;         ^^^^^^^^^^^^^^^^^^^^^^^ information: There is no folder /srv/other/gone: uWSGI does not start
stats = /srv/site/run/stats.sock
;       ^^^^^^^^^^^^^^^^^^^^^^^^ error: There is no folder /srv/site/run: …
req-logger = file:run/req.log
;                 ^^^^^^^^^^^ warning: There is no folder /srv/site/run: …
`);
});

test('what must be there', () => {
  check(`[uwsgi]
static-map = /s=statik
;               ^^^^^^ information: There is no file or folder /srv/site/statik: it serves nothing there
touch-reload = reload.me
;              ^^^^^^^^^ information: There is no file or folder /srv/site/reload.me: nothing happens until it is created
https-socket = :443,tls/a.crt,tls/b.key
;                             ^^^^^^^^^ warning: There is no file /srv/site/tls/b.key: uWSGI does not start
`);
  check(`[uwsgi]
chdir = %dsrc
;       ^^^^^ error: There is no folder /srv/site/src: uWSGI does not start
socket = run/app.sock
wsgi-file = app.py
`);
  const text = '[uwsgi]\nstatic-map = /s=statik\n';
  const fix = runRule(noMissingPath, uwsgiFile(text, undefined, { disk }))[0]?.fixes[0];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), '[uwsgi]\nstatic-map = /s=static\n');
});

test('paths that are there, belong elsewhere, or cannot be known', () => {
  for (const line of [
    ...['socket = 127.0.0.1:3031', 'socket = app.sock', 'logto = logs/y.log', 'socket = @abstract'],
    ...['logto = 127.0.0.1:5555', 'pidfile = /run/app/x.pid', 'logto = /var/log/uwsgi/app.log'],
    ...['socket = $(DIR)/x.sock', 'if-env = X\nlogto = gone/x\nendif =', 'chdir = /opt/app'],
    ...['static-map = /s=static', 'chdir = ../shared', 'static-map = /s=shared/lib', 'stats = :1'],
    ...['chdir = %d../shared\nlogto = gone/x', 'logto = {{ dir }}/x', 'pythonpath = lib*'],
    ...['logto = gone/x ; note', 'shared-socket = =0', 'https-socket = :1,tls/a.crt,tls/a.key'],
  ]) {
    check(`[uwsgi]\n${line}\n`);
  }
  checkUwsgiRule(noMissingPath, '[uwsgi]\nlogto = gone/x\n');
});
