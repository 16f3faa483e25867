import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { clientHost } from './client-host.ts';

test('a Host that the client chooses', () => {
  checkNginxRule(
    clientHost,
    `
location / {
  proxy_set_header Host $http_host;
#                       ^^^^^^^^^^ information: the application is told the Host that the client has written, whichever server it was that answered
  uwsgi_param HTTP_HOST $http_host;
#                       ^^^^^^^^^^ information: the application is told the Host that the client has written, whichever server it was that answered
}
`,
  );
});

test('a Host that nginx knows, and other headers', () => {
  checkNginxRule(
    clientHost,
    `
location / {
  proxy_set_header Host $host;
  proxy_set_header X-Original-Host $http_host;
  uwsgi_param HTTP_HOST $host:$server_port;
}
`,
  );
});
