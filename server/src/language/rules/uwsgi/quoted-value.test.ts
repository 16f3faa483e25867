import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { quotedValue } from './quoted-value.ts';

test('quotes around a value', () => {
  checkUwsgiRule(
    quotedValue,
    `[uwsgi]
uid = "www-data"
;     ^^^^^^^^^^ error: The quotes belong to the value for uWSGI
chdir = '/srv/app'
;       ^^^^^^^^^^ warning: The quotes belong to the value for uWSGI
processes = "4"
;           ^^^ warning: The quotes belong to the value, which therefore is no number: uWSGI reads 0
env = DJANGO_SETTINGS_MODULE="site.settings"
;                            ^^^^^^^^^^^^^^^ warning: The quotes become part of the variable: …
`,
  );
});

test('quotes that mean something to somebody, and those of other rules', () => {
  checkUwsgiRule(
    quotedValue,
    `[uwsgi]
exec-asap = "/bin/true"
log-format = "%(method)"
attach-daemon = 'sleep 1'
route-run = "x"
chdir = /srv/"a"
env = A={"b": "c"}
socket = "127.0.0.1:1"
master = "false"
title = "The title"
static-map = "/a"="/b"
`,
  );
});

test('removes them', () => {
  assert.equal(fixedBy(quotedValue, '[uwsgi]\ngid = "web"\n'), '[uwsgi]\ngid = web\n');
  assert.equal(fixedBy(quotedValue, "[uwsgi]\nenv = A='b'\n"), '[uwsgi]\nenv = A=b\n');
});
