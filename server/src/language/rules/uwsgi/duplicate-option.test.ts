import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { duplicateOption } from './duplicate-option.ts';

test('options with one value', () => {
  checkUwsgiRule(
    duplicateOption,
    `[uwsgi]
processes = 4
;<<<<<<<< warning: Without effect: workers below sets the same option again, and workers is another name of processes
buffer-size = 4096
;<<<<<<<<<< warning: Without effect: buffer-size below sets it again
master = true
;<<<<< information: master is set to the same value again below
workers = 8
buffer-size = 32768
master = true
`,
  );
  assert.equal(
    fixedBy(duplicateOption, '[uwsgi]\nharakiri = 3\nharakiri = 5\n'),
    '[uwsgi]\nharakiri = 5\n',
  );
});

test('variables: the first one counts', () => {
  checkUwsgiRule(
    duplicateOption,
    `[uwsgi]
base = /srv/a
base = /srv/b
;<<< warning: Without effect: %(base) means the first value of a variable, which is "/srv/a"
chdir = %(base)
unused = 1
unused = 2
home = /srv
pythonpath = %(home)/lib
virtualenv = %(home)/venv
`,
  );
});

test('what may be there more than once', () => {
  checkUwsgiRule(
    duplicateOption,
    `[uwsgi]
socket = :1
socket = :2
env = A=1
env = B=2
mule = a.py
mule = b.py
legion-lord = a cmd:x
legion-lord = a cmd:y
if-env = LIVE
processes = 8
endif =
if-not-env = LIVE
processes = 2
endif =
spooler-processes = 2
spooler = a
spooler-processes = 4
spooler = b
ini = :base
harakiri = 30
[base]
harakiri = 10
`,
  );
  checkUwsgiRule(
    duplicateOption,
    '[uwsgi]\n{% if a %}\nharakiri = 1\n{% else %}\nharakiri = 2\n{% endif %}\n',
  );
});
