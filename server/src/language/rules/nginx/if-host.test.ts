import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { ifHost } from './if-host.ts';

test('a host that is asked for', () => {
  checkNginxRule(
    ifHost,
    `
server {
  server_name a.example www.a.example;
  if ($host = www.a.example) { return 301 http://a.example$request_uri; }
#    ^^^^^^^^^^^^^^^^^^^^^^^ information: nginx chooses a server by the host: give this one a \`server\` of its own
}
`,
  );
});

test('other questions', () => {
  checkNginxRule(
    ifHost,
    `
server {
  if ($hostname = a) { return 404; }
  if ($request_method = POST) { return 405; }
  location / { if ($host = a) { return 404; } }
}
`,
  );
});
