import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { needApp } from './need-app.ts';

test('an app that may be missing', () => {
  checkUwsgiRule(
    needApp,
    `[uwsgi]
module = app
;<<<<< information: Where this app cannot be imported uWSGI stays up and answers with 500
`,
  );
  assert.equal(
    fixedBy(needApp, '[uwsgi]\nmodule = app\n'),
    '[uwsgi]\nmodule = app\nneed-app = true\n',
  );
});

test('an app that is needed, and a router', () => {
  checkUwsgiRule(needApp, '[uwsgi]\nmodule = app\nneed-app = true\n');
  checkUwsgiRule(needApp, '[uwsgi]\nfastrouter = 127.0.0.1:3030\n');
});
