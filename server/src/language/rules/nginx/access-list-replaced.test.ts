import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { accessListReplaced } from './access-list-replaced.ts';

test('a list that opens what was closed', () => {
  checkNginxRule(
    accessListReplaced,
    `
server {
  allow 10.0.0.0/8;
  deny all;
  location /a {
    deny 10.0.0.9;
#   ^^^^^^^^^^^^^ warning: this list replaces the one around: everybody whom it does not name is let in here
  }
}
`,
  );
});

test('lists that stay closed, or were open before', () => {
  checkNginxRule(
    accessListReplaced,
    `
http {
  server {
    deny all;
    location /a { deny 10.0.0.9; allow 10.0.0.0/8; deny all; }
    location /b { deny 10.0.0.9; allow all; }
    location /c { deny 10.0.0.9; include list.conf; }
  }
  server {
    deny 10.0.0.1;
    location /a { deny 10.0.0.9; }
  }
}
`,
  );
});
