import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { proxyPassVariable } from './proxy-pass-variable.ts';

test('one path for all', () => {
  checkNginxRule(
    proxyPassVariable,
    `
server {
  location / { proxy_pass http://$backend/; }
#                                        ^ warning: every request becomes \`/\`: with a variable in the address this is the whole path
  location /a/ { proxy_pass $scheme://$backend:80/x; }
#                                                ^^ warning: every request becomes \`/x\`: with a variable in the address this is the whole path
}
`,
  );
});

test('paths of the request', () => {
  checkNginxRule(
    proxyPassVariable,
    `
server {
  location / { proxy_pass http://$backend; }
  location ~ ^/a/(.*) { proxy_pass http://$backend/x/$1; }
  location = /b { proxy_pass http://$backend/x; }
  location /c/ { proxy_pass http://127.0.0.1/x; }
  location /d { proxy_pass http://$backend$request_uri; }
}
`,
  );
});
