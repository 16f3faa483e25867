import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { shellVariable } from './shell-variable.ts';

test('the notation of the shell', () => {
  checkUwsgiRule(
    shellVariable,
    `[uwsgi]
pidfile = $HOME/app.pid
;         ^^^^^ information: uWSGI is no shell: …
chdir = /srv/\${APP}
;            ^^^^^^ information: uWSGI is no shell: …
virtualenv = ~/venv
;            ^ warning: uWSGI knows no ~ for a home folder: …
pythonpath = ~deploy/lib
;            ^ warning: uWSGI knows no ~ for a home folder: …
`,
  );
  assert.equal(
    fixedBy(shellVariable, '[uwsgi]\nchdir = /srv/$APP\n'),
    '[uwsgi]\nchdir = /srv/$(APP)\n',
  );
  assert.equal(
    fixedBy(shellVariable, '[uwsgi]\nchdir = ~/app\n'),
    '[uwsgi]\nchdir = $(HOME)/app\n',
  );
});

test('uWSGI, other shells and regular expressions have a $ of their own', () => {
  checkUwsgiRule(
    shellVariable,
    `[uwsgi]
chdir = $(HOME)/app
route = ^/a/(.*)$ goto:$1
route-run = addvar:NAME=\${PATH_INFO}
attach-daemon = sh -c "echo $HOME"
exec-asap = ls ~/a
env = A=$B
log-format = \${uri}
pidfile = /srv/~app.pid
pidfile = {{ home }}/$X
variable = ~/x
`,
  );
});
