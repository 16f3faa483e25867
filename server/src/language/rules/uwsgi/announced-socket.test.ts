import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { snapshot } from '../../testing/workspace.ts';
import { announcedSocket } from './announced-socket.ts';

test('no socket to announce, or none of that number', () => {
  checkUwsgiRule(
    announcedSocket,
    `[uwsgi]
subscribe-to = 127.0.0.1:3131:a
;<<<<<<<<<<< error: No worker socket to announce: uWSGI sends nothing, …
`,
  );
  checkUwsgiRule(
    announcedSocket,
    `[uwsgi]
socket = 127.0.0.1:0
subscribe2 = server=127.0.0.1:3131,key=a,socket=1
;                                               ^ warning: There is no socket number 1, they count from 0: …
`,
  );
  assert.equal(
    fixedBy(announcedSocket, '[uwsgi]\nsubscribe2 = server=127.0.0.1:1,key=a\n'),
    '[uwsgi]\nsocket = 127.0.0.1:0\nsubscribe2 = server=127.0.0.1:1,key=a\n',
  );
});

test('sockets that are there, and what is not decided here', () => {
  const sub = 'subscribe2 = server=127.0.0.1:3131,key=a';
  const sound = [
    `socket = 127.*:0\n${sub}`,
    `socket = /run/a.sock\nhttp-socket = :1\n${sub},socket=1`,
    `shared-socket = 127.0.0.1:1\nsocket = =0\n${sub}`,
    `${sub},addr=10.0.0.5:1`,
    `http = :8080\n${sub}`,
    `ini = other.ini\n${sub}`,
    `if-env = A\nsocket = :1\nendif =\n${sub}`,
    'socket = 127.0.0.1:0\nsubscribe2 = server=127.0.0.1:3131',
  ];
  for (const body of sound) checkUwsgiRule(announcedSocket, `[uwsgi]\n${body}\n`);
});

test('the socket may stand in the file that brings in the subscription', () => {
  const common = '[uwsgi]\nsubscribe2 = server=127.0.0.1:3131,key=a\n';
  const found = (main: string) =>
    [
      ...createLanguage()
        .check(snapshot({ '/w/main.ini': main, '/w/common.ini': common }))
        .values(),
    ]
      .flat()
      .filter(({ rule }) => rule === announcedSocket.id)
      .map(({ path }) => path);
  const main = '[uwsgi]\nmaster = true\nini = %d/common.ini\n';
  assert.deepEqual(found(`${main}socket = 127.0.0.1:0\n`), []);
  assert.deepEqual(found(main), ['/w/common.ini']);
});
