import { test } from 'node:test';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
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
listen = %(backlog)
;        ^^^^^^^^^^ warning: uWSGI reads 0 here: …
backlog = 5
`,
  );
});

test('plain numbers and what is not known', () => {
  checkUwsgiRule(
    numberValue,
    '[uwsgi]\nprocesses = 4\nthreads = %(n)\nn = 2\nharakiri = $(H)\nworkers = %k\n' +
      'cheaper = {{ n }}\nfastrouter-use-socket =\nchdir = 1k\n',
  );
});
