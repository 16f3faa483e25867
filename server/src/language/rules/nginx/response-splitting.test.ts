import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { responseSplitting } from './response-splitting.ts';

test('headers that a client can add lines to', () => {
  checkNginxRule(
    responseSplitting,
    `
server {
  return 301 https://$host$uri;
#                         ^^^^ warning: \`$uri\` may hold line breaks of the client, which make new headers here
  location /a { add_header X-Path $document_uri; }
#                                 ^^^^^^^^^^^^^ warning: \`$document_uri\` may hold line breaks of the client, which make new headers here
  location /b { rewrite ^ https://a.test$uri permanent; }
#                                       ^^^^ warning: \`$uri\` may hold line breaks of the client, which make new headers here
  location ~ ^/c/([^/]*) { return 302 https://a.test/$1; }
#                                                    ^^ warning: \`$1\` may hold line breaks of the client, which make new headers here: its group matches them
  location /d { proxy_set_header X-Path $uri; }
#                                       ^^^^ warning: \`$uri\` may hold line breaks of the client, which make new headers here
}
`,
  );
});

test('headers that it cannot, and bodies', () => {
  checkNginxRule(
    responseSplitting,
    `
server {
  return 301 https://$host$request_uri;
  location /a { return 200 $uri; }
  location /b { rewrite ^ /other$uri last; }
  location ~ ^/c/(.*)$ { return 302 https://a.test/$1; }
  location ~ ^/d/([^/\\s]*) { return 302 https://a.test/$1; }
  location /e { try_files $uri =404; }
}
`,
  );
});

test('the query comes with $request_uri', () => {
  const text = 'server { return 301 https://$host$uri$is_args$args; }';
  const [finding] = runRule(responseSplitting, readNginxFile(text));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), 'server { return 301 https://$host$request_uri; }');
});
