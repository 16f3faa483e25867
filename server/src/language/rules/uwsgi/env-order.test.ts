import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { envOrder } from './env-order.ts';

test('variables that are set too late, or removed', () => {
  checkUwsgiRule(
    envOrder,
    `[uwsgi]
env = HOME_DIR=/srv/app
chdir = $(HOME_DIR)/src
;       ^^^^^^^^^^^ warning: Not the value of \`env\`: uWSGI replaces $(HOME_DIR) before it sets the variable
env = DJANGO_SETTINGS_MODULE
;     ^^^^^^^^^^^^^^^^^^^^^^ warning: Removes the variable DJANGO_SETTINGS_MODULE: …
`,
  );
  assert.equal(fixedBy(envOrder, '[uwsgi]\nenv = A\n'), '[uwsgi]\nunenv = A\n');
});

test('variables of the app, and of the shell', () => {
  checkUwsgiRule(
    envOrder,
    `[uwsgi]
env = PATH=/opt/bin:$(PATH)
env = EMPTY=
env = LANG=C.UTF-8
unenv = PROXY
chdir = $(HOME)
if-env = X
env = Y=1
endif =
pidfile = $(Y)
`,
  );
});
