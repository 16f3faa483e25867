import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { snapshot } from '../../testing/workspace.ts';

const found = (files: Readonly<Record<string, string>>) =>
  [...createLanguage().check(snapshot(files))].flatMap(([path, findings]) =>
    findings.filter(({ rule }) => rule === 'uwsgi/daemonize').map(() => path),
  );

test('a vassal that leaves its emperor', () => {
  const vassal = '[uwsgi]\nhttp-socket = 127.0.0.1:9090\ndaemonize = /var/log/app.log\n';
  const emperor = '[uwsgi]\nemperor = /w/vassals\n';
  assert.deepEqual(found({ '/w/emperor.ini': emperor, '/w/vassals/a.ini': vassal }), [
    '/w/vassals/a.ini',
  ]);
  assert.deepEqual(found({ '/w/uwsgi.ini': vassal }), []);
});
