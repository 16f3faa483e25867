import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { allowWithoutDeny } from './allow-without-deny.ts';

test('a list that keeps nobody out', () => {
  checkNginxRule(
    allowWithoutDeny,
    `
location /admin {
  allow 10.0.0.0/8;
  allow 192.168.0.0/16;
# ^^^^^^^^^^^^^^^^^^^^ warning: nobody is kept out: without \`deny all\` behind it \`allow\` has no effect
}
`,
  );
});

test('lists that keep some out, or say that they do not', () => {
  checkNginxRule(
    allowWithoutDeny,
    `
server {
  location /a { allow 10.0.0.0/8; deny all; }
  location /b { allow all; }
  location /c { allow 10.0.0.0/8; include deny.conf; }
  location /d { deny 10.0.0.1; }
}
`,
  );
});
