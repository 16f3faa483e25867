import { test } from 'node:test';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
import { logVariable } from './log-variable.ts';

test('a variable of the log that a line replaces', () => {
  checkUwsgiRule(
    logVariable,
    `[uwsgi]
size = 77
log-format = %(method) %(size)
;                      ^^^^^^^ warning: Not of the request: the configuration has a line "size", whose value uWSGI puts here
`,
  );
});

test('variables of the log alone, and those that are meant', () => {
  checkUwsgiRule(
    logVariable,
    `[uwsgi]
app = shop
log-format = %(app) %(method) %(size) %(var.HTTP_X)
; size
chdir = /srv/%(app)
`,
  );
});
