import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy, uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { syntax } from './syntax.ts';

test('section headers', () => {
  checkUwsgiRule(
    syntax,
    `[uwsgi] ; note
;<<<<<<<<<<<<< error: Text behind the closing bracket: uWSGI reads the section name "uwsgi] ; not"
[uwsgix
;<<<<<< error: No closing bracket: uWSGI reads the section name "uwsgi"
[ uwsgi ]
;<<<<<<<< error: uWSGI reads the section name " uwsgi ", which is not "uwsgi"
[uwsgi]
master = true
[other]
`,
  );
  assert.equal(fixedBy(syntax, '[uwsgi] ; note\na = 1\n'), '; note\n[uwsgi]\na = 1\n');
  assert.equal(fixedBy(syntax, '[uwsgi\na = 1\n'), '[uwsgi]\na = 1\n');
});

test('no section, another section, keys above the first one', () => {
  checkUwsgiRule(
    syntax,
    `socket = :1
;<<<<< error: No [uwsgi] section: uWSGI reads nothing of this file
`,
  );
  checkUwsgiRule(
    syntax,
    `[router]
;<<<<<<< information: No [uwsgi] section: …
`,
  );
  checkUwsgiRule(
    syntax,
    `socket = :1
;<<<<< warning: A key above the first section: uWSGI ignores it
[uwsgi]
master = true
`,
  );
  checkUwsgiRule(syntax, '; nothing but a comment\n');
  checkUwsgiRule(syntax, '{% if x %}\n[uwsgi]\nsocket = {{ socket }}\n{% endif %}\n');
});

test('a section without a line', () => {
  checkUwsgiRule(
    syntax,
    `[uwsgi]
;<<<<<< warning: An empty section: uWSGI warns that it cannot find it, and goes on without any option
[worker]
master = true
`,
  );
  checkUwsgiRule(syntax, '[uwsgi]\n; more below\n[worker]\na = 1\n[uwsgi]\nini = :worker\n');
  checkUwsgiRule(syntax, '[uwsgi]\n{% for line in lines %}\n{{ line }}\n{% endfor %}\n');
});

test('an equals sign without its key', () => {
  checkUwsgiRule(
    syntax,
    `[uwsgi]
 = true
;^ warning: No key in front of the equals sign: uWSGI keeps the value under an empty name
env = =
`,
  );
});

test('an option without its equals sign', () => {
  checkUwsgiRule(
    syntax,
    `[uwsgi]
master
vacuum =
endif
socket: 127.0.0.1:1
;<<<<<<<<<<<<<<<<<< error: No equals sign: uWSGI takes the whole line for a key
processes
;<<<<<<<< warning: "processes" needs a value: uWSGI reads an empty one
socket
;<<<<< error: "socket" needs a value: uWSGI reads an empty one
`,
  );
  assert.equal(fixedBy(syntax, '[uwsgi]\nprocesses 4\n'), '[uwsgi]\nprocesses = 4\n');
});

test('a percent sign at the end of a line', () => {
  const text = '[uwsgi]\n; up to 100%\nsocket = :1\n';
  const [finding] = runRule(syntax, uwsgiFile(text));
  assert.deepEqual([finding?.level, finding?.span], ['error', { start: 19, end: 20 }]);
  assert.equal(fixedBy(syntax, text), '[uwsgi]\n; up to 100%%\nsocket = :1\n');
  assert.equal(runRule(syntax, uwsgiFile('[uwsgi]\n; 100%\n\na = 1\n'))[0]?.level, 'warning');
  checkUwsgiRule(syntax, '[uwsgi]\na = 100%%\nb = 1\n');
});

test('a byte order mark', () => {
  assert.equal(fixedBy(syntax, '\ufeff[uwsgi]\nmaster = true\n'), '[uwsgi]\nmaster = true\n');
});
