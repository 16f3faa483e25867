import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { headerAlways } from './header-always.ts';

test('headers that error pages lack', () => {
  checkNginxRule(
    headerAlways,
    `
server {
  add_header X-Frame-Options DENY;
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: error pages come without X-Frame-Options
}
`,
  );
});

test('headers that they have, or need not', () => {
  checkNginxRule(
    headerAlways,
    `
server {
  add_header X-Frame-Options DENY always;
  add_header Cache-Control no-store;
}
`,
  );
});
