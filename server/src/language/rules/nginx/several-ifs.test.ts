import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { severalIfs } from './several-ifs.ts';

test('ifs of which the last one counts', () => {
  checkNginxRule(
    severalIfs,
    `
location / {
  if ($arg_a) { add_header X-A 1; }
  if ($arg_b) { add_header X-B 1; }
#    ^^^^^^^^ information: where this and the \`if\` above both hold, only the settings of this one count
}
`,
  );
});

test('ifs that end the request, set variables, or exclude each other', () => {
  checkNginxRule(
    severalIfs,
    `
server {
  location /a { if ($arg_a) { return 403; } if ($arg_b) { add_header X-B 1; } }
  location /b { if ($arg_a) { set $a 1; } if ($arg_b) { set $b 1; } }
  location /c {
    if ($request_method = GET) { add_header X-A 1; }
    if ($request_method = PUT) { add_header X-B 1; }
  }
}
`,
  );
});
