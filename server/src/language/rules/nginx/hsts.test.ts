import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { hsts } from './hsts.ts';

test('promises that don’t hold long, or at all', () => {
  checkNginxRule(
    hsts,
    `
server {
  listen 443 ssl;
  add_header Strict-Transport-Security max-age=86400;
#                                      ^^^^^^^^^^^^^ information: browsers keep to TLS for less than half a year
}
server {
  listen 80;
  add_header Strict-Transport-Security max-age=31536000;
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: browsers ignore this header over plain HTTP…
}
`,
  );
});

test('promises that do', () => {
  checkNginxRule(
    hsts,
    `
server {
  listen 80;
  listen 443 ssl;
  add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;
}
server { listen 443 ssl; add_header Strict-Transport-Security max-age=0; }
server { listen 80; add_header X-Strict max-age=5; }
`,
  );
});
