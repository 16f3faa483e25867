import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { autoindex } from './autoindex.ts';

test('lists of files', () => {
  checkNginxRule(
    autoindex,
    `
location /files/ {
  autoindex on;
#           ^^ information: everybody sees the names of all files here
}
`,
  );
});

test('no lists', () => {
  checkNginxRule(autoindex, 'location /files/ { autoindex off; autoindex_exact_size on; }');
});
