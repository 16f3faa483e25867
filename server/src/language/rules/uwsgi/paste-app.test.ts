import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk } from '../../testing/around.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { checkUwsgiRule, uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { pasteApp } from './paste-app.ts';

const disk = fakeDisk({
  '/srv/site/app.ini': '',
  '/srv/site/development.ini': '[app:main]\nuse = egg:site\n[pipeline:front]\n[server:main]\n',
  '/srv/site/api.ini': '[composite:api]\nuse = egg:x\n',
  '/srv/site/log.ini': '[loggers]\nkeys = root\n',
});
const check = (text: string) => checkUwsgiRule(pasteApp, text, { disk });
const fixed = (text: string) => {
  const fix = runRule(pasteApp, uwsgiFile(text, undefined, { disk }))[0]?.fixes[0];
  assert.ok(fix);
  return applyFix(text, fix);
};

test('values that PasteDeploy does not take', () => {
  check(`[uwsgi]
paste = development.ini
;       ^^^^^^^^^^^^^^^ error: PasteDeploy wants a scheme here, …
paste = config:development.ini#front
;       ^^^^^^^^^^^^^^^^^^^^^^ error: PasteDeploy takes no relative path here: …
`);
  assert.equal(
    fixed('[uwsgi]\npaste = config:./development.ini#front\n'),
    '[uwsgi]\npaste = config:%ddevelopment.ini#front\n',
  );
  assert.equal(fixed('[uwsgi]\npaste = /a/b.ini\n'), '[uwsgi]\npaste = config:/a/b.ini\n');
});

test('a file without the app', () => {
  check(`[uwsgi]
paste = config:%d/api.ini
;       ^^^^^^^^^^^^^^^^^ error: api.ini has no [app:main], but api: uWSGI does not start
paste = config:/srv/site/development.ini#fron
;                                        ^^^^ error: development.ini has no [app:fron], but main, front: …
paste = config:/srv/site/log.ini
;       ^^^^^^^^^^^^^^^^^^^^^^^^ error: log.ini has no app at all: …
ini-paste = api.ini
;           ^^^^^^^ error: api.ini has no [app:main], …
`);
  assert.equal(
    fixed('[uwsgi]\npaste = config:/srv/site/api.ini\n'),
    '[uwsgi]\npaste = config:/srv/site/api.ini#api\n',
  );
  assert.match(fixed('[uwsgi]\npaste = config:/srv/site/development.ini#fron\n'), /#front\n/);
});

test('a file that does not exist', () => {
  check(`[uwsgi]
paste = config:/srv/site/gone.ini
;       ^^^^^^^^^^^^^^^^^^^^^^^^^ error: There is no file /srv/site/gone.ini: uWSGI does not start
ini-paste = gone.ini
;           ^^^^^^^^ warning: There is no file /srv/site/gone.ini: …
`);
});

test('values that are right, or of which nothing is known', () => {
  for (const line of [
    ...['paste = config:%p/../development.ini', 'paste = config:/srv/site/development.ini#front'],
    ...['paste = egg:Site#app', 'ini-paste = development.ini', 'paste = config:/opt/x.ini'],
    ...['paste = config:$(FILE)', 'paste = {{ paste }}', 'ini-paste-logged = %d/development.ini'],
  ]) {
    check(`[uwsgi]\n${line}\n`);
  }
  checkUwsgiRule(pasteApp, '[uwsgi]\nini-paste = gone.ini\npaste = config:/srv/gone.ini\n');
});
