import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { workersNeedMaster } from './workers-need-master.ts';

test('workers that nobody starts anew', () => {
  checkUwsgiRule(
    workersNeedMaster,
    `[uwsgi]
http-socket = :8080
processes = 4
harakiri = 30
;<<<<<<< information: harakiri ends workers, and without \`master = true\` nobody starts them anew
max-requests = 1000
`,
  );
  checkUwsgiRule(
    workersNeedMaster,
    `[uwsgi]
http-socket = :8080
workers = 4
;<<<<<< information: Without \`master = true\` nobody starts a worker anew that has crashed
`,
  );
  assert.equal(
    fixedBy(workersNeedMaster, '[uwsgi]\nsocket = :1\nprocesses = 2\n'),
    '[uwsgi]\nsocket = :1\nmaster = true\nprocesses = 2\n',
  );
});

test('a master, one that an option starts, or nothing that needs it', () => {
  for (const lines of [
    ['master = true', 'processes = 4', 'harakiri = 3'],
    ['stats = 127.0.0.1:1', 'processes = 4'],
    ['processes = 1', 'max-requests = 0'],
    ['processes = $(N)'],
    ['ini = base.ini', 'processes = 4'],
  ])
    checkUwsgiRule(workersNeedMaster, `[uwsgi]\nsocket = :1\n${lines.join('\n')}\n`);
  checkUwsgiRule(workersNeedMaster, '[uwsgi]\nprocesses = 4\n');
});
