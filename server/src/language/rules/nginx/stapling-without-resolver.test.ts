import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { staplingWithoutResolver } from './stapling-without-resolver.ts';

test('stapling that cannot look names up', () => {
  checkNginxRule(
    staplingWithoutResolver,
    `
http { server {
  ssl_stapling on;
# ^^^^^^^^^^^^^^^ information: without a \`resolver\` nginx keeps to the OCSP server’s addresses of the start
} }
`,
  );
});

test('stapling that can, or may', () => {
  checkNginxRule(
    staplingWithoutResolver,
    `
http { resolver 127.0.0.53; server { ssl_stapling on; } server { ssl_stapling off; } }
`,
  );
  checkNginxRule(
    staplingWithoutResolver,
    `
server { ssl_stapling on; }
`,
  );
});
