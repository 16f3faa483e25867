import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { duplicateServerName } from './duplicate-server-name.ts';

test('a name that two servers want', () => {
  checkNginxRule(
    duplicateServerName,
    `
http {
  server { listen 80; server_name a.test b.test; }
  server { listen *:80; listen 443; server_name B.test; }
#                                               ^^^^^^ warning: another server at this address has the name B.test already, and answers in its place
}
`,
  );
});

test('names of several addresses', () => {
  checkNginxRule(
    duplicateServerName,
    `
http {
  server { listen 80; server_name a.test _; }
  server { listen 443 ssl; server_name a.test; }
  server { listen 80; server_name *.a.test _; }
  server { listen 127.0.0.1:80; server_name a.test; }
}
`,
  );
});
