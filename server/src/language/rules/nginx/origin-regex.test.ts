import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { originRegex } from './origin-regex.ts';

test('expressions that foreign sites match', () => {
  checkNginxRule(
    originRegex,
    `
http {
  map $http_origin $cors {
    default "";
    "~example\\.com$" $http_origin;
#   ^^^^^^^^^^^^^^^^ warning: a site whose address only contains this matches, too: begin it with \`^\`
    "~^https://example\\.com" $http_origin;
#   ^^^^^^^^^^^^^^^^^^^^^^^^ warning: a site whose name only begins with this matches, too: end it with \`$\`
    "~^https://www.example.com$" $http_origin;
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: this dot matches any character: escape it with a backslash
  }
  server {
    if ($http_referer !~ "example\\.com") { return 403; }
#                        ^^^^^^^^^^^^^^ warning: a site whose address only contains this matches, too: begin it with \`^\`
  }
}
`,
  );
});

test('expressions that they do not', () => {
  checkNginxRule(
    originRegex,
    `
http {
  map $http_origin $cors {
    default "";
    "~^https://(www\\.)?example\\.com$" $http_origin;
    "~^https?://[^/]+\\.example\\.com(:[0-9]+)?$" $http_origin;
    "~evil\\.test" "";
    https://example.com $http_origin;
  }
  map $http_user_agent $bot { "~example.com" 1; }
  server {
    if ($http_referer ~ "^https://example\\.com/") { return 403; }
  }
}
`,
  );
});
