import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { variableSyntax } from './variable-syntax.ts';

test('a `$` without a name, a brace that is not closed', () => {
  checkNginxRule(
    variableSyntax,
    `
server {
  return 200 "5 $";
#               ^ error: no variable begins with this \`$\`, and nginx knows no way to escape it
  set $a "\\$-b";
#          ^ error: no variable begins…
  add_header A "\${host x";
#               ^^^^^^ error: \`}\` is missing behind the variable "host"
  root /a/\${};
#         ^^^ error: no variable begins…
  sub_filter a$ b;
#             ^ error: no variable begins…
}
`,
  );
});

test('words in which nginx looks for no variable, and whole ones', () => {
  checkNginxRule(
    variableSyntax,
    `
server {
  server_name $; location ~ a$ { rewrite a$ /b; if ($host ~ a$) { return 403; } }
  add_header A "$host\${host}x$1"; proxy_redirect ~a$ $1; return 200 "{{ $ }}";
}
`,
  );
});

test('the fix closes the brace', () => {
  const text = 'server { return 200 "${host"; }';
  const [finding] = runRule(variableSyntax, readNginxFile(text));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), 'server { return 200 "${host}"; }');
});
