import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { strictOrder } from './strict-order.ts';

test('an option between strict and its plugin', () => {
  checkUwsgiRule(
    strictOrder,
    `[uwsgi]
strict = true
master = true
fastrouter = :1
;<<<<<<<<< error: Under strict the plugin fastrouter must be loaded above its options: …
plugins = fastrouter
`,
  );
  assert.equal(
    fixedBy(strictOrder, '[uwsgi]\nstrict = true\nwsgi-file = a.py\nplugins = python3'),
    '[uwsgi]\nstrict = true\nplugins = python3\nwsgi-file = a.py\n',
  );
});

test('the order does not matter without strict, above it, and below the plugins', () => {
  const bodies = [
    'fastrouter = :1\nplugins = fastrouter',
    'strict = false\nfastrouter = :1\nplugins = fastrouter',
    'fastrouter = :1\nstrict = true\nplugins = fastrouter',
    'strict = true\nplugins = fastrouter\nfastrouter = :1',
    'strict = true\nfastrouter = :1',
  ];
  for (const body of bodies) checkUwsgiRule(strictOrder, `[uwsgi]\n${body}\n`);
});
