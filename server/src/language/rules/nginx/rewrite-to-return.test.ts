import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { rewriteToReturn } from './rewrite-to-return.ts';

test('rewrites that a return can do', () => {
  checkNginxRule(
    rewriteToReturn,
    `
server {
  rewrite ^(.*)$ https://$host$1 permanent;
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: a \`return\` does the same without an expression: \`return 301 https://$host$request_uri;\`
  rewrite ^/(.*) http://a.test/$1 redirect;
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: a \`return\` does the same without an expression: \`return 302 http://a.test$request_uri;\`
  rewrite ^ https://a.test$request_uri? permanent;
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: a \`return\` does the same without an expression: \`return 301 https://a.test$request_uri;\`
}
`,
  );
});

test('rewrites that it cannot', () => {
  checkNginxRule(
    rewriteToReturn,
    `
server {
  rewrite ^/a/(.*)$ https://$host/$1 permanent;
  rewrite ^/(.*)$ /b/$1 last;
  rewrite ^(.*)$ https://a.test/$1 permanent;
  rewrite ^/old$ https://a.test/ permanent;
  rewrite ^(.*)$ https://a.test$1? permanent;
}
`,
  );
});
