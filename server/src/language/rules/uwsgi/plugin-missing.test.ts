import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installedUwsgi } from '../../testing/around.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { checkUwsgiRule, fixedBy, uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { pluginMissing } from './plugin-missing.ts';

test('options of a plugin that is not in the list', () => {
  checkUwsgiRule(
    pluginMissing,
    `[uwsgi]
plugins = python3
wsgi-file = app.py
fastrouter = :1
;<<<<<<<<< warning: An option of the plugin fastrouter, …
fastrouter-cheap = true
`,
  );
  assert.equal(
    fixedBy(pluginMissing, '[uwsgi]\nplugins = fastrouter\nwsgi-file = app.py\n'),
    '[uwsgi]\nplugins = fastrouter,python3\nwsgi-file = app.py\n',
  );
});

test('lists that uWSGI cannot read', () => {
  checkUwsgiRule(
    pluginMissing,
    `[uwsgi]
plugins = python3 , http
;         ^^^^^^^^^^^^^^ error: uWSGI divides plugins by commas only: …
`,
  );
  assert.match(fixedBy(pluginMissing, '[uwsgi]\nplugins = "python3 http"\n'), /= python3,http\n/);
});

test('builds that may have the plugin inside', () => {
  const app = 'wsgi-file = app.py\nfastrouter = :1\n';
  for (const body of [
    ...['', 'plugins = tornado3\n', 'plugins = fastrouter\nautoload = true\n'],
    ...['plugins = $(P)\n', 'plugins = fastrouter, python311\n', 'plugin = http\nini = x.ini\n'],
    ...['plugins = 0:/usr/lib/python3_plugin.so\nplugin = fastrouter\n'],
  ]) {
    checkUwsgiRule(pluginMissing, `[uwsgi]\n${body}${app}`);
  }
});

test('what the machine has decides where it is known', () => {
  const debian = { installed: installedUwsgi() };
  const text = '[uwsgi]\nsocket = :1\nwsgi-file = app.py\ncallable = app\n';
  checkUwsgiRule(
    pluginMissing,
    `[uwsgi]
socket = :1
wsgi-file = app.py
;<<<<<<<< error: An option of the plugin python, which no \`plugins\` line names: the uWSGI on this machine ignores the option
callable = app
`,
    debian,
  );
  const fix = runRule(pluginMissing, uwsgiFile(text, undefined, debian))[0]?.fixes[0];
  assert.ok(fix);
  assert.equal(
    applyFix(text, fix),
    '[uwsgi]\nsocket = :1\nplugins = python3\nwsgi-file = app.py\ncallable = app\n',
  );
  const pip = { installed: installedUwsgi({ plugins: [], embedded: ['python', 'fastrouter'] }) };
  checkUwsgiRule(pluginMissing, text, pip);
  checkUwsgiRule(
    pluginMissing,
    '[uwsgi]\nplugins = python3\nwsgi-file = a\nfastrouter = :1\n',
    pip,
  );
  checkUwsgiRule(pluginMissing, '[uwsgi]\nplugins = python311\nwsgi-file = a\n', debian);
  const help = new Map([['wsgi-file', 'load .wsgi file']]);
  checkUwsgiRule(pluginMissing, '[uwsgi]\nwsgi-file = a\n', {
    installed: installedUwsgi({ help }),
  });
});

test('loggers, whose kinds are of a plugin', () => {
  checkUwsgiRule(
    pluginMissing,
    `[uwsgi]
plugins = python3
wsgi-file = app.py
logger = file:/tmp/app.log
;<<<<< warning: The logger file is of the plugin logfile, which \`plugins = python3\` does not name: unless it is built in, uWSGI does not start: "unable to find logger"
req-logger = requests stdio
`,
  );
  checkUwsgiRule(pluginMissing, '[uwsgi]\nplugins = python3,logfile\nlogger = file:/x\n');
  checkUwsgiRule(pluginMissing, '[uwsgi]\nlogger = file:/x\n');
});
