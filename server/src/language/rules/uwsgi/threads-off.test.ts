import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk, installedUwsgi } from '../../testing/around.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { checkUwsgiRule, uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { threadsOff } from './threads-off.ts';

const disk = fakeDisk({
  '/srv/site/app.ini': '',
  '/srv/site/app.py': 'import threading\nthreading.Thread(target=print).start()\napplication = 1\n',
  '/srv/site/plain.py': 'import threading\nlock = threading.Lock()\n# Thread()\napplication = 1\n',
});
const given = { disk, installed: installedUwsgi() };

test('an app with threads of its own', () => {
  const text = '[uwsgi]\nplugins = python3\nsocket = :1\nmodule = app\n';
  checkUwsgiRule(
    threadsOff,
    `${text};<<<<< information: app.py starts threads (Thread), which uWSGI 2.0.21-debian lets run only while it serves a request, …\n`,
    given,
  );
  const fix = runRule(threadsOff, uwsgiFile(text, undefined, given))[0]?.fixes[0];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), `${text}enable-threads = true\n`);
});

test('threads that run, an app without, a newer uWSGI, or an unknown one', () => {
  for (const lines of [
    ['module = app', 'enable-threads = true'],
    ['module = app', 'threads = 4'],
    ['module = app', 'py-autoreload = 1'],
    ['wsgi-file = plain.py'],
    ['wsgi-file = gone.py'],
  ])
    checkUwsgiRule(threadsOff, `[uwsgi]\nplugins = python3\n${lines.join('\n')}\n`, given);
  const text = '[uwsgi]\nmodule = app\n';
  const newer = installedUwsgi({ version: '2.0.28' });
  checkUwsgiRule(threadsOff, text, { disk, installed: newer });
  checkUwsgiRule(threadsOff, text, { disk });
});
