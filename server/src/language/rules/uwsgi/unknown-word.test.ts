import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { unknownWord } from './unknown-word.ts';

test('words that no option knows', () => {
  checkUwsgiRule(
    unknownWord,
    `[uwsgi]
protocol = fcgi
;          ^^^^ warning: protocol knows no "fcgi". …
subscription-algo = lcr
;                   ^^^ warning: subscription-algo knows no "lcr" and takes wrr instead. …
route = ^/x adheader:A: b
;           ^^^^^^^^ warning: route knows no "adheader". Did you mean "addheader"?
route-if = equals:a;b log:x
;          ^^^^^^ warning: route-if knows no "equals". Did you mean "equal"?
log-encoder = jsn {}
;             ^^^ warning: log-encoder knows no "jsn". …
logger = errors flie:/var/log/x
;               ^^^^ warning: logger knows no "flie". …
unshare = pid,nett
;             ^^^^ warning: unshare knows no "nett". …
`,
  );
  assert.equal(fixedBy(unknownWord, '[uwsgi]\nroute-run = lst:\n'), '[uwsgi]\nroute-run = last:\n');
});

test('words that are known, or not yet', () => {
  checkUwsgiRule(
    unknownWord,
    `[uwsgi]
protocol = http
subscription-algo = $(ALGO)
route = ^/x addheader:A: b
route-if = equal:\${HTTP_HOST};b log:x
route-label = nothing
log-encoder = json {"a":"\${msg}"}
logger = errors file:/var/log/x
logger = syslog
req-logger = {{ logger }}
hook-asap = print:hello
alarm = mine cmd:cat
loop = gevent
`,
  );
});
