import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { ifTryFiles } from './if-try-files.ts';

test('an if that makes nginx forget try_files', () => {
  checkNginxRule(
    ifTryFiles,
    `
location / {
  if ($arg_debug) { set $debug 1; }
#    ^^^^^^^^^^^^ warning: where this holds, the \`try_files\` of the location is passed over
  if ($http_origin) {
#    ^^^^^^^^^^^^^^ warning: where this holds, the \`try_files\` of the location is passed over
    add_header X-A b;
  }
  try_files $uri @app;
}
`,
  );
});

test('an if that ends the request, and one elsewhere', () => {
  checkNginxRule(
    ifTryFiles,
    `
server {
  if ($arg_debug) { set $debug 1; }
  location /a { if ($arg_x) { return 403; } try_files $uri =404; }
  location /b { if ($arg_x) { rewrite ^ /c last; } try_files $uri =404; }
  location /c { if ($arg_x) { set $y 1; } root /srv; }
}
`,
  );
});
