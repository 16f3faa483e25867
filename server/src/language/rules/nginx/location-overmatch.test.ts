import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { locationOvermatch } from './location-overmatch.ts';

test('paths that end within a word', () => {
  checkNginxRule(
    locationOvermatch,
    `
server {
  location /admin { deny all; }
#          ^^^^^^ information: this also takes /adminx: nginx compares signs, not parts of the path
  location ^~ /a/b { deny all; }
#             ^^^^ information: this also takes /a/bx…
}
`,
  );
});

test('paths that end with themselves', () => {
  checkNginxRule(
    locationOvermatch,
    `
server {
  location / { deny all; }
  location /admin/ { deny all; }
  location = /admin { deny all; }
  location ~ /admin { deny all; }
  location /favicon.ico { deny all; }
  location @app { deny all; }
}
`,
  );
});
