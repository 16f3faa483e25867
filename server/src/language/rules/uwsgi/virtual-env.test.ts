import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk, installedUwsgi } from '../../testing/around.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { checkUwsgiRule, uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { virtualEnv } from './virtual-env.ts';

const made = (version: string) => `home = /usr/bin\nversion = ${version}\n`;
const files = {
  '/srv/site/app.ini': '',
  '/srv/site/venv/pyvenv.cfg': made('3.11.2'),
  '/srv/site/venv/bin/python': '',
  '/srv/site/venv/lib/python3.11/site-packages/six.py': '',
  '/srv/site/old/pyvenv.cfg': made('3.9.1'),
  '/srv/site/old/lib/python3.9/site-packages/six.py': '',
  '/srv/site/two/pyvenv.cfg': made('2.7.18'),
  '/srv/site/conda/lib/python3.11/os.py': '',
  '/srv/site/static/a.css': '',
};
const given = { disk: fakeDisk(files), installed: installedUwsgi() };
const check = (text: string) => checkUwsgiRule(virtualEnv, text, given);

test('a home that is not there, or holds no Python', () => {
  check(`[uwsgi]
chdir = %d
home = %denv
;      ^^^^^ error: There is no folder /srv/site/env: uWSGI does not start. Make it with \`python3 -m venv env\`
virtualenv = static
;            ^^^^^^ error: /srv/site/static holds no Python: …
venv = app.ini
;      ^^^^^^^ error: /srv/site/app.ini is a file; …
pyhome = /srv/site/venv/bin
;        ^^^^^^^^^^^^^^^^^^ error: The home is the folder of the environment itself: …
`);
  check(`[uwsgi]
home = env
;      ^^^ warning: There is no folder /srv/site/env: …
`);
  const fixed = (text: string) => {
    const fix = runRule(virtualEnv, uwsgiFile(text, undefined, given))[0]?.fixes[0];
    assert.ok(fix);
    return applyFix(text, fix);
  };
  assert.equal(fixed('[uwsgi]\nhome = ./env\n'), '[uwsgi]\nhome = ./venv\n');
  assert.equal(fixed('[uwsgi]\nhome = venv/bin/python\n'), '[uwsgi]\nhome = venv\n');
});

test('an environment of another Python than the plugin', () => {
  check(`[uwsgi]
plugins = python311
home = old
;      ^^^ warning: This environment was made by Python 3.9, but the plugin is Python 3.11, …
home = two
;      ^^^ error: This environment was made by Python 2.7, but the plugin is Python 3.11: …
`);
  check(`[uwsgi]
plugins = fastrouter, 0:python3
home = old
;      ^^^ warning: This environment was made by Python 3.9, but the plugin is Python 3.11, …
`);
});

test('homes that fit, or of which nothing is known', () => {
  for (const body of [
    ...['plugins = python3\nhome = venv', 'home = old', 'plugins = python39\nhome = old'],
    ...['plugins = python3\nhome = conda', 'home = $(VENV)', 'home = {{ venv }}', 'home ='],
    ...['home = /opt/app/venv', 'if-env = X\nhome = gone\nendif =', 'chdir = $(D)\nhome = env'],
    'plugins = python39,python311\nhome = old',
  ]) {
    check(`[uwsgi]\n${body}\n`);
  }
  checkUwsgiRule(virtualEnv, '[uwsgi]\nhome = env\n');
  const text = '[uwsgi]\nplugins = python3\nhome = old\n';
  checkUwsgiRule(virtualEnv, text, { disk: fakeDisk(files) });
});
