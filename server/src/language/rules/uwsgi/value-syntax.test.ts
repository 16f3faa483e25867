import { test } from 'node:test';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
import { valueSyntax } from './value-syntax.ts';

test('values that lack a part', () => {
  checkUwsgiRule(
    valueSyntax,
    `[uwsgi]
static-map = /static
;            ^^^^^^^ error: static-map takes MOUNTPOINT=FOLDER: uWSGI does not start
route = ^/admin break
;       ^^^^^^^^^^^^^ error: route takes REGEXP ACTION:ARGUMENT: …
route-run = last
;           ^^^^ error: route-run takes ACTION:ARGUMENT: …
route-if = equal log:x
;          ^^^^^^^^^^^ error: route-if takes CONDITION:SUBJECT ACTION:ARGUMENT: …
cron = 0 0 * * * /bin/true
;      ^^^^^^^^^^^^^^^^^^^ error: cron takes MINUTE HOUR DAY MONTH WEEKDAY COMMAND: …
https-socket = :443
;              ^^^^ error: https-socket takes ADDRESS,CERTIFICATE,KEY: …
mount = /app
;       ^^^^ error: mount takes MOUNTPOINT=APP: …
log-route = main
;           ^^^^ error: log-route takes NAME REGEXP: …
set-placeholder = name
;                 ^^^^ error: set-placeholder takes NAME=VALUE: …
declare-option =
;<<<<<<<<<<<<< error: declare-option takes NAME=TEMPLATE, and "declare-option" has no value here: …
add-header = X-Frame-Options DENY
;            ^^^^^^^^^^^^^^^^^^^^ warning: add-header takes NAME: VALUE: uWSGI sends a header line …
`,
  );
});

test('whole values, and those that are not known', () => {
  checkUwsgiRule(
    valueSyntax,
    `[uwsgi]
static-map = /static=/srv/static
static-expires = ^/x 3600
route = ^/admin break:403 Forbidden
route-run = last:
route-if = equal:\${HTTP_HOST};a.b log:x y
route-label = top
cron = 0 0 -1 -1 -1 /bin/true
cron = -15 -1 -1 -1 -1 true
https-socket = :443,a.crt,a.key
https = $(HTTPS)
mount = {{ mount }}
alarm = x cmd:
timer = 1 5
log-route = main ^x
`,
  );
});
