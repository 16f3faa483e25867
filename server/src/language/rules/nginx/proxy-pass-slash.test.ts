import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { proxyPassSlash } from './proxy-pass-slash.ts';

test('paths that are joined badly', () => {
  checkNginxRule(
    proxyPassSlash,
    `
server {
  location /c { proxy_pass http://127.0.0.1:8000/; }
#                          ^^^^^^^^^^^^^^^^^^^^^^ warning: \`/c/a\` becomes \`//a\`, and \`/cx\` becomes \`/x\`: the location lacks the slash that the path has
  location /d/ { proxy_pass http://127.0.0.1:8000/x; }
#                           ^^^^^^^^^^^^^^^^^^^^^^^ warning: \`/d/a\` becomes \`/xa\`: the slash at the end is missing
}
`,
  );
});

test('paths that are joined well, or not at all', () => {
  checkNginxRule(
    proxyPassSlash,
    `
server {
  location /a/ { proxy_pass http://127.0.0.1:8000/; }
  location /b { proxy_pass http://127.0.0.1:8000/x; }
  location /c/ { proxy_pass http://127.0.0.1:8000; }
  location = /d { proxy_pass http://127.0.0.1:8000/; }
  location /e { proxy_pass http://unix:/run/a.sock; }
  location /f/ { proxy_pass http://$backend/x; }
  location /g { proxy_pass http://127.0.0.1:8000/x?a=/; }
}
`,
  );
});
