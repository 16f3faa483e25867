import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { inlineComment } from './inline-comment.ts';

test('comments behind a value', () => {
  checkUwsgiRule(
    inlineComment,
    `[uwsgi]
processes = 2 ; two
;             ^^^^^ error: No comment here: uWSGI takes it for a part of the value
chdir = /srv # where the app is
;            ^^^^^^^^^^^^^^^^^^ warning: No comment here: …
master = true	#on
;            	^^^ error: No comment here: …
`,
  );
});

test('signs that are no comment', () => {
  checkUwsgiRule(
    inlineComment,
    `[uwsgi]
attach-daemon = sh -c "a ; b # c"
route = ^/x #y
chdir = /srv;x
wsgi-file = a#b
color = #fff
log-format = %(method) ; %(uri)
`,
  );
});

test('moves the comment to its own line', () => {
  const text = '[uwsgi]\nprocesses = 2 ; two\n';
  assert.equal(fixedBy(inlineComment, text), '[uwsgi]\n; two\nprocesses = 2\n');
});
