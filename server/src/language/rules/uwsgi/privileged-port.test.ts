import { test } from 'node:test';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
import { privilegedPort } from './privileged-port.ts';

test('low ports after the change of the user', () => {
  checkUwsgiRule(
    privilegedPort,
    `[uwsgi]
uid = www-data
http = :80
;      ^^^ warning: uWSGI is www-data already when it binds port 80, and exits: …
https = :443,a.crt,a.key
;       ^^^^ warning: uWSGI is www-data already when it binds port 443, …
fastrouter = 127.0.0.1:81
;            ^^^^^^^^^^^^ warning: uWSGI is www-data already …
`,
  );
});

test('a shared socket, a high port, root, or rights that are kept', () => {
  for (const lines of [
    ['uid = www-data', 'shared-socket = :80', 'http = =0'],
    ['uid = www-data', 'http = :8080', 'socket = 127.0.0.1:0', 'socket = /run/a.sock'],
    ['http = :80'],
    ['uid = 0', 'http = :80'],
    ['uid = www-data', 'master-as-root = true', 'http = :80'],
    ['uid = www-data', 'cap = net_bind_service', 'http = :80'],
    ['uid = www-data', 'fastrouter = :3030', 'fastrouter-to = 10.0.0.1:81'],
  ])
    checkUwsgiRule(privilegedPort, `[uwsgi]\n${lines.join('\n')}\n`);
});
