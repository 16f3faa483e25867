import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { percentSign } from './percent-sign.ts';

test('pairs that vanish', () => {
  checkUwsgiRule(
    percentSign,
    `[uwsgi]
procname = 50% busy
;            ^^ warning: uWSGI removes "% ": write %% for a percent sign
a%qb = 1
;^^ warning: uWSGI removes "%q": …
env = TITLE=5% of 10% x
;            ^^ warning: uWSGI removes "% " (2 in this line): write %% for a percent sign
`,
  );
  assert.equal(
    fixedBy(percentSign, '[uwsgi]\nenv = T=5% of 10% x\n'),
    '[uwsgi]\nenv = T=5%% of 10%% x\n',
  );
  assert.equal(fixedBy(percentSign, '[a%q]\nb = 1\n'), '[a%%q]\nb = 1\n');
});

test('formats with percent signs of their own', () => {
  checkUwsgiRule(
    percentSign,
    `[uwsgi]
log-date = %Y-%m-%d %H:%M:%S
;          ^^ error: uWSGI removes "%Y" (6 in this line): …
fastrouter-use-pattern = /run/%s.sock
;                             ^^ error: uWSGI puts the name of this file in the place of "%s": …
log-encoder = json {"t":"\${strftime:%d.%%m.%%Y}"}
;                                   ^^ error: uWSGI puts the folder of this file in the place of "%d": …
static-map = /x=http://host/a%20b
;                            ^^ error: uWSGI puts a folder of its path in the place of "%2": …
`,
  );
  assert.equal(
    fixedBy(percentSign, '[uwsgi]\nlog-date = %Y-%m\n'),
    '[uwsgi]\nlog-date = %%Y-%%m\n',
  );
});

test('percent signs in their places', () => {
  checkUwsgiRule(
    percentSign,
    `[uwsgi]
; 50% x
log-date = %%Y-%%m
socket = %d%n.sock
chdir = %(base)/%0
log-format = %(method)
{% if x %}
name = {{ 5 % 3 }}
`,
  );
});
