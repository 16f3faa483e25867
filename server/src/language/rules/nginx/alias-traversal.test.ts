import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { aliasTraversal } from './alias-traversal.ts';

test('a folder that one can climb out of', () => {
  checkNginxRule(
    aliasTraversal,
    `
server {
  location /files { alias /srv/files/; }
#          ^^^^^^ warning: anybody can read files outside of /srv/files/: \`/files../\` leads to the folder above it
  location ^~ "/img" { alias /srv/img/; }
#          ^^^^^^^^^ warning: anybody can read files outside of /srv/img/: \`/img../\` leads to the folder above it
}
`,
  );
});

test('folders that one cannot', () => {
  checkNginxRule(
    aliasTraversal,
    `
server {
  location /a/ { alias /srv/a/; }
  location /b { alias /srv/b; }
  location = /c { alias /srv/c/; }
  location ~ ^/d { alias /srv/d/; }
  location /e { root /srv/e/; }
}
`,
  );
});
