import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { phpAnyFile } from './php-any-file.ts';

test('scripts that nobody has looked for', () => {
  checkNginxRule(
    phpAnyFile,
    `
server {
  location ~ \\.php$ {
    include fastcgi_params;
    fastcgi_pass 127.0.0.1:9000;
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: PHP gets paths here whose file nobody has looked for…
  }
}
`,
  );
});

test('scripts that are looked for', () => {
  checkNginxRule(
    phpAnyFile,
    `
server {
  location ~ \\.php$ { try_files $uri =404; fastcgi_pass 127.0.0.1:9000; }
  location ~ \\.php$ { include snippets/fastcgi-php.conf; fastcgi_pass 127.0.0.1:9000; }
  location ~ ^/index\\.php$ { fastcgi_pass 127.0.0.1:9000; }
  location / { fastcgi_pass 127.0.0.1:9000; }
}
`,
  );
});
