import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { keyWithPort } from './key-with-port.ts';

test('a key as the client writes it', () => {
  checkNginxRule(
    keyWithPort,
    `
location / {
  uwsgi_param UWSGI_FASTROUTER_KEY $http_host;
#                                  ^^^^^^^^^^ warning: \`$http_host\` has the client's case and port: the router compares keys byte by byte
}
`,
  );
});

test('keys without case and port, and other parameters', () => {
  checkNginxRule(
    keyWithPort,
    `
location / {
  uwsgi_param UWSGI_FASTROUTER_KEY $host;
  uwsgi_param UWSGI_FASTROUTER_KEY app.local;
  uwsgi_param HTTP_HOST $http_host;
}
`,
  );
});
