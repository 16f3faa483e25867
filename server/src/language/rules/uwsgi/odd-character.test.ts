import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { oddCharacter } from './odd-character.ts';

test('blanks that are none', () => {
  checkUwsgiRule(
    oddCharacter,
    `[uwsgi]
 \u00a0master = true
;^ warning: A no-break space is no blank to uWSGI: it belongs to the key
processes =\u00a0\u00a04
;          ^^ warning: A no-break space is no blank to uWSGI: it belongs to the value
threads\f= 2
;      ^ warning: A form feed is no blank to uWSGI: it belongs to the key
harakiri = 30 \u200b
;            ^^ warning: A zero-width space is no blank to uWSGI: it belongs to the value
`,
  );
  assert.equal(fixedBy(oddCharacter, '[uwsgi]\nprocesses =\u00a04\n'), '[uwsgi]\nprocesses =4\n');
});

test('a NUL, and line breaks without a line feed', () => {
  assert.equal(
    fixedBy(oddCharacter, '[uwsgi]\nenv = A=1\0B=2\nmaster = true\n'),
    '[uwsgi]\nenv = A=1B=2\nmaster = true\n',
  );
  assert.equal(
    fixedBy(oddCharacter, '[uwsgi]\rmaster = true\rvacuum = true\r'),
    '[uwsgi]\nmaster = true\nvacuum = true\r',
  );
  assert.equal(
    fixedBy(oddCharacter, '[uwsgi]\r\n; a note\rmaster = true\r\n'),
    '[uwsgi]\r\n; a note\nmaster = true\r\n',
  );
});

test('characters that mean themselves', () => {
  checkUwsgiRule(
    oddCharacter,
    '[uwsgi]\r\n; a\u00a0note\0\r\nmaster = true \t\r\nenv = TITLE=a\u00a0b\r\nenv = É=é\r\r\n\r\n',
  );
});
