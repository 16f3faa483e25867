import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { ifFileExists } from './if-file-exists.ts';

test('a file that an if asks for', () => {
  checkNginxRule(
    ifFileExists,
    `
location / {
  if (!-e $request_filename) { rewrite ^ /index.php last; }
#    ^^^^^^^^^^^^^^^^^^^^^^^ information: \`try_files\` asks for the file without an \`if\`
}
`,
  );
});

test('other files and questions', () => {
  checkNginxRule(
    ifFileExists,
    `
server {
  if (-f /srv/maintenance.html) { return 503; }
  location / { try_files $uri @app; }
}
`,
  );
});
