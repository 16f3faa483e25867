import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { chmodValue } from './chmod-value.ts';

test('modes that uWSGI does not take', () => {
  checkUwsgiRule(
    chmodValue,
    `[uwsgi]
chmod-socket = 0660
;              ^^^^ error: uWSGI does not start with the mode "0660": it takes three octal digits
chmod-socket = 888
;              ^^^ error: uWSGI does not start with the mode "888": …
chmod = true
;       ^^^^ error: uWSGI does not start with the mode "true": …
logfile-chmod = 1
;               ^ error: uWSGI does not start with the mode "1": …
umask = rw
;       ^^ warning: "rw" is no octal number: uWSGI leaves the umask as it is
`,
  );
  assert.equal(
    fixedBy(chmodValue, '[uwsgi]\nchmod-socket = 0660\n'),
    '[uwsgi]\nchmod-socket = 660\n',
  );
});

test('a socket for everybody', () => {
  checkUwsgiRule(
    chmodValue,
    `[uwsgi]
chmod-socket = 666
;              ^^^ information: Every user of this machine may send requests …
`,
  );
});

test('good modes', () => {
  checkUwsgiRule(
    chmodValue,
    '[uwsgi]\nchmod-socket = 660\nchmod-socket = 1\nlogfile-chmod = 644\numask = 0022\numask = 002\n' +
      'chmod-socket = $(MODE)\nchmod-socket = {{ mode }}\n',
  );
});
