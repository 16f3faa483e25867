import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { snapshot } from '../../testing/workspace.ts';
import { listenConflict } from './listen-conflict.ts';

test('addresses that clash', () => {
  checkNginxRule(
    listenConflict,
    `
http {
  server {
    listen 80 default_server backlog=64;
    listen *:80;
#          ^^^^ error: this server listens at 0.0.0.0:80 already
    listen unix:/a; listen unix:/a;
#                          ^^^^^^^ error: this server listens at unix:/a already
    listen [::1]:80 default_server;
  }
  server { listen 0.0.0.0:80 default_server; }
#                 ^^^^^^^^^^ error: 0.0.0.0:80 has a default server already
  server { listen 79-81 reuseport; }
#                 ^^^^^ error: another server sets options for the socket 0.0.0.0:80 already
  server { listen [0:0::1]:80 default; }
#                 ^^^^^^^^^^^ error: [0:0:0:0:0:0:0:1]:80 has a default server already
}
`,
  );
});

test('addresses that do not', () => {
  checkNginxRule(
    listenConflict,
    `
http {
  server { listen 80 default_server; listen 81; listen 127.0.0.1:80 default_server; listen [::]:80 default_server; }
  server { listen 80; listen {{ a }}; listen {{ a }}; listen 90 quic reuseport; listen 90 ssl reuseport; }
}
stream { server { listen 80; } server { listen 53 udp; listen 53; } }
`,
  );
});

test('two files of one configuration', () => {
  const findings = createLanguage().check(
    snapshot({
      '/w/nginx.conf': 'events {}\nhttp {\n  include conf.d/*.conf;\n}\n',
      '/w/conf.d/a.conf': 'server { listen 1 default_server; }\n',
      '/w/conf.d/b.conf': 'server { listen 1 default_server; }\n',
    }),
  );
  const found = [...findings.values()].flat().filter(({ rule }) => rule === listenConflict.id);
  assert.deepEqual(
    found.map(({ path, related }) => [path, related.map((place) => place.path)]),
    [['/w/conf.d/b.conf', ['/w/conf.d/a.conf']]],
  );
});
