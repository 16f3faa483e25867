import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { methodByIf } from './method-by-if.ts';

test('methods that an if turns away', () => {
  checkNginxRule(
    methodByIf,
    `
location / {
  if ($request_method !~ ^(GET|HEAD)$) { return 405; }
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: \`limit_except\` turns methods away without an \`if\`
}
`,
  );
});

test('other ifs', () => {
  checkNginxRule(
    methodByIf,
    `
server {
  if ($request_method = POST) { return 405; }
  location / { if ($request_method = OPTIONS) { return 204; } }
  location /a { limit_except GET { deny all; } }
}
`,
  );
});
