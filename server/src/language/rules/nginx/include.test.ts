import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { fakeDisk } from '../../testing/around.ts';
import { snapshot } from '../../testing/workspace.ts';
import { include } from './include.ts';

function found(files: Readonly<Record<string, string>>, onDisk: Readonly<Record<string, string>>) {
  const given = { ...snapshot(files), disk: fakeDisk(onDisk) };
  return [...createLanguage().check(given)].flatMap(([path, findings]) =>
    findings
      .filter(({ rule }) => rule === include.id)
      .map(({ level, message }) => `${path} ${level}: ${message}`),
  );
}

test('files that are not there', () => {
  const text = `events {}
http {
  include mime.type;
  include gone.conf;
  include extra;
  include scgi_params;
  include conf.d/*.conf;
  include /etc/nginx/mine.conf;
}
`;
  assert.deepEqual(found({ '/w/nginx.conf': text }, { '/w/mime.types': '', '/w/extra/a': '' }), [
    '/w/nginx.conf error: there is no file "mime.type"; did you mean "mime.types"?',
    '/w/nginx.conf warning: there is no file /w/gone.conf here: nginx does not start without it',
    '/w/nginx.conf error: "extra" is a folder: nginx includes files',
    '/w/nginx.conf information: there is no file /w/scgi_params here: nginx does not start without it',
    '/w/nginx.conf warning: there is no file /etc/nginx/mine.conf here: nginx does not start without it',
  ]);
});

test('a path that would be right from the including file', () => {
  const files = {
    '/w/nginx.conf': 'events {}\nhttp { include sites-enabled/a; }\n',
    '/w/sites-enabled/a': 'server { listen 1; include b.inc; }\n',
  };
  assert.deepEqual(found(files, { ...files, '/w/sites-enabled/b.inc': '' }), [
    '/w/sites-enabled/a warning: "b.inc" counts from the folder of the main file (/w), where it is not',
  ]);
});

test('circles', () => {
  const files = {
    '/nginx/nginx.conf': 'events {}\nhttp { include a.conf; include nginx.conf; }\n',
    '/nginx/a.conf': 'include b.conf;\n',
    '/nginx/b.conf': 'include a.conf;\n',
  };
  assert.deepEqual(found(files, files), [
    '/nginx/nginx.conf error: this file includes itself: nginx crashes on it',
    '/nginx/a.conf error: "b.conf" includes this file again: nginx crashes on it',
    '/nginx/b.conf error: "a.conf" includes this file again: nginx crashes on it',
  ]);
});

test('files that are there or may be, parts whose main file is unknown', () => {
  const text =
    'events {}\nhttp { include there.conf; include a*.conf; include {{ x }}; include sub/known.conf; }\n';
  const files = { '/w/nginx.conf': text, '/w/sub/known.conf': 'server { }\n' };
  assert.deepEqual(found(files, { '/w/there.conf': '' }), []);
  assert.deepEqual(found({ '/w/conf.d/a.conf': 'server { include gone; }\n' }, {}), []);
});

test('circles through a folder below the one that paths count from', () => {
  const files = {
    '/nginx/nginx.conf': 'events {}\nhttp { include conf.d/a.conf; }\n',
    '/nginx/conf.d/a.conf': 'include conf.d/b.conf;\n',
    '/nginx/conf.d/b.conf': 'include conf.d/*.conf;\n',
  };
  assert.deepEqual(found(files, files), [
    '/nginx/conf.d/a.conf error: "b.conf" includes this file again: nginx crashes on it',
    '/nginx/conf.d/b.conf error: "a.conf" includes this file again: nginx crashes on it',
  ]);
});
