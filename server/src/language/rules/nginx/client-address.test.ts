import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { clientAddress } from './client-address.ts';

test('addresses that the client chooses', () => {
  checkNginxRule(
    clientAddress,
    `
http {
  set_real_ip_from 0.0.0.0/0;
#                  ^^^^^^^^^ warning: every client may say which address it has: name the proxies that are trusted
  server {
    location / {
      uwsgi_param REMOTE_ADDR $http_x_real_ip;
#                             ^^^^^^^^^^^^^^^ warning: anybody can write this header: the application takes \`$http_x_real_ip\` for the client's address
      proxy_set_header X-Real-IP $http_x_forwarded_for;
#                                ^^^^^^^^^^^^^^^^^^^^^ warning: anybody can write this header: the application takes \`$http_x_forwarded_for\` for the client's address
    }
  }
}
`,
  );
});

test('addresses that nginx knows', () => {
  checkNginxRule(
    clientAddress,
    `
http {
  set_real_ip_from 10.0.0.0/8;
  server {
    real_ip_header proxy_protocol;
    set_real_ip_from 0.0.0.0/0;
    location / {
      uwsgi_param REMOTE_ADDR $remote_addr;
      proxy_set_header X-Real-IP $remote_addr;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Client $http_x_real_ip;
    }
  }
}
`,
  );
});
