import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { noEvents } from './no-events.ts';

test('a whole configuration without events', () => {
  checkNginxRule(
    noEvents,
    `
user a;
http { }
#<<< warning: this configuration has no \`events\` block: nginx does not start without one
`,
  );
});

test('one with events, one that may get them from a file, a part', () => {
  checkNginxRule(noEvents, 'events {} http {}');
  checkNginxRule(noEvents, 'include events.conf; http {}');
  checkNginxRule(noEvents, 'server { listen 80; }');
});

test('the fix inserts them', () => {
  const text = 'user a;\nhttp {}\n';
  const [fix] = runRule(noEvents, readNginxFile(text))[0]?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), 'user a;\nevents {}\nhttp {}\n');
});
