import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pasteApps } from './paste.ts';

test('apps of a PasteDeploy file', () => {
  const text = `[DEFAULT]
debug = true
[app:main]
use = egg:site#app
[pipeline: api.v2]
pipeline = a b
[composite:all]
[server:main]
use = egg:waitress
[loggers]
keys = root
`;
  assert.deepEqual(pasteApps(text).toSorted(), ['all', 'api.v2', 'main']);
});

test('files without an app', () => {
  for (const text of ['', '[uwsgi]\nmaster = true\n', '[server:main]\n', 'app:main\n', '[app]x\n'])
    assert.deepEqual(pasteApps(text), []);
});
