import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { booleanValue } from './boolean-value.ts';

test('what is neither true nor false', () => {
  checkUwsgiRule(
    booleanValue,
    `[uwsgi]
master = disabled
;        ^^^^^^^^ warning: "disabled" turns master on: …
vacuum = "false"
;        ^^^^^^^ warning: ""false"" turns vacuum on: …
`,
  );
});

test('every way to say yes and no', () => {
  checkUwsgiRule(
    booleanValue,
    '[uwsgi]\nmaster = True\nvacuum = off\nlazy-apps = 1\nsingle-interpreter\nmaster = $(M)\n' +
      'enable-threads = {{ x }}\nname = disabled\n',
  );
});

test('fixes', () => {
  assert.equal(fixedBy(booleanValue, '[uwsgi]\nmaster = none\n'), '[uwsgi]\nmaster = false\n');
  assert.equal(fixedBy(booleanValue, '[uwsgi]\nmaster = "yes"\n'), '[uwsgi]\nmaster = yes\n');
});
