import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { proxyPassNormalized } from './proxy-pass-normalized.ts';

test('a path behind the address', () => {
  checkNginxRule(
    proxyPassNormalized,
    `
http { server {
  location /api/ { proxy_pass http://127.0.0.1:81/v1/; }
#                             ^^^^^^^^^^^^^^^^^^^^^^^ information: the program behind gets the decoded path…
} }
`,
  );
});

test('an address alone, or a variable', () => {
  checkNginxRule(
    proxyPassNormalized,
    `
http { server {
  location /a/ { proxy_pass http://127.0.0.1:81; }
  location /b/ { proxy_pass http://127.0.0.1:81/; }
  location /c/ { proxy_pass http://127.0.0.1:81$request_uri; }
} }
`,
  );
});
