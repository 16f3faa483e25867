import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { twoHandlers } from './two-handlers.ts';

test('a pass that another one overrides', () => {
  checkNginxRule(
    twoHandlers,
    `
location / {
  proxy_pass http://127.0.0.1:8000;
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`proxy_pass\` never answers: \`uwsgi_pass\` stands behind it
  uwsgi_pass 127.0.0.1:3031;
}
`,
  );
});

test('passes of blocks of their own', () => {
  checkNginxRule(
    twoHandlers,
    `
location / {
  if ($http_upgrade) { proxy_pass http://127.0.0.1:8000; }
  uwsgi_pass 127.0.0.1:3031;
}
location /b { proxy_pass http://127.0.0.1:8000; }
location /c { proxy_pass http://127.0.0.1:8000; proxy_pass http://127.0.0.1:8001; }
`,
  );
});
