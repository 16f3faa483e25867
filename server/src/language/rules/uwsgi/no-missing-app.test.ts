import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk } from '../../testing/around.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { checkUwsgiRule, uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { noMissingApp } from './no-missing-app.ts';

const files = {
  '/srv/site/app.ini': '',
  '/srv/site/app.py': 'application = app = 1\n',
  '/srv/site/pack/__init__.py': '',
  '/srv/site/pack/wsgi.py': 'application = app = 1\n',
  '/srv/site/lib/tool.py': '',
  '/srv/top.py': 'application = 1\n',
};
const venv = {
  '/srv/site/venv/pyvenv.cfg': 'include-system-site-packages = false\nversion = 3.11.2\n',
  '/srv/site/venv/lib/python3.11/site-packages/flask/__init__.py': '',
  '/srv/site/venv/lib/python3.11/site-packages/six.py': '',
};
const given = { disk: fakeDisk(files) };
const check = (text: string, more: Record<string, string> = {}) =>
  checkUwsgiRule(noMissingApp, text, { disk: fakeDisk({ ...files, ...more }) });
const fixed = (text: string) => {
  const fix = runRule(noMissingApp, uwsgiFile(text, undefined, given))[0]?.fixes[0];
  assert.ok(fix);
  return applyFix(text, fix);
};

test('a file that does not exist', () => {
  check(`[uwsgi]
chdir = %d
wsgi-file = ap.py
;           ^^^^^ error: There is no file /srv/site/ap.py: uWSGI starts without this app. Did you mean "app.py"?
`);
  check(
    `[uwsgi]
wsgi-file = main.py
;           ^^^^^^^ warning: There is no file /srv/site/main.py: …
import = jobs.py
;        ^^^^^^^ warning: There is no file /srv/site/jobs.py: uWSGI goes on without the import
mount = /a=gone.wsgi
;          ^^^^^^^^^ warning: There is no file /srv/site/gone.wsgi: …
wsgi-file = /srv/site/gone.py
;           ^^^^^^^^^^^^^^^^^ error: There is no file /srv/site/gone.py: …
file = pack/wsgj.py
;      ^^^^^^^^^^^^ warning: There is no file /srv/site/pack/wsgj.py: … Did you mean "wsgi.py"?
`.replace('… Did', 'uWSGI starts without this app. Did'),
  );
  assert.equal(fixed('[uwsgi]\nfile = pack/wsgj.py\n'), '[uwsgi]\nfile = pack/wsgi.py\n');
});

test('a module that does not exist', () => {
  check(`[uwsgi]
module = pack.main:app
;        ^^^^^^^^^ warning: There is no module "main" in /srv/site/pack: …
module = pak.wsgi
;        ^^^^^^^^ information: There is no module "pak" in /srv/site, unless it is an installed package: …
`);
  assert.equal(fixed('[uwsgi]\nmodule = pak.wsgi:app\n'), '[uwsgi]\nmodule = pack.wsgi:app\n');
  check(
    `[uwsgi]
chdir = %d
home = venv
module = nowhere:app
;        ^^^^^^^ error: There is no module "nowhere" in /srv/site: …
`,
    venv,
  );
});

test('a value that is made for the other option', () => {
  check(`[uwsgi]
wsgi-file = app.py:app
;           ^^^^^^^^^^ error: A file has no callable behind a colon: uWSGI looks for a file called "app.py:app"
module = app.py
;        ^^^^^^ error: uWSGI wants a module here, as in "app", and takes "app.py" for the name of one
module = ./pack/wsgi.py:application
;        ^^^^^^^^^^^^^^ error: uWSGI wants a module here, as in "pack.wsgi", …
`);
  assert.equal(
    fixed('[uwsgi]\nwsgi-file = app.py:app\nmaster = true\n'),
    '[uwsgi]\nwsgi-file = app.py\ncallable = app\nmaster = true\n',
  );
  assert.equal(fixed('[uwsgi]\nmodule = app.py:app\n'), '[uwsgi]\nmodule = app:app\n');
});

test('an app that lies above, from where uWSGI may be started', () => {
  check(`[uwsgi]
wsgi-file = top.py
;           ^^^^^^ information: "top.py" lies in /srv: uWSGI finds it only when it is started there, …
module = site.pack.wsgi
;        ^^^^^^^^^^^^^^ information: "site.pack.wsgi" lies in /srv: …
`);
  assert.equal(
    fixed('[uwsgi]\nwsgi-file = top.py\n'),
    '[uwsgi]\nchdir = %d..\nwsgi-file = top.py\n',
  );
});

test('apps that are there, or may be', () => {
  check(`[uwsgi]
wsgi-file = app.py
module = pack.wsgi:app
module = pack
pythonpath = lib
module = tool
`);
  check('[uwsgi]\nhome = venv\nmodule = flask\nmodule = six:x\n', venv);
  check('[uwsgi]\nhome = gone\nmodule = sanic\n', {});
  for (const text of [
    ...['wsgi-file = $(APP)', 'wsgi-file = /app/main.py', 'chdir = $(DIR)\nwsgi-file = main.py'],
    ...['chdir = /opt/site\nwsgi-file = main.py\nmodule = a.b', 'wsgi-file = exec://x'],
    ...['if-env = X\nwsgi-file = main.py\nendif =', 'module = sanic.app\npythonpath = $(P)'],
    ...['ini = base.ini\nwsgi-file = main.py', 'mount = /a=b', 'wsgi-file = {{ app }}.py'],
  ]) {
    check(`[uwsgi]\n${text}\n`);
  }
});

test('nothing is said without a disk, and about a folder without any Python', () => {
  checkUwsgiRule(noMissingApp, '[uwsgi]\nwsgi-file = main.py\nmodule = main\n');
  checkUwsgiRule(noMissingApp, '[uwsgi]\nmodule = main\n', {
    disk: fakeDisk({ '/srv/site/app.ini': '' }),
  });
});
