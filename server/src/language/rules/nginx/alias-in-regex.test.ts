import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { aliasInRegex } from './alias-in-regex.ts';

test('one file for all', () => {
  checkNginxRule(
    aliasInRegex,
    `
server {
  location ~ ^/img/ { alias /srv/img/; }
#                           ^^^^^^^^^ warning: every request for this location is answered from "/srv/img/" itself: in a regular expression nginx puts nothing behind it
}
`,
  );
});

test('files by their names', () => {
  checkNginxRule(
    aliasInRegex,
    `
server {
  location ~ ^/img/(.*)$ { alias /srv/img/$1; }
  location ~* ^/favicon\\.ico$ { alias /srv/favicon.ico; }
  location /a/ { alias /srv/a/; }
  location ~ ^/b/ { root /srv; }
}
`,
  );
});
