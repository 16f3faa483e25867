import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk } from '../../testing/around.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { checkUwsgiRule, uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { noMissingCallable } from './no-missing-callable.ts';

const site = (python: string) => ({
  disk: fakeDisk({
    '/srv/site/app.ini': '',
    '/srv/site/app.py': python,
    '/srv/site/pack/__init__.py': python,
    '/srv/site/pack/wsgi.py': python,
  }),
});
const flask = site('from flask import Flask\napp = Flask(__name__)\n\ndef create_app(): ...\n');
const fixed = (text: string, at = 0) => {
  const fix = runRule(noMissingCallable, uwsgiFile(text, undefined, flask))[0]?.fixes[at];
  assert.ok(fix);
  return applyFix(text, fix);
};

test('a name that the file does not have', () => {
  checkUwsgiRule(
    noMissingCallable,
    `[uwsgi]
wsgi-file = app.py
;           ^^^^^^ error: app.py has no "application", so uWSGI loads no app from it. Did you mean "app"?
`,
    flask,
  );
  checkUwsgiRule(
    noMissingCallable,
    `[uwsgi]
module = app
;        ^^^ error: app.py has no "application", …
mount = /x=pack.wsgi:create_ap()
;                    ^^^^^^^^^^^ error: wsgi.py has no "create_ap", … Did you mean "create_app"?
mount = /y=app.py
;       ^^^^^^^^^ error: app.py has no "application", …
if-env = DEBUG
module = pack:debug
;             ^^^^^ warning: __init__.py has no "debug", so uWSGI loads no app from it. Did you mean "app"?
endif =
`.replace('… Did', 'so uWSGI loads no app from it. Did'),
    flask,
  );
});

test('mends', () => {
  assert.equal(
    fixed('[uwsgi]\nwsgi-file = app.py\nmaster = true\n'),
    '[uwsgi]\nwsgi-file = app.py\ncallable = app\nmaster = true\n',
  );
  assert.equal(fixed('[uwsgi]\nwsgi-file = app.py'), '[uwsgi]\nwsgi-file = app.py\ncallable = app');
  assert.equal(fixed('[uwsgi]\nmodule = app\n'), '[uwsgi]\nmodule = app:app\n');
  assert.equal(fixed('[uwsgi]\nmodule = app:aap\n'), '[uwsgi]\nmodule = app:app\n');
  assert.equal(
    fixed('[uwsgi]\ncallable = apq\nfile = app.py\n'),
    '[uwsgi]\ncallable = app\nfile = app.py\n',
  );
});

test('names that are there, or may be', () => {
  const silent = (text: string, python: string) =>
    checkUwsgiRule(noMissingCallable, `[uwsgi]\n${text}\n`, site(python));
  silent('wsgi-file = app.py', 'application = get_wsgi_application()\n');
  silent('wsgi-file = app.py\ncallable = app', 'app = 1\n');
  silent('module = app:create()', 'def create(): ...\n');
  silent('module = pack.wsgi:app', 'try:\n    from x import app\nexcept ImportError:\n    pass\n');
  silent('wsgi-file = app.py', 'from project.wsgi import *\n');
  silent('module = app', 'import uwsgi\nuwsgi.applications = {"": hello}\n');
  silent('wsgi-file = app.py\ncallable = $(CALLABLE)', 'x = 1\n');
  silent('import = app.py\nshared-import = app', 'x = 1\n');
  silent('wsgi-file = other.py\nmodule = flask:application\nwsgi-file = {{ file }}', 'x = 1\n');
});

test('nothing is said while the disk does not answer', () => {
  checkUwsgiRule(noMissingCallable, '[uwsgi]\nwsgi-file = app.py\n');
});
