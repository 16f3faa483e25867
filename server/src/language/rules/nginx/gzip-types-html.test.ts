import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { gzipTypesHtml } from './gzip-types-html.ts';

test('a type that is there twice', () => {
  checkNginxRule(
    gzipTypesHtml,
    `
http {
  gzip_types text/html text/css;
#            ^^^^^^^^^ information: nginx warns at each start: text/html is among these types by itself
}
`,
  );
});

test('types that are there once', () => {
  checkNginxRule(gzipTypesHtml, 'http { gzip_types text/css *; types { text/html html; } }');
});
