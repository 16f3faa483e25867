import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { regexDot } from './regex-dot.ts';

test('dots that match anything', () => {
  checkNginxRule(
    regexDot,
    `
server {
  location ~ .php$ { return 404; }
#            ^ warning: this dot matches any character: escape it with a backslash
  location ~* .*.(js|css|png)$ { return 404; }
#               ^ warning: this dot matches any character: escape it with a backslash
  location ~ /.ht { return 404; }
#             ^ warning: this dot matches any character: escape it with a backslash
}
`,
  );
});

test('dots that are meant so, or escaped', () => {
  checkNginxRule(
    regexDot,
    `
server {
  location ~ \\.php$ { return 404; }
  location ~ /\\.ht { return 404; }
  location ~ ^/a/.+$ { return 404; }
  location ~ ^/(.*)$ { return 404; }
  location ~ [.]php$ { return 404; }
  location /.well-known/ { return 404; }
}
`,
  );
});
