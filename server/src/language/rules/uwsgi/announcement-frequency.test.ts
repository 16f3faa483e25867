import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { announcementFrequency } from './announcement-frequency.ts';

test('a frequency of 0 crashes uWSGI', () => {
  checkUwsgiRule(
    announcementFrequency,
    `[uwsgi]
subscribe-freq = 0
;                ^ error: uWSGI divides by this number: …
`,
  );
  assert.equal(
    fixedBy(announcementFrequency, '[uwsgi]\nsubscribe-freq = 00\n'),
    '[uwsgi]\nsubscribe-freq = 10\n',
  );
});

test('a frequency above 0, or one that is set anew', () => {
  for (const body of ['subscribe-freq = 1', 'subscribe-freq = 0\nsubscribe-freq = 5', 'freq = 0'])
    checkUwsgiRule(announcementFrequency, `[uwsgi]\n${body}\n`);
});
