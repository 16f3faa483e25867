import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { retiredOption } from './retired-option.ts';

test('options that are dead, or replaced', () => {
  checkUwsgiRule(
    retiredOption,
    `[uwsgi]
master = true
lazy = true
;<<< information: Better: lazy-apps. …
fastrouter = :1
fastrouter-subscription-slot = 4
;<<<<<<<<<<<<<<<<<<<<<<<<<<< information: No effect. …
`,
  );
  assert.equal(fixedBy(retiredOption, '[uwsgi]\nlazy = 1\n'), '[uwsgi]\nlazy-apps = 1\n');
});

test('their successors, and variables of these names', () => {
  checkUwsgiRule(retiredOption, '[uwsgi]\nlazy-apps = true\ntouch-reload = a\ndrop = lazy\n');
});
