import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { locationNoSlash } from './location-no-slash.ts';

test('locations that never answer', () => {
  checkNginxRule(
    locationNoSlash,
    `
server {
  location static/ { root /srv; }
#          ^^^^^^^ warning: never answers: every path begins with a slash
  location \\.php$ { root /srv; }
#          ^^^^^^ warning: never answers: without \`~\` this is no expression, but a path that begins so
  location = robots.txt { root /srv; }
#          ^^^^^^^^^^^^ warning: never answers: every path begins with a slash
}
`,
  );
});

test('locations that do', () => {
  checkNginxRule(
    locationNoSlash,
    `
server {
  location /static/ { root /srv; }
  location ~ \\.php$ { root /srv; }
  location @app { root /srv; }
  location = / { root /srv; }
  location {{ path }} { root /srv; }
}
`,
  );
});
