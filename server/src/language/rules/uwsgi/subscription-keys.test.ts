import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { subscriptionKeys } from './subscription-keys.ts';

test('keys that uWSGI passes over', () => {
  checkUwsgiRule(
    subscriptionKeys,
    `[uwsgi]
subscribe2 = server=127.0.0.1:1, key=a
;                               ^^^^ error: The blank belongs to the key: uWSGI passes over " key"
subscribe2 = Server=127.0.0.1:1,key=a
;            ^^^^^^ error: uWSGI passes over "Server". Did you mean "server"?
subscribe2 = server=127.0.0.1:1,key=a,algo=lrc
;                                     ^^^^ warning: uWSGI 2.0 passes over "algo": it is a key of 2.1
subscribe2 = server=127.0.0.1:1,key=a ,weight=x
;                                   ^^ error: The blanks belong to the value of "key"
;                                             ^ warning: "weight" wants a number
subscribe2 = server=127.0.0.1:1,key=a,modifier1=300,zzzzzzzz=1
;                                               ^^^ warning: "modifier1" ends at 255: uWSGI takes 44
;                                                   ^^^^^^^^ warning: uWSGI passes over "zzzzzzzz": …
`,
  );
});

test('nothing is sent', () => {
  checkUwsgiRule(
    subscriptionKeys,
    `[uwsgi]
subscribe2 = server=127.0.0.1:1
;            ^^^^^^^^^^^^^^^^^^ error: Without key uWSGI sends no subscription, and says nothing
subscribe2 = "server=127.0.0.1:1,key=a"
;            ^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Quotes belong to the value: …
subscribe-to = 127.0.0.1:1
;              ^^^^^^^^^^^ error: uWSGI wants ADDRESS:PORT:KEY here; …
`,
  );
});

test('good subscriptions, and those that a placeholder completes', () => {
  checkUwsgiRule(
    subscriptionKeys,
    `[uwsgi]
subscribe2 = server=%(router):3131,key=%(host),socket=1,modifier1=%(m)
subscribe2 = server=127.0.0.1:1,%(rest)
subscribe2 = {{ subscription }}
subscribe-to = /run/router.sock:example.org,5
subscribe = $(ROUTER)
`,
  );
});

test('fixes', () => {
  const text = '[uwsgi]\nsubscribe2 = server=127.0.0.1:1, key=a\n';
  assert.match(fixedBy(subscriptionKeys, text), /:1,key=a\n/);
  assert.match(fixedBy(subscriptionKeys, '[uwsgi]\nsubscribe2 = server=a:1,ky=b\n'), /,key=b\n/);
});

test('keys that no Host header is equal to', () => {
  checkUwsgiRule(
    subscriptionKeys,
    `[uwsgi]
subscribe2 = server=127.0.0.1:1,key=*.example.com
;                                   ^^^^^^^^^^^^^ warning: A star stands for itself here: …
subscribe2 = server=127.0.0.1:1,key=http://example.com/
;                                   ^^^^^^^^^^^^^^^^^^^ error: A key is a host name as browsers send it: …
subscribe2 = server=127.0.0.1:1,key=Example.com
;                                   ^^^^^^^^^^^ information: Capital letters count in a key, …
subscribe-to = 127.0.0.1:1: example.com
;                          ^^^^^^^^^^^^ error: The blanks belong to the key
subscribe-to = 127.0.0.1:1:*.example.com
;                          ^^^^^^^^^^^^^ warning: A star stands for itself here: …
subscribe-to = 127.0.0.1:1:example.com,5
subscribe-to = 127.0.0.1:1:@keys.txt
subscribe2 = server=127.0.0.1:1,key=.example.com
subscribe2 = server=127.0.0.1:1,key=localhost:8080
subscribe2 = server=127.0.0.1:1,key=%(Name)
`,
  );
  assert.equal(
    fixedBy(subscriptionKeys, '[uwsgi]\nsubscribe2 = server=127.0.0.1:1,key=*.a.b\n'),
    '[uwsgi]\nsubscribe2 = server=127.0.0.1:1,key=.a.b\n',
  );
});
