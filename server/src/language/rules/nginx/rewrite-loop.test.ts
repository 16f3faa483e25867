import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { rewriteLoop } from './rewrite-loop.ts';

test('rewrites without an end', () => {
  checkNginxRule(
    rewriteLoop,
    `
server {
  location / { rewrite ^ /index.php last; }
#              ^^^^^^^^^^^^^^^^^^^^^^^^^ warning: leads into the same location again and again: nginx answers 500 after ten rounds
  location /app { rewrite ^(.*)$ /app/main$1; }
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: leads into the same location again and again: nginx answers 500 after ten rounds
}
`,
  );
});

test('rewrites that lead elsewhere, or stay', () => {
  checkNginxRule(
    rewriteLoop,
    `
server {
  location / { rewrite ^ /index.php last; }
  location ~ \\.php$ { return 200 php; }
}
server { location / { rewrite ^ /index.html break; } }
server { location / { rewrite ^/old/(.*)$ /new/$1 last; } }
server { location /a { rewrite ^ /b last; } }
server { location / { rewrite ^ /app/x last; } location /app/ { return 200 ok; } }
server { location / { if ($uri ~ x) { break; } rewrite ^ /x last; } }
`,
  );
});
