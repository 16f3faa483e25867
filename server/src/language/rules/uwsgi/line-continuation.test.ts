import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { lineContinuation } from './line-continuation.ts';

test('a backslash at the end of a line', () => {
  checkUwsgiRule(
    lineContinuation,
    `[uwsgi]
attach-daemon = run \\
;                   ^ warning: A backslash continues no line: …
  --fast
`,
  );
});

test('the lines are joined, unless the next one is an option', () => {
  assert.equal(
    fixedBy(lineContinuation, '[uwsgi]\nattach-daemon = run \\\n  --fast=1\nmaster = true\n'),
    '[uwsgi]\nattach-daemon = run --fast=1\nmaster = true\n',
  );
  assert.equal(
    fixedBy(lineContinuation, '[uwsgi]\nsubscribe2 = key=a,\\\n  server=127.0.0.1:1\n'),
    '[uwsgi]\nsubscribe2 = key=a,server=127.0.0.1:1\n',
  );
  assert.equal(
    fixedBy(lineContinuation, '[uwsgi]\nenv = A=b\\\nmaster = true\n'),
    '[uwsgi]\nenv = A=b\nmaster = true\n',
  );
});

test('backslashes elsewhere', () => {
  checkUwsgiRule(
    lineContinuation,
    '[uwsgi]\nenv = A=C:\\x\nroute = ^/a\\\\\nenv = B={{ b }}\\\n; note \\\n',
  );
});
