import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { staleName } from './stale-name.ts';

test('names that are looked up once', () => {
  checkNginxRule(
    staleName,
    `
http {
  upstream a { server app.internal:3031; }
#                     ^^^^^^^^^^^^^^^^^ information: nginx looks "app.internal" up when it starts, and keeps to what it was then
  server { location / { uwsgi_pass router.internal:3030; } }
#                                  ^^^^^^^^^^^^^^^^^^^^ information: nginx looks "router.internal" up when it starts…
}
`,
  );
});

test('addresses, upstreams and names that are looked up anew', () => {
  checkNginxRule(
    staleName,
    `
http {
  upstream a { zone a 64k; server app.internal:3031 resolve; server 127.0.0.1:1; }
  server {
    location / { uwsgi_pass a; }
    location /b { proxy_pass http://localhost:81; }
    location /c { proxy_pass http://unix:/run/c.sock; }
    location /d { proxy_pass http://$host; }
  }
}
`,
  );
});
