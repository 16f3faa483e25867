import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { numberValue } from './number-value.ts';

test('units, text and numbers out of range', () => {
  checkUwsgiRule(
    numberValue,
    `[uwsgi]
limit-as = 1G
;          ^^ warning: uWSGI reads 1 megabytes here: …
processes = abc
;           ^^^ warning: uWSGI reads 0 here: …
buffer-size = 131072
;             ^^^^^^ warning: uWSGI takes 65535 here: buffer-size ends at that
threads = -1
;         ^^ error: uWSGI does not start with a negative threads
max-requests = -3
;              ^^ warning: uWSGI knows no negative number here: …
harakiri = 99999999999
;          ^^^^^^^^^^^ warning: uWSGI cannot hold this number: …
`,
  );
});

test('says what is meant', () => {
  const fixed = (line: string) => fixedBy(numberValue, `[uwsgi]\n${line}\n`).split('\n')[1];
  assert.equal(fixed('limit-as = 1G'), 'limit-as = 1024');
  assert.equal(fixed('buffer-size = 32k'), 'buffer-size = 32768');
  assert.equal(fixed('harakiri = 30s'), 'harakiri = 30');
});

test('plain numbers and what is not known', () => {
  checkUwsgiRule(
    numberValue,
    '[uwsgi]\nprocesses = 4\nthreads = %(n)\nn = 2\nharakiri = $(H)\nworkers = %k\n' +
      'cheaper = {{ n }}\nlisten = %(n)\nprocesses = "4"\nfastrouter-use-socket =\nchdir = 1k\n',
  );
});
