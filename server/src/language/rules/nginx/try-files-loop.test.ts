import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { tryFilesLoop } from './try-files-loop.ts';

test('lists that lead back to themselves', () => {
  checkNginxRule(
    tryFilesLoop,
    `
server {
  try_files $uri.html $uri;
#                     ^^^^ warning: where no file is found nginx goes to \`$uri\`, which leads here again: 500 in place of 404
  location / { try_files $uri $uri/; }
#                             ^^^^^ warning: where no file is found nginx goes to \`$uri/\`, which leads here again: 500 in place of 404
}
`,
  );
});

test('lists with an end', () => {
  checkNginxRule(
    tryFilesLoop,
    `
server {
  location / { try_files $uri $uri/ =404; }
  location /a { try_files $uri @app; }
  location = /b { try_files /b.html $uri/; }
  location /c { try_files $uri /index.php?$args; }
}
`,
  );
});
