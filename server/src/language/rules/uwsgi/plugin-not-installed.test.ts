import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk, installedUwsgi } from '../../testing/around.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { checkUwsgiRule, uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { pluginNotInstalled } from './plugin-not-installed.ts';

const debian = { installed: installedUwsgi() };

test('plugins that the machine does not have', () => {
  checkUwsgiRule(
    pluginNotInstalled,
    `[uwsgi]
plugins = python, fastrouter
;         ^^^^^^ warning: No plugin "python" on this machine: uWSGI goes on without it. Did you mean "python3"?
plugin = 0:python39
;          ^^^^^^^^ warning: No plugin "python39" …
need-plugin = php
;             ^^^ error: No plugin "php" on this machine: uWSGI does not start. Debian has it, if at all, in the package uwsgi-plugin-php.
plugins = fastroter
;         ^^^^^^^^^ warning: No plugin "fastroter" on this machine: uWSGI goes on without it. Did you mean "fastrouter"?
`,
    debian,
  );
  const text = '[uwsgi]\nplugins = http,python\n';
  const fix = runRule(pluginNotInstalled, uwsgiFile(text, undefined, debian))[0]?.fixes[0];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), '[uwsgi]\nplugins = http,python3\n');
});

test('a plugin that is built in', () => {
  const installed = installedUwsgi({
    version: '2.0.30',
    plugins: [],
    embedded: ['python', 'http'],
  });
  checkUwsgiRule(
    pluginNotInstalled,
    `[uwsgi]
plugins = python3
;         ^^^^^^^ hint: python is built into the uWSGI on this machine, …
`,
    { installed },
  );
});

test('plugins that are there, or may be', () => {
  for (const line of [
    ...['plugins = python3,fastrouter, http', 'plugin = /opt/x_plugin.so', 'plugin = x_plugin.so'],
    ...['plugins = $(P)', 'if-env = X\nplugins = php\nendif =', 'plugins = "php"', 'plugins ='],
    ...[
      'plugins-dir = lib\nplugins = own',
      'plugin-dir = $(D)\nplugins = own',
      'plugins = php cgi',
    ],
  ]) {
    checkUwsgiRule(pluginNotInstalled, `[uwsgi]\n${line}\n`, debian);
  }
  const disk = fakeDisk({ '/opt/plugins/own_plugin.so': '' });
  const text = '[uwsgi]\nplugin-dir = /opt/plugins\nplugins = own,python3\n';
  checkUwsgiRule(pluginNotInstalled, text, { ...debian, disk });
  checkUwsgiRule(pluginNotInstalled, '[uwsgi]\nplugins = nothing\n');
  const folderless = installedUwsgi({ pluginFolder: undefined });
  checkUwsgiRule(pluginNotInstalled, '[uwsgi]\nplugins = php\n', { installed: folderless });
});
