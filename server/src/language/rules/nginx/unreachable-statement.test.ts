import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { unreachableStatement } from './unreachable-statement.ts';

test('statements that never run', () => {
  checkNginxRule(
    unreachableStatement,
    `
server {
  location /a { return 200 ok; set $a 1; }
#                              ^^^^^^^^ information: never runs: \`return\` above has answered already
  location /b { uwsgi_pass 127.0.0.1:3031; return 503; }
#               ^^^^^^^^^^^^^^^^^^^^^^^^^ information: never runs: \`return\` beside it has answered already
  location /c {
    return 301 /d;
    try_files $uri =404;
#   ^^^^^^^^^^^^^^^^^^^ information: never runs: \`return\` beside it has answered already
  }
}
`,
  );
});

test('statements that do', () => {
  checkNginxRule(
    unreachableStatement,
    `
server {
  location /a { set $a 1; return 200 $a; }
  location /b { if ($arg_a) { return 403; } uwsgi_pass 127.0.0.1:3031; }
  location /c { return 200 ok; default_type text/plain; add_header X-A b; }
  return 404;
}
`,
  );
});
