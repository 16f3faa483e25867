import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from './language.ts';
import { edited, snapshot } from './testing/workspace.ts';

const files = {
  '/nginx/nginx.conf': 'events {}\nhttp {\n  include parts/*.conf;\n  include types.conf;\n}\n',
  '/nginx/parts/site.conf':
    'server {\n  listen 1;\n  location / {\n    include inner.conf;\n  }\n}\n',
  '/nginx/inner.conf': 'include deep.conf;\n',
  '/nginx/deep.conf': 'allow all;\ninternal;\nlisten 80;\n',
  '/nginx/types.conf': 'root /srv;\nuwsgi_pass 127.0.0.1:1;\n',
} as const;

const messages = (found: ReadonlyMap<string, readonly { message: string; rule: string }[]>) =>
  [...found].flatMap(([path, findings]) =>
    findings
      .filter(({ rule }) => rule === 'nginx/directive-context')
      .map(({ message }) => `${path}: ${message}`),
  );

test('a part of a configuration stands where others include it', () => {
  assert.deepEqual(messages(createLanguage().check(snapshot(files))), [
    '/nginx/deep.conf: "listen" is not allowed in "location", only in "server", in "mail server" and in "stream server"',
    '/nginx/types.conf: "uwsgi_pass" is not allowed in "http", only in "location" and in "if in location"',
  ]);
});

test('it moves when the including file changes', () => {
  const language = createLanguage();
  language.check(snapshot(files));
  const moved = edited(
    files,
    '/nginx/parts/site.conf',
    'location / {',
    'location ~ a { uwsgi_pass 127.0.0.1:1;',
  );
  assert.equal(messages(language.check(snapshot(moved))).length, 2);
  const elsewhere = edited(files, '/nginx/nginx.conf', '  include types.conf;\n', '');
  assert.deepEqual(
    messages(language.check(snapshot(elsewhere))).map((text) => text.split(':')[0]),
    ['/nginx/deep.conf'],
  );
});

test('files that include each other, and a comment that says where', () => {
  const language = createLanguage();
  const round = {
    '/nginx/nginx.conf': 'events {}\nhttp { include a.conf; }\n',
    '/nginx/a.conf': 'include b.conf;\nserver { include a.conf; listen 1; }\n',
    '/nginx/b.conf': '# uwsgi-stack-context: server\nlisten 80;\ninclude a.conf;\n',
  };
  assert.ok(language.check(snapshot(round)) instanceof Map);
  const found = messages(language.check(snapshot(round)));
  assert.ok(!found.some((message) => message.startsWith('/nginx/b.conf: "listen"')));
});

test('a file that says nothing of itself is nginx’s where nginx includes it', () => {
  const language = createLanguage();
  const told = (include: string) => [
    ...language
      .check(
        snapshot({
          '/w/nginx.conf': `events { }\nhttp {\n  server { listen 80; }\n  ${include}\n}\n`,
          '/w/more.conf': 'add_heder X y;\n',
        }),
      )
      .keys(),
  ];
  assert.deepEqual(told(''), []);
  assert.deepEqual(told('include more.conf;'), ['/w/more.conf']);
  assert.deepEqual(told(''), []);
});
