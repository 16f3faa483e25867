import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { workerCount } from './worker-count.ts';

test('no worker, or a cheaper that is too large', () => {
  checkUwsgiRule(
    workerCount,
    `[uwsgi]
socket = :3031
processes = 0
;           ^ error: Without a worker nobody answers: …
`,
  );
  checkUwsgiRule(
    workerCount,
    `[uwsgi]
workers = 4
cheaper = 4
;         ^ error: uWSGI does not start: cheaper must be smaller than workers, which is 4
`,
  );
  checkUwsgiRule(
    workerCount,
    `[uwsgi]
cheaper = 2
;         ^ warning: uWSGI does not start: cheaper must be smaller than \`processes\`, which is 1 …
`,
  );
  assert.equal(
    fixedBy(workerCount, '[uwsgi]\nprocesses = 4\ncheaper = 8\n'),
    '[uwsgi]\nprocesses = 4\ncheaper = 3\n',
  );
});

test('counts that fit, or that nobody knows', () => {
  for (const lines of [
    ['processes = 4', 'cheaper = 2'],
    ['cheaper = 0'],
    ['cheaper = 5', 'processes = $(N)'],
    ['ini = base.ini', 'cheaper = 5'],
    ['processes = 0', 'emperor = /etc/vassals'],
    ['processes = 2', 'processes = 9', 'cheaper = 4'],
  ])
    checkUwsgiRule(workerCount, `[uwsgi]\n${lines.join('\n')}\n`);
});
