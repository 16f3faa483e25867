import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { optionWithoutEffect } from './option-without-effect.ts';

const check = (text: string) => checkUwsgiRule(optionWithoutEffect, text);

test('options that change another one, which is not there', () => {
  check(`[uwsgi]
http-socket = :8080
http-timeout = 300
;<<<<<<<<<<< information: http-timeout has no effect: only an address in \`http\` or \`https\` starts the HTTP router, \`http-socket\` does not
chmod-socket = 660
;<<<<<<<<<<< information: chmod-socket has no effect: it is for unix sockets, and there is none
processes = 4
cheaper-step = 2
;<<<<<<<<<<< information: cheaper-step has no effect: it is for workers that come and go, and \`cheaper\` is not set
max-requests-delta = 10
;<<<<<<<<<<<<<<<<< information: max-requests-delta has no effect: \`max-requests\` is not set
log-slow = 100
;<<<<<<< information: log-slow has no effect: every request is logged as long as \`disable-logging\` is not set
subscription-tolerance = 30
;<<<<<<<<<<<<<<<<<<<<< information: subscription-tolerance has no effect: it is for a router, and no subscription server is set
emperor-freq = 1
;<<<<<<<<<<< information: emperor-freq has no effect: it is for the instance that has the option \`emperor\`
`);
  check(`[uwsgi]
master = true
socket = :3031
subscribe-freq = 5
;<<<<<<<<<<<<< information: subscribe-freq has no effect: without \`subscribe2\` nothing is announced
static-expires = *.css 60
;<<<<<<<<<<<<< information: static-expires has no effect: …
stats-http = true
;<<<<<<<<< information: stats-http has no effect: …
fastrouter-subscription-server = :3131
;<<<<<<<<<<<<<<<<<<<<<<<<<<<<< information: fastrouter-subscription-server has no effect: only an address in \`fastrouter\` starts the router
`);
  assert.equal(
    fixedBy(optionWithoutEffect, '[uwsgi]\nsocket = :1\ndie-on-idle = true\nmaster = true\n'),
    '[uwsgi]\nsocket = :1\nmaster = true\n',
  );
});

test('the same options beside what they need, or where that may be', () => {
  for (const lines of [
    ['http = :8080', 'http-timeout = 300', 'http-keepalive = 1'],
    ['https = :443,a.crt,a.key', 'http-timeout = 300'],
    ['socket = /run/app.sock', 'chmod-socket = 660', 'chown-socket = a:b'],
    ['socket = $(SOCKET)', 'chmod-socket = 660'],
    ['fastrouter = :1', 'fastrouter-to = :2', 'fastrouter-subscription-server = :3'],
    ['fastrouter = :1', 'fastrouter-subscription-server = :3', 'subscription-tolerance = 9'],
    ['fastrouter = :1', 'fastrouter-stats = :4', 'stats-http = true'],
    ['cheaper = 2', 'processes = 9', 'cheaper-initial = 3', 'cheaper-busyness-max = 50'],
    ['disable-logging = true', 'log-4xx = true', 'harakiri = 9', 'harakiri-verbose = true'],
    ['socket = :1', 'subscribe2 = server=127.0.0.1:1,key=a', 'subscribe-freq = 3'],
    ['ini = other.ini', 'http-timeout = 3'],
    ['master = false', 'stats-http = true', 'stats = :1'],
    ['socket = :1', 'fastrouter-zerg = /run/zerg', 'fastrouter-timeout = 9'],
    ['if-env = X', 'http-timeout = 3', 'endif ='],
    ['route-run = static:/srv', 'static-expires = *.css 60'],
  ])
    check(`[uwsgi]\n${lines.join('\n')}\n`);
});

test('a piece that others bring in', () => {
  check('[uwsgi]\nfastrouter-timeout = 20\n');
});

test('a line that starts the master process stays', () => {
  const [finding] = check(`[uwsgi]
socket = :1
cheaper-step = 2
;<<<<<<<<<<< information: cheaper-step has no effect: …
`);
  assert.deepEqual(finding?.fixes, []);
});
