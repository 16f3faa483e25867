import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { headerValue } from './header-value.ts';

test('values that are sent badly', () => {
  checkNginxRule(
    headerValue,
    `
server {
  add_header Content-Security-Policy "default-src 'self';
#                                    ^... warning: Content-Security-Policy is sent with line breaks in it
    img-src *";
  location /a { add_header Content-Type text/plain; }
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: nginx sends a type of its own as well: \`default_type\` and \`types\` set that
}
`,
  );
});

test('values in one line', () => {
  checkNginxRule(
    headerValue,
    `
server {
  add_header Content-Security-Policy
    "default-src 'self'; img-src *";
  add_header X-Content-Type-Options nosniff;
  location /a { proxy_set_header Content-Type text/plain; }
}
`,
  );
});
