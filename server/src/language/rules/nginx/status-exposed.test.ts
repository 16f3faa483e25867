import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { statusExposed } from './status-exposed.ts';

test('a status for everybody', () => {
  checkNginxRule(
    statusExposed,
    `
server {
  listen 80;
  location /status {
    stub_status;
#   ^^^^^^^^^^^ warning: everybody may read this status
  }
}
`,
  );
});

test('a status for some', () => {
  checkNginxRule(
    statusExposed,
    `
http {
  server { listen 80; location /a { stub_status; allow 127.0.0.1; deny all; } }
  server { listen 127.0.0.1:80; listen [::1]:80; location /b { stub_status; } }
  server { listen 80; auth_basic x; location /c { stub_status; } }
  server { listen 80; location /d { include staff.conf; stub_status; } }
}
`,
  );
});
