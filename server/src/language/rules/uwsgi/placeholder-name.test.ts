import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { placeholderName } from './placeholder-name.ts';

test('placeholders with the name of an option', () => {
  checkUwsgiRule(
    placeholderName,
    `[uwsgi]
set-placeholder = processes=4
;                 ^^^^^^^^^ error: uWSGI does not start: "processes" is an option, and no name for a placeholder
resolve = harakiri=localhost
;         ^^^^^^^^ error: uWSGI does not start: …
`,
  );
  assert.equal(fixedBy(placeholderName, '[uwsgi]\nset-ph = threads=4\n'), '[uwsgi]\nthreads = 4\n');
});

test('names of their own, and options that are set', () => {
  checkUwsgiRule(
    placeholderName,
    '[uwsgi]\nset-placeholder = count=4\nset = processes=4\nresolve = router=localhost\n',
  );
});
