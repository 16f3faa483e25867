import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { encoderNewline } from './encoder-newline.ts';

test('encoders that end no lines', () => {
  checkUwsgiRule(
    encoderNewline,
    `[uwsgi]
log-encoder = json {"m":"\${msg}"}
;             ^^^^^^^^^^^^^^^^^^^ warning: The encoder json ends no lines: the whole log becomes one line without \`log-encoder = nl\` behind it
log-req-encoder = format \${msg}
;                 ^^^^^^^^^^^^^ warning: The encoder format ends no lines: …
`,
  );
  assert.equal(
    fixedBy(encoderNewline, '[uwsgi]\nlog-encoder = json {"m":"${msg}"}\n'),
    '[uwsgi]\nlog-encoder = json {"m":"${msg}"}\nlog-encoder = nl\n',
  );
});

test('encoders that do, or lines that are ended', () => {
  checkUwsgiRule(
    encoderNewline,
    `[uwsgi]
log-encoder = json {"m":"\${msg}"}
log-encoder = nl
log-req-encoder = prefix [app]
log-req-encoder = format \${msgnl}
`,
  );
});
