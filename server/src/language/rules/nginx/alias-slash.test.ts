import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { aliasSlash } from './alias-slash.ts';

test('a folder whose name grows', () => {
  checkNginxRule(
    aliasSlash,
    `
server {
  location /static/ { alias /srv/www; }
#                           ^^^^^^^^ warning: \`/static/a\` is read from /srv/wwwa: the slash is missing here
  location /img/ { alias "/srv/$host/img"; }
#                        ^^^^^^^^^^^^^^^^ warning: \`/img/a\` is read from /srv/$host/imga: the slash is missing here
}
`,
  );
});

test('folders that are joined well', () => {
  checkNginxRule(
    aliasSlash,
    `
server {
  location /a/ { alias /srv/a/; }
  location /b { alias /srv/b; }
  location = /c/ { alias /srv/c; }
  location ~ ^/d/(.*)$ { alias /srv/d/$1; }
  location /e/ { alias $folder; }
}
`,
  );
});
