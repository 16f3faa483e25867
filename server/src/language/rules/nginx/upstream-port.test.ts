import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { upstreamPort } from './upstream-port.ts';

test('port 80 for a protocol that is not HTTP', () => {
  checkNginxRule(
    upstreamPort,
    `
http {
  upstream app { server 127.0.0.1; server [::1]; server 127.0.0.1:3031 backup; }
#                       ^^^^^^^^^ warning: without a port this is 127.0.0.1:80, and \`uwsgi_pass\` does not speak HTTP
#                                         ^^^^^ warning: without a port this is [::1]:80, and \`uwsgi_pass\` does not speak HTTP
  server { location / { uwsgi_pass App; } }
}
`,
  );
});

test('ports that are written, sockets, and HTTP', () => {
  checkNginxRule(
    upstreamPort,
    `
http {
  upstream app { server 127.0.0.1:3031; server unix:/run/app.sock; server app service=uwsgi resolve; }
  upstream web { server 127.0.0.1; }
  server { location / { uwsgi_pass app; } location /b { proxy_pass http://web; } }
}
`,
  );
});
