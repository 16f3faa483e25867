import { test } from 'node:test';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
import { runAsRoot } from './run-as-root.ts';

test('root by name and by number', () => {
  checkUwsgiRule(
    runAsRoot,
    `[uwsgi]
uid = root
;     ^^^^ information: The app runs as root: name a user with fewer rights
gid = root
`,
  );
});

test('other users, or none', () => {
  checkUwsgiRule(runAsRoot, '[uwsgi]\nuid = www-data\n');
  checkUwsgiRule(runAsRoot, '[uwsgi]\nuid = 1000\nsocket = :1\n');
});
