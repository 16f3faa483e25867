import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { swallowedLine } from './swallowed-line.ts';

test('lines that are words of the line above', () => {
  checkNginxRule(
    swallowedLine,
    `
server {
  server_name a.test b.test
  root /srv;
# ^^^^ warning: nginx takes this line for more words of \`server_name\`: the \`;\` above is missing
  location / {
    index index.html
    try_files $uri =404;
#   ^^^^^^^^^ warning: nginx takes this line for more words of \`index\`: the \`;\` above is missing
  }
}
`,
  );
});

test('words on several lines', () => {
  checkNginxRule(
    swallowedLine,
    `
http {
  log_format main '$remote_addr '
                  '$status';
  gzip_types
    text/css
    application/json;
  server {
    server_name
      a.test
      root.test;
    try_files
      $uri
      index
      =404;
  }
}
`,
  );
});
