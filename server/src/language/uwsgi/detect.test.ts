import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLikeUwsgi } from './detect.ts';

test('a [uwsgi] header decides', () => {
  assert.ok(
    looksLikeUwsgi('/a/development.ini', '[app:main]\nuse = egg:x\n[uwsgi]\nmaster = true\n'),
  );
  assert.ok(looksLikeUwsgi('/a/setup.cfg', '\ufeff[uwsgi]\n'));
  assert.ok(looksLikeUwsgi('/a/x.ini', '[uwsgi\nsocket = :1\n'));
});

test('without one the keys do', () => {
  assert.ok(looksLikeUwsgi('/a/x.ini', '[router]\nfastrouter = :1\nmaster = true\n'));
  assert.ok(looksLikeUwsgi('/a/x.conf', 'wsgi-file = app.py\nsocket = :1\n'));
  assert.ok(looksLikeUwsgi('/a/uwsgi.ini', 'socket = :1\n'));
});

test('the files of other programs are left alone', () => {
  const files: [string, string][] = [
    ['/etc/php.ini', '[PHP]\nengine = On\n'],
    ['/a/setup.cfg', '[metadata]\nname = x\n'],
    ['/a/development.ini', '[app:main]\nuse = egg:x\n[server:main]\nthreads = 4\nport = 80\n'],
    ['/a/circus.ini', '[watcher:x]\ncmd = uwsgi --ini x\nprocesses = 1\n'],
    ['/a/logging.ini', '[loggers]\nkeys = root\n'],
    ['/a/x.ini', ''],
    ['/a/mod.conf', 'server {\n  listen 80;\n}\n'],
  ];
  for (const [path, text] of files) assert.equal(looksLikeUwsgi(path, text), false, path);
});

test('a profile for building uWSGI is no configuration', () => {
  assert.equal(
    looksLikeUwsgi(
      '/w/flask.ini',
      '[uwsgi]\ninherit = base\nmain_plugin = python\nbin_name = app\n',
    ),
    false,
  );
});
