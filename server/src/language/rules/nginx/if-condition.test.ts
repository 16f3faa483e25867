import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { ifCondition } from './if-condition.ts';

test('conditions that nginx cannot read', () => {
  checkNginxRule(
    ifCondition,
    `
server {
  if $host = a { break; }
#    ^^^^^ error: the condition begins with \`(\`
  if ($host = a { break; }
#             ^ error: the condition ends with \`)\`
  if ($host == a) { break; }
#           ^^ error: "==" compares nothing: there are \`=\`, \`!=\`, \`~\`, \`~*\`, \`!~\` and \`!~*\`
  if (!$host) { break; }
#     ^^^^^^ error: nginx cannot negate a variable: compare it, as in \`($name = "")\`
  if ($host && $arg_a) { break; }
#           ^^ error: nginx knows no \`&&\` and no \`||\`: an \`if\` compares once
  if ($host = a b) { break; }
#               ^^ error: the condition is over before this: put a value with blanks in quotes
  if ($host =) { break; }
#           ^ error: the condition lacks what it compares with
  if (-z $host) { break; }
#     ^^ error: there is no test "-z": there are \`-f\`, \`-d\`, \`-e\` and \`-x\`
  if (a = b) { break; }
#     ^ error: a condition begins with a variable or with a test such as \`-f\`, not with "a"
}
`,
  );
});

test('conditions that it can', () => {
  checkNginxRule(
    ifCondition,
    `
server {
  if ($host) { break; }
  if ( $host ) { break; }
  if ($host = "a b") { break; }
  if ($host = "") { break; }
  if ($host !~* "^(a|b)$") { break; }
  if ( $host ~ (a) ) { break; }
  if (!-f $request_filename) { break; }
  if (-d "$document_root/a b") { break; }
  if ({{ condition }}) { break; }
}
`,
  );
});

const mended = (text: string) => {
  const [finding] = runRule(ifCondition, readNginxFile(text));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  return applyFix(text, fix);
};

test('fixes', () => {
  assert.equal(mended('server { if ($a == b) { } }'), 'server { if ($a = b) { } }');
  assert.equal(mended('server { if $a = b { } }'), 'server { if ($a = b) { } }');
  assert.equal(mended('server { if ($a = b { } }'), 'server { if ($a = b) { } }');
  assert.equal(mended('server { if $a = b) { } }'), 'server { if ($a = b) { } }');
});
