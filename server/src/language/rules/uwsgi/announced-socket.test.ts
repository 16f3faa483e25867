import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { snapshot } from '../../testing/workspace.ts';
import { announcedSocket } from './announced-socket.ts';

test('sockets that a router cannot use', () => {
  checkUwsgiRule(
    announcedSocket,
    `[uwsgi]
http-socket = 127.0.0.1:8080
socket = 127.0.0.1:0
subscribe2 = server=127.0.0.1:3131,key=a
;<<<<<<<<< error: This announces http-socket 127.0.0.1:8080, but a router speaks the uwsgi protocol: …
subscribe2 = server=127.0.0.1:3131,key=a,socket=2
;                                               ^ warning: There is no socket number 2, they count from 0: …
`,
  );
  checkUwsgiRule(
    announcedSocket,
    `[uwsgi]
socket = 0.0.0.0:3031
;        ^^^^^^^^^^^^ warning: This is announced as it stands: the router connects to port 3031 of its own machine. …
socket = [::1]:3032
;        ^^^^^^^^^^ error: A router cannot connect to IPv6, …
socket = app.local:3033
;        ^^^^^^^^^^^^^^ error: A router cannot connect to a host name, …
subscribe-to = 127.0.0.1:3131:a
subscribe2 = server=127.0.0.1:3131,key=a,socket=1
subscribe2 = server=127.0.0.1:3131,key=a,socket=2
`,
  );
  checkUwsgiRule(
    announcedSocket,
    `[uwsgi]
subscribe-to = 127.0.0.1:3131:a
;<<<<<<<<<<< error: No worker socket to announce: uWSGI sends nothing, …
`,
  );
});

test('the fix names a socket that speaks the protocol', () => {
  assert.equal(
    fixedBy(
      announcedSocket,
      '[uwsgi]\nhttp-socket = :8080\nsocket = a.sock\nsubscribe2 = server=127.0.0.1:1,key=a\n',
    ),
    '[uwsgi]\nhttp-socket = :8080\nsocket = a.sock\nsubscribe2 = server=127.0.0.1:1,key=a,socket=1\n',
  );
  assert.equal(
    fixedBy(announcedSocket, '[uwsgi]\nsocket = :1\nsubscribe2 = server=127.0.0.1:2,key=a\n'),
    '[uwsgi]\nsocket = 127.0.0.1:1\nsubscribe2 = server=127.0.0.1:2,key=a\n',
  );
});

test('sockets that can be used, and what is not decided here', () => {
  const sub = 'subscribe2 = server=127.0.0.1:3131,key=a';
  const sound = [
    `socket = 127.*:0\n${sub}`,
    `socket = :0\n${sub}`,
    `socket = /run/a.sock\nhttp-socket = :1\n${sub}`,
    `shared-socket = 127.0.0.1:1\nsocket = =0\n${sub}`,
    `socket = :1\n${sub},addr=10.0.0.5:1`,
    `${sub},addr=10.0.0.5:1`,
    `http = :8080\n${sub}`,
    `ini = other.ini\n${sub}`,
    `socket = %(where)\n${sub}`,
    `if-env = A\nsocket = :1\nendif =\n${sub}`,
    'socket = :1\nsubscribe2 = server=127.0.0.1:3131',
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
