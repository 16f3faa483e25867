import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { clientChosenTarget } from './client-chosen-target.ts';

test('addresses from the request', () => {
  checkNginxRule(
    clientChosenTarget,
    `
server {
  location /a { proxy_pass http://$arg_host/; }
#                                 ^^^^^^^^^ warning: the client chooses where this goes: \`$arg_host\` is part of the address
  location /b { uwsgi_pass $http_x_backend; }
#                          ^^^^^^^^^^^^^^^ warning: the client chooses where this goes: \`$http_x_backend\` is part of the address
  location /c { proxy_pass $scheme://$cookie_node:80; }
#                                    ^^^^^^^^^^^^ warning: the client chooses where this goes: \`$cookie_node\` is part of the address
}
`,
  );
});

test('addresses from the configuration, and paths from the request', () => {
  checkNginxRule(
    clientChosenTarget,
    `
server {
  location /a { proxy_pass http://$backend/; }
  location /b { proxy_pass http://127.0.0.1/$arg_path; }
  location /c { internal; proxy_pass http://$arg_host; }
  location @d { proxy_pass http://$arg_host; }
  location /e { proxy_pass http://app$request_uri; }
}
`,
  );
});
