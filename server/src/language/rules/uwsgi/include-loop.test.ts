import { test } from 'node:test';
import { readUwsgi } from '../../testing/around.ts';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
import { includeLoop } from './include-loop.ts';

test('a file that brings in itself, and a section that is not there', () => {
  checkUwsgiRule(
    includeLoop,
    `[uwsgi]
ini = %p
;     ^^ error: uWSGI is reading /srv/site/app.ini already: …
`,
  );
  checkUwsgiRule(
    includeLoop,
    `[uwsgi]
ini = :wrker
;     ^^^^^^ warning: There is no section [wrker] in this file: uWSGI reads nothing there
[worker]
master = true
`,
  );
});

test('files and sections that are there', () => {
  const base = readUwsgi('[uwsgi]\nmaster = true\n[x]\nvacuum = true\n', '/srv/site/base.ini');
  checkUwsgiRule(
    includeLoop,
    `[uwsgi]
ini = base.ini
ini = %dbase.ini:x
ini = nowhere.ini
if-env = A
ini = %p
endif =
`,
    { uwsgiFile: (path) => (path === base.path ? base : undefined) },
  );
});
