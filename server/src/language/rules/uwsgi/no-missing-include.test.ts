import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk, readUwsgi } from '../../testing/around.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { checkUwsgiRule, uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { noMissingInclude } from './no-missing-include.ts';

const parts: Record<string, string> = {
  '/srv/site/conf/base.ini': '[uwsgi]\nini = log.ini\n',
  '/srv/site/conf/log.ini': '[uwsgi]\nlog-date = true\n',
  '/srv/site/conf/good.ini': '[uwsgi]\nini = %dlog.ini\n',
  '/srv/top.ini': '[uwsgi]\n',
};
const given = {
  disk: fakeDisk({ '/srv/site/app.ini': '', '/srv/site/base.xml': '', ...parts }),
  uwsgiFile: (path: string) => {
    const text = path.endsWith('top.ini') ? undefined : parts[path];
    return text === undefined ? undefined : readUwsgi(text, path);
  },
};
const check = (text: string) => checkUwsgiRule(noMissingInclude, text, given);

test('a file that does not exist', () => {
  check(`[uwsgi]
ini = gone.ini
;     ^^^^^^^^ warning: There is no file /srv/site/gone.ini: uWSGI does not start
ini = %d/gone.ini:worker
;     ^^^^^^^^^^^^^^^^^^ error: There is no file /srv/site/gone.ini: …
inherit = /srv/site/conf/no.ini
;         ^^^^^^^^^^^^^^^^^^^^^ error: There is no file /srv/site/conf/no.ini: …
`);
});

test('a file beside the one that names it, which is not where uWSGI is started', () => {
  const text = '[uwsgi]\nini = conf/base.ini\n';
  check(
    `${text};     ^^^^^^^^^^^^^ error: "log.ini" counts from the folder that uWSGI is started in (/srv/site), …\n`,
  );
  const [finding] = runRule(noMissingInclude, uwsgiFile(text, undefined, given));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(finding?.related[0]?.path, '/srv/site/conf/base.ini');
  assert.equal(fix.edits[0]?.path, '/srv/site/conf/base.ini');
  assert.equal(
    applyFix(parts['/srv/site/conf/base.ini'] ?? '', fix),
    parts['/srv/site/conf/good.ini'],
  );
});

test('files that are there, or may be', () => {
  for (const line of [
    ...['ini = conf/log.ini', 'ini = conf/good.ini', 'ini = top.ini', 'ini = $(X).ini'],
    ...['ini = /opt/base.ini', 'include = base.xml', 'if-env = X\nini = gone.ini\nendif ='],
    ...['ini = http://config/x.ini', 'ini = :worker', 'ini = {{ base }}.ini'],
  ]) {
    check(`[uwsgi]\n${line}\n`);
  }
  checkUwsgiRule(noMissingInclude, '[uwsgi]\nini = gone.ini\n');
});
