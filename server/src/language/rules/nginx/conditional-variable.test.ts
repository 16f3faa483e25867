import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { conditionalVariable } from './conditional-variable.ts';

test('a variable that may be empty', () => {
  checkNginxRule(
    conditionalVariable,
    `
server {
  if ($arg_a) { set $app one; }
  add_header X-App $app;
#                  ^^^^ information: \`$app\` is empty where no condition holds: it is set in an \`if\` only
}
`,
  );
});

test('variables that have a value, and flags that are asked for', () => {
  checkNginxRule(
    conditionalVariable,
    `
http {
  map $host $mapped { default 1; }
  server {
    set $app two;
    if ($arg_a) { set $app one; set $mapped 1; }
    if ($arg_b) { set $flag 1; }
    if ($flag) { return 403; }
    if ($arg_c) { set $in 1; add_header X-In $in; }
    add_header X-App $app$mapped;
  }
}
`,
  );
});
