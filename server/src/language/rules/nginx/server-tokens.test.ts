import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { serverTokens } from './server-tokens.ts';

test('a version that is told', () => {
  checkNginxRule(
    serverTokens,
    `
http {
#<<< information: answers tell the version of nginx: \`server_tokens\` is on unless it is set
  server { listen 80; }
}
`,
  );
  checkNginxRule(
    serverTokens,
    `
http {
  server_tokens on;
#               ^^ information: every answer tells the version of nginx
  server { listen 80; }
}
`,
  );
});

test('a version that is kept, or may be', () => {
  checkNginxRule(serverTokens, 'http { server_tokens off; server { listen 80; } }');
  checkNginxRule(serverTokens, 'http { include security.conf; server { listen 80; } }');
  checkNginxRule(serverTokens, 'http { server { listen 80; server_tokens build; } }');
  checkNginxRule(serverTokens, 'stream { server { listen 80; } }');
});
