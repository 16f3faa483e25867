import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { keyvalKeys } from './keyval-keys.ts';

test('keys that an option does not know', () => {
  checkUwsgiRule(
    keyvalKeys,
    `[uwsgi]
cache2 = name=a,items=10,blocksze=100
;                        ^^^^^^^^ warning: uWSGI passes over "blocksze". Did you mean "blocksize"?
cache2 = name=a, items=10
;               ^^^^^^ warning: The blank belongs to the key: uWSGI passes over " items"
attach-daemon2 = cmd=sleep 1,stop-signal=2
;                            ^^^^^^^^^^^ warning: uWSGI passes over "stop-signal". Did you mean "stopsignal"?
cron2 = minut=5,hour=2 true
;       ^^^^^ warning: uWSGI passes over "minut". Did you mean "minute"?
sharedarea = pages=1,colour=red
;                    ^^^^^^ warning: uWSGI passes over "colour": sharedarea knows pages, …
attach-daemon2 = cmd=run a,b
;                          ^ warning: No key of attach-daemon2: a comma divides the items, …
cache2 = "name=a,items=10"
;        ^^^^^^^^^^^^^^^^^ warning: Quotes belong to the value: …
`,
  );
  assert.equal(
    fixedBy(keyvalKeys, '[uwsgi]\ncache2 = name=a, items=10\n'),
    '[uwsgi]\ncache2 = name=a,items=10\n',
  );
  assert.equal(
    fixedBy(keyvalKeys, '[uwsgi]\nmetric = name=a,tpye=gauge\n'),
    '[uwsgi]\nmetric = name=a,type=gauge\n',
  );
});

test('keys that are missing', () => {
  checkUwsgiRule(
    keyvalKeys,
    `[uwsgi]
cache2 = name=a
;        ^^^^^^ error: cache2 needs items=NUMBER: uWSGI does not start without
attach-daemon2 = touch=a
;                ^^^^^^^ error: attach-daemon2 needs cmd=COMMAND: uWSGI does not start without
metric-threshold = alarm=a
;                  ^^^^^^^ error: metric-threshold needs key=NAME and value=NUMBER: …
`,
  );
});

test('lists that are right, of another form, or not known yet', () => {
  checkUwsgiRule(
    keyvalKeys,
    `[uwsgi]
cache2 = name=a,max_items=10,blocksize=100
cache2 = %(rest)
cache2 = name=a,{{ rest }}
cron2 = true
cron2 = unique=1 echo a,b=c
metric = requests
sharedarea = 10
attach-daemon2 = cmd=run a\\,b,freq=3
legion-attach-daemon2 = x
subscribe2 = sever=127.0.0.1:1
`,
  );
});
