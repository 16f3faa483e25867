import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { rootInLocationOnly } from './root-in-location-only.ts';

test('a root that most paths don’t have', () => {
  checkNginxRule(
    rootInLocationOnly,
    `
http {
  server {
# ^^^^^^ warning: paths that no location takes are looked for in the folder that nginx was built with…
    location /static/ { root /srv; }
  }
}
`,
  );
});

test('a root for all, or an answer to the rest', () => {
  checkNginxRule(
    rootInLocationOnly,
    `
http {
  server { root /srv; location /static/ { root /srv/other; } }
  server { location /static/ { root /srv; } location / { return 404; } }
  server { location /static/ { root /srv; } location ~ ^ { return 404; } }
  server { error_page 404 /404.html; location = /404.html { root /srv; } }
  server { return 404; location /static/ { root /srv; } }
  server { location /static/ { root /srv; } include rest.conf; }
}
`,
  );
  checkNginxRule(
    rootInLocationOnly,
    `
server { location /static/ { root /srv; } }
`,
  );
});
