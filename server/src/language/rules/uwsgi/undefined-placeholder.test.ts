import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { undefinedPlaceholder } from './undefined-placeholder.ts';

test('names that nothing defines', () => {
  checkUwsgiRule(
    undefinedPlaceholder,
    `[uwsgi]
project = blog
chdir = /srv/%(projct)
;            ^^^^^^^^^ warning: Nothing defines "projct": %(projct) stays as it is. Did you mean "project"?
pidfile = /run/%(something)
;              ^^^^^^^^^^^^ information: Nothing here defines "something": …
`,
  );
  assert.equal(
    fixedBy(undefinedPlaceholder, '[uwsgi]\nname = a\nchdir = %(nmae)\n'),
    '[uwsgi]\nname = a\nchdir = %(name)\n',
  );
});

test('a file that lacks several names is there to be brought in', () => {
  checkUwsgiRule(
    undefinedPlaceholder,
    `[uwsgi]
chdir = /srv/%(project)
;            ^^^^^^^^^^ hint: Nothing here defines "project": …
pidfile = /run/%(instance).pid
;              ^^^^^^^^^^^ hint: Nothing here defines "instance": …
module = %(project).wsgi
`,
  );
});

test('arithmetic', () => {
  checkUwsgiRule(
    undefinedPlaceholder,
    `[uwsgi]
base = 3000
n = 2
socket = :%(base+n)
;         ^^^^^^^^^ warning: To uWSGI "base+n" is one name: arithmetic needs blanks around its operators
stats = :%(base + bse)
;                 ^^^ warning: Nothing defines "bse", which therefore counts as 0
http = :%(base + n * 10)
;       ^^^^^^^^^^^^^^^^ information: uWSGI calculates from left to right: …
threads = %(n + -1)
;               ^^ warning: "-1" is a name to uWSGI, not a number, and counts as 0
`,
  );
  assert.equal(
    fixedBy(undefinedPlaceholder, '[uwsgi]\na = 1\nlocks = %(a+1)\n'),
    '[uwsgi]\na = 1\nlocks = %(a + 1)\n',
  );
});

test('names in names, and a placeholder that comes too late', () => {
  checkUwsgiRule(
    undefinedPlaceholder,
    `[uwsgi]
a = x
bx = 1
env = A=%(b%(a))
;       ^^^^^^^^ warning: uWSGI replaces what is inside, and then leaves the outer %(…) …
env = B=$(%(a))
;       ^^^^^^^ warning: uWSGI replaces what is inside, and then leaves the outer $(…) …
pidfile = %(name)
;         ^^^^^^^ warning: "name" begins with %(base), which stays as it is: …
name = %(base)/pid
base = /run
folder = %(base)/app
chdir = %(folder)
`,
  );
});

test('names that are defined, or meant for others', () => {
  checkUwsgiRule(
    undefinedPlaceholder,
    `[uwsgi]
base = 3000
socket = :%(base + 1)
stats = :%(base ++)
processes = %k
cheaper = %(processes - 1)
set-placeholder = x=1
chdir = /%(x)
log-format = %(uri) %(method)
resolve = r=localhost
subscribe2 = server=%(r):1,key=a
for = a b
pidfile = /run/%(_).pid
endfor =
env = FORMAT=%(asctime)s %(message)s
ini = elsewhere.ini
`,
  );
  checkUwsgiRule(undefinedPlaceholder, '[uwsgi]\nini = other.ini\nchdir = %(x)\n');
});
