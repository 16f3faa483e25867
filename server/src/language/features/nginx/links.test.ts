import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk } from '../../testing/around.ts';
import { askAt } from '../../testing/uwsgi-workspace.ts';
import { textOf } from '../../text/span.ts';

const disk = fakeDisk({
  '/w/nginx.conf': '',
  '/w/mime.types': '',
  '/w/tls/a.pem': '',
  '/srv/www/index.html': '',
  '/var/log/a.log': '',
  '/w/conf.d/c.conf': '',
});

const links = (text: string, path = '/w/nginx.conf') => {
  const files = {
    '/w/nginx.conf': 'http { include conf.d/*.conf; }',
    '/w/conf.d/a.conf': 'server { }',
    '/w/conf.d/b.conf': 'server { }',
  };
  const { features } = askAt({ ...files, [path]: `${text}<|>` }, disk);
  return features
    .links()
    .map(({ span, target, tooltip }) => [
      textOf(text, span),
      target,
      ...(tooltip ? [tooltip] : []),
    ]);
};

test('included files are links; a pattern leads to the first one', () => {
  assert.deepEqual(links('http { include "mime.types"; include conf.d/*.conf; include none; }'), [
    ['mime.types', '/w/mime.types'],
    ['conf.d/*.conf', '/w/conf.d/a.conf', 'a.conf, the first of 3 files'],
  ]);
  // Relative paths count from the folder of the main file.
  assert.deepEqual(links('server { include conf.d/b.conf; }', '/w/conf.d/a.conf'), [
    ['conf.d/b.conf', '/w/conf.d/b.conf'],
  ]);
});

test('certificates, logs, and the page of a folder', () => {
  assert.deepEqual(
    links(
      'http { ssl_certificate tls/a.pem; access_log /var/log/a.log; root /srv/www; server { } }',
    ),
    [
      ['tls/a.pem', '/w/tls/a.pem'],
      ['/var/log/a.log', '/var/log/a.log'],
      ['/srv/www', '/srv/www/index.html', 'index.html of this folder'],
    ],
  );
});

test('what is not there, not known or no file is no link', () => {
  assert.deepEqual(
    links(
      'http { ssl_certificate /n; root /w; access_log off; root $x; access_log a.log; server { } }',
    ),
    [],
  );
});
