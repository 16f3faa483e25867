import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installedUwsgi } from '../../testing/around.ts';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { noUnknownOption } from './no-unknown-option.ts';

test('another spelling and slips of the finger', () => {
  checkUwsgiRule(
    noUnknownOption,
    `[uwsgi]
buffer_size = 1
;<<<<<<<<<< warning: "buffer_size" is no option of uWSGI, which takes it for a variable. Did you mean "buffer-size"?
--Master = true
;<<<<<<< warning: "--Master" is no option …
chmod-sockt = 660
;<<<<<<<<<< warning: "chmod-sockt" is no option …
`,
  );
  assert.equal(fixedBy(noUnknownOption, '[uwsgi]\nMaster = 1\n'), '[uwsgi]\nmaster = 1\n');
});

test('variables are silent where they are used or declared', () => {
  checkUwsgiRule(
    noUnknownOption,
    `[uwsgi]
project = blog
port = 1
chdir = /srv/%(project)
socket = 127.0.0.1:%(port + 1)
set-placeholder = whatever=1
resolve = router=localhost
declare-option = hello=print=$1
hello = world
if-opt = mode=x
mode = x
endif =
end =
`,
  );
});

test('a variable that nobody uses', () => {
  checkUwsgiRule(
    noUnknownOption,
    `[uwsgi]
nobody-knows-this = 1
;<<<<<<<<<<<<<<<< information: "nobody-knows-this" is no option of uWSGI: …
{{ option }} = 1
`,
  );
  checkUwsgiRule(
    noUnknownOption,
    `[uwsgi]
nobody-knows-this = 1
;<<<<<<<<<<<<<<<< hint: "nobody-knows-this" is no option of uWSGI: …
ini = base.ini
`,
  );
});

test('under strict every unknown key is an error', () => {
  checkUwsgiRule(
    noUnknownOption,
    `[uwsgi]
strict = true
name = x
;<<< error: "name" is no option of uWSGI, and under strict uWSGI does not start with it
chdir = /srv/%(name)
`,
  );
  const text = '[uwsgi]\nstrict = true\nname = x\n';
  assert.equal(fixedBy(noUnknownOption, text).split('\n')[2], 'set-placeholder = name=x');
});

test("what the machine's own uWSGI lists is an option", () => {
  const text = '[uwsgi]\nown-thing = 1\n';
  const help = new Map([['own-thing', 'of a plugin of our own']]);
  checkUwsgiRule(noUnknownOption, text, { installed: installedUwsgi({ help }) });
  const marked = `${text};<<<<<<<< information: "own-thing" is no option of uWSGI: …\n`;
  checkUwsgiRule(noUnknownOption, marked, { installed: installedUwsgi() });
});
