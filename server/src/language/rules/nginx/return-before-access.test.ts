import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { returnBeforeAccess } from './return-before-access.ts';

test('guards that nobody passes', () => {
  checkNginxRule(
    returnBeforeAccess,
    `
server {
  location /a { allow 127.0.0.1; deny all; return 200 secret; }
#               ^^^^^^^^^^^^^^^ warning: \`allow\` is never asked: \`return\` answers before
  location /b { deny all; return 204; }
#               ^^^^^^^^ warning: \`deny\` is never asked: \`return\` answers before
  location /c { auth_basic x; auth_basic_user_file f; return 200 secret; }
#               ^^^^^^^^^^^^ warning: \`auth_basic\` is never asked: \`return\` answers before
  location /d { limit_req zone=z; return 200 ok; }
#               ^^^^^^^^^^^^^^^^ warning: \`limit_req\` is never asked: \`return\` answers before
}
`,
  );
});

test('answers that tell nothing, and guards of other blocks', () => {
  checkNginxRule(
    returnBeforeAccess,
    `
server {
  deny 10.0.0.1;
  location /a { deny all; return 404; }
  location /b { auth_basic off; return 200 ok; }
  location /c { allow all; return 200 ok; }
  location /d { deny all; return 301 https://a.test/; }
  location /e { deny all; if ($arg_a) { return 200 ok; } }
}
`,
  );
});
