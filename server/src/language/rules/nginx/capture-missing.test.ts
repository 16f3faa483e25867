import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { captureMissing } from './capture-missing.ts';

test('groups that there are not', () => {
  checkNginxRule(
    captureMissing,
    `
server {
  rewrite ^/a/(.*)$ /b/$2 last;
#                      ^^ warning: \`$2\` is empty: the expression has one group only
  rewrite ^/c/.*$ /d/$1 last;
#                    ^^ warning: \`$1\` is empty: the expression has no group
}
`,
  );
});

test('groups that there are', () => {
  checkNginxRule(
    captureMissing,
    `
server {
  rewrite ^/a/(.*)/(?:b)(c)$ /b/$2/$1 last;
  rewrite ^/c/(?<rest>.*)$ /d/$1 last;
  location ~ ^/(.*)$ { return 301 /x/$1; }
}
`,
  );
});
