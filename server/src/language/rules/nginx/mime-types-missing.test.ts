import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { mimeTypesMissing } from './mime-types-missing.ts';

test('files without types', () => {
  checkNginxRule(
    mimeTypesMissing,
    `
http {
  server {
    location /static/ { alias /srv/static/; }
#                       ^^^^^ information: style sheets and scripts are sent as text/plain: no \`types\` say what they are
  }
}
`,
  );
});

test('files with types, or what may have some', () => {
  checkNginxRule(
    mimeTypesMissing,
    `
http { include mime.types; server { root /srv; } }
`,
  );
  checkNginxRule(
    mimeTypesMissing,
    `
http { types { text/css css; } server { root /srv; } }
`,
  );
  checkNginxRule(
    mimeTypesMissing,
    `
server { root /srv; }
`,
  );
  checkNginxRule(
    mimeTypesMissing,
    `
http { server { location / { uwsgi_pass 127.0.0.1:1; } } }
`,
  );
});
