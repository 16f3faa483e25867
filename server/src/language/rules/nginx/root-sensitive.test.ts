import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { rootSensitive } from './root-sensitive.ts';

test('folders that are not for everybody', () => {
  checkNginxRule(
    rootSensitive,
    `
server {
  root /etc/;
#      ^^^^^ warning: everybody can read what nginx may read below /etc
  location /logs/ { alias /var/log/; }
#                         ^^^^^^^^^ warning: everybody can read what nginx may read below /var/log
  location /all/ { alias /; }
#                        ^ warning: everybody can read what nginx may read below /
  location /conf { root /stack; }
#                       ^^^^^^ warning: this offers the folder of nginx.conf, configuration and all
}
`,
  );
});

test('folders for everybody', () => {
  checkNginxRule(
    rootSensitive,
    `
server {
  root /var/www;
  location /a/ { alias /srv/a/; }
  location /srv/ { root /; }
  location /b { root /stack/html; }
}
`,
  );
});
