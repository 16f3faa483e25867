import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { otherProtocol } from './other-protocol.ts';

test('settings of a protocol that is not used', () => {
  checkNginxRule(
    otherProtocol,
    `
server {
  location / {
    include uwsgi_params;
    proxy_read_timeout 300s;
#   ^^^^^^^^^^^^^^^^^^ warning: \`proxy_read_timeout\` has no effect here: requests go out by \`uwsgi_pass\`
    proxy_set_header X-Real-IP $remote_addr;
#   ^^^^^^^^^^^^^^^^ warning: \`proxy_set_header\` has no effect here: requests go out by \`uwsgi_pass\`
    uwsgi_pass 127.0.0.1:3031;
  }
  location /b {
    proxy_set_header Host $host;
#   ^^^^^^^^^^^^^^^^ warning: \`proxy_set_header\` has no effect here: requests go out by \`fastcgi_pass\`
    fastcgi_pass unix:/run/php.sock;
  }
}
`,
  );
});

test('settings of a protocol that is used, here or further in', () => {
  checkNginxRule(
    otherProtocol,
    `
server {
  proxy_read_timeout 300s;
  location /a {
    proxy_read_timeout 300s;
    if ($http_upgrade) { proxy_pass http://127.0.0.1:8000; }
    uwsgi_pass 127.0.0.1:3031;
  }
  location /b {
    uwsgi_read_timeout 300s;
    uwsgi_pass 127.0.0.1:3031;
  }
  location /c {
    proxy_read_timeout 300s;
    include snippets/*.conf;
    uwsgi_pass 127.0.0.1:3031;
  }
}
`,
  );
});
