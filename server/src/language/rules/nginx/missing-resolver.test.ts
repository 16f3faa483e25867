import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { missingResolver } from './missing-resolver.ts';

test('names that nobody looks up', () => {
  checkNginxRule(
    missingResolver,
    `
http {
  server {
    set $app app.internal;
    location / { proxy_pass http://$app:8080; }
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: nginx looks up app.internal at each request, but no \`resolver\` is set: 502
    location /b { proxy_pass http://b.test$request_uri; }
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: nginx looks up b.test at each request, but no \`resolver\` is set: 502
  }
}
`,
  );
});

test('names that somebody does, addresses, and what is not known', () => {
  checkNginxRule(
    missingResolver,
    `
http {
  upstream back { server 127.0.0.1:1; }
  map $host $mapped { default a.test; }
  server {
    set $app app.internal;
    set $ip 127.0.0.1;
    set $up back;
    location /a { resolver 127.0.0.53; proxy_pass http://$app:8080; }
    location /b { proxy_pass http://$ip:8080; }
    location /c { proxy_pass http://$up$request_uri; }
    location /d { proxy_pass http://$mapped; }
    location /e { proxy_pass http://c.test; }
    location /f { proxy_pass http://c.test$request_uri; }
  }
}
`,
  );
  checkNginxRule(missingResolver, 'location / { proxy_pass http://b.test$request_uri; }');
});
