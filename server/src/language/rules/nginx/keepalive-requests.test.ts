import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { keepaliveRequests } from './keepalive-requests.ts';

test('connections that end early', () => {
  checkNginxRule(
    keepaliveRequests,
    `
http {
  keepalive_requests 100;
#                    ^^^ information: connections are closed after 100 requests: the default is 1000
}
`,
  );
});

test('connections that last', () => {
  checkNginxRule(
    keepaliveRequests,
    `
http { keepalive_requests 10000; upstream a { server 127.0.0.1:1; keepalive_requests 100; } }
`,
  );
});
