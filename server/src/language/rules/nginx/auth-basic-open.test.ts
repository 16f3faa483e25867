import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { authBasicOpen } from './auth-basic-open.ts';

test('a password that nobody is asked for', () => {
  checkNginxRule(
    authBasicOpen,
    `
http {
  server {
    location /a { auth_basic "staff only"; }
#                 ^^^^^^^^^^^^^^^^^^^^^^^ warning: nobody is asked for a password here: \`auth_basic_user_file\` is missing
    location /b { auth_basic_user_file users; }
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: nobody is asked for a password here: \`auth_basic\` is missing
  }
}
`,
  );
});

test('passwords that are asked for, and none', () => {
  checkNginxRule(
    authBasicOpen,
    `
http {
  auth_basic_user_file users;
  server {
    location /a { auth_basic "staff only"; }
    location /b { auth_basic off; }
  }
  server {
    auth_basic "staff only";
    location / { auth_basic_user_file users; }
  }
}
`,
  );
  checkNginxRule(authBasicOpen, 'http { server { auth_basic x; include users.conf; } }');
});
