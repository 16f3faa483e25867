import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { headersNotInherited } from './headers-not-inherited.ts';

test('headers that a block loses by one of its own', () => {
  checkNginxRule(
    headersNotInherited,
    `
http {
  add_header X-Served-By a;
  server {
    add_header Strict-Transport-Security max-age=31536000 always;
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: this \`add_header\` makes the block lose X-Served-By of \`http\`
    location /a {
      add_header Cache-Control no-store;
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: this \`add_header\` makes the block lose Strict-Transport-Security of \`server\`
    }
  }
  server {
    location /b {
      add_header Cache-Control no-store;
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: this \`add_header\` makes the block lose X-Served-By of \`http\`
    }
  }
}
`,
  );
});

test('headers that stay', () => {
  checkNginxRule(
    headersNotInherited,
    `
server {
  add_header X-A b;
  location /a { add_header x-a c; add_header X-C d; }
  location /b { add_header_inherit merge; add_header X-C d; }
  location /c { include headers.conf; add_header X-C d; }
  location /d { expires 1d; }
}
`,
  );
});
