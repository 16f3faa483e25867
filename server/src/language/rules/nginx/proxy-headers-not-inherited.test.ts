import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { proxyHeadersNotInherited } from './proxy-headers-not-inherited.ts';

test('headers that a block loses by one of its own', () => {
  checkNginxRule(
    proxyHeadersNotInherited,
    `
server {
  proxy_set_header Host $host;
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  location /ws/ {
    proxy_set_header Upgrade $http_upgrade;
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: this \`proxy_set_header\` makes the block lose Host, X-Forwarded-For of \`server\`
    proxy_set_header Connection upgrade;
    proxy_pass http://127.0.0.1:8080;
  }
}
`,
  );
});

test('headers that are repeated, in other case too', () => {
  checkNginxRule(
    proxyHeadersNotInherited,
    `
server {
  proxy_set_header Host $host;
  location /a { proxy_set_header host $http_host; proxy_set_header X-A b; }
  location /b { proxy_pass http://127.0.0.1:8080; }
  location /c { include proxy_params; proxy_set_header X-A b; }
}
`,
  );
});
