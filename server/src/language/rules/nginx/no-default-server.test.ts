import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { noDefaultServer } from './no-default-server.ts';

test('a default by chance', () => {
  checkNginxRule(
    noDefaultServer,
    `
http {
  server { listen 80; server_name a; }
#                 ^^ information: hosts that no server names come here, as this is the first of 2…
  server { listen 80; server_name b; }
}
`,
  );
});

test('a default that is meant, or alone', () => {
  checkNginxRule(
    noDefaultServer,
    `
http {
  server { listen 80; server_name a; }
  server { listen 80 default_server; server_name b; }
  server { listen 81; server_name b; }
}
`,
  );
});
