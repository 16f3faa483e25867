import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { logicBlocks } from './logic-blocks.ts';

test('nested, unclosed and stray', () => {
  checkUwsgiRule(
    logicBlocks,
    `[uwsgi]
if-env = A
if-env = B
;<<<<< error: if-env is still open here, and blocks cannot be nested: uWSGI does not start
endif =
`,
  );
  checkUwsgiRule(
    logicBlocks,
    `[uwsgi]
endfor =
;<<<<< warning: No block is open here: uWSGI ignores this
for = a b
;<< error: The block is never closed: …
socket = /run/%(_).sock
`,
  );
  assert.equal(
    fixedBy(logicBlocks, '[uwsgi]\nif-env = A\nmaster = 1\n'),
    '[uwsgi]\nif-env = A\nmaster = 1\nendif =\n',
  );
  assert.equal(
    fixedBy(logicBlocks, '[uwsgi]\nif-env = A\na = 1\nif-env = B\nb = 1\nendif =\n'),
    '[uwsgi]\nif-env = A\na = 1\nendif =\nif-env = B\nb = 1\nendif =\n',
  );
  assert.equal(fixedBy(logicBlocks, '[uwsgi]\nendif =\n'), '[uwsgi]\n');
});

test('there is no else', () => {
  checkUwsgiRule(
    logicBlocks,
    `[uwsgi]
if-file = /x
a = 1
else =
;<<< error: uWSGI has no else: …
a = 2
endif =
`,
  );
  assert.equal(
    fixedBy(logicBlocks, '[uwsgi]\nif-file = /x\na = 1\nelse =\na = 2\nendif =\n'),
    '[uwsgi]\nif-file = /x\na = 1\nendif =\nif-not-file = /x\na = 2\nendif =\n',
  );
});

test('conditions that ask for something else', () => {
  checkUwsgiRule(
    logicBlocks,
    `[uwsgi]
plugins = python3
if-plugin = python3
;           ^^^^^^^ warning: uWSGI asks for the plugin's own name here, which is python, …
endif =
if-env = STAGE = live
;        ^^^^^^^^^^^^ warning: The blanks around "=" …
endif =
strict = true
if-env = B
end =
;<< error: "end" is no option: under strict uWSGI does not start with it
`,
  );
});

test('blocks as they should be', () => {
  checkUwsgiRule(
    logicBlocks,
    `[uwsgi]
if-env = STAGE=live
master = true
endif =
for = a b
socket = /run/%(_).sock
end =
if-plugin = python
endif =
`,
  );
  checkUwsgiRule(
    logicBlocks,
    '[uwsgi]\n{% if a %}\nif-env = A\n{% endif %}\nmaster = true\n{% if a %}\nendif =\n{% endif %}\n',
  );
});

test('a condition on what comes later, and the turn of a loop in a key', () => {
  checkUwsgiRule(
    logicBlocks,
    `[uwsgi]
if-opt = processes=4
;        ^^^^^^^^^ warning: if-opt sees only what stands above it: uWSGI does not know "processes" here yet
threads = 2
endif =
processes = 4
for = a b
v%(_) = 1
;^^^^ warning: In a key %(_) stays as it is: uWSGI replaces it in values only
endfor =
`,
  );
  checkUwsgiRule(
    logicBlocks,
    `[uwsgi]
processes = 4
if-opt = processes=4
threads = 2
endif =
if-opt = from-the-command-line
threads = 3
endif =
for = a b
env = %(_)=1
endfor =
`,
  );
});
